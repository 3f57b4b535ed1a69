import { enter } from './setup/enter.mjs'

await enter(() => import('./bench/bench.mjs'))
