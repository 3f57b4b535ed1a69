import { enter } from './setup/enter.mjs'

await enter(() => import('./app/migrate.mjs'))
