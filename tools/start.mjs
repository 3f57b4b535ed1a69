import { enter } from './setup/enter.mjs'

// Without the packages of the phone's app.
await enter(() => import('./app/start.mjs'), ['apps/api', 'apps/web'])
