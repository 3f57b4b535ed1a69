import { enter } from './setup/enter.mjs'

await enter(() => import('./image/image.mjs'))
