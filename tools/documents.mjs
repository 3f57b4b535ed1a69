import { enter } from './setup/enter.mjs'

await enter(() => import('./app/documents.mjs'))
