import { enter } from './setup/enter.mjs'

await enter(() => import('./chaos/chaos.mjs'))
