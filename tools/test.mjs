import { enter } from './setup/enter.mjs'

await enter(() => import('./verify/test.mjs'))
