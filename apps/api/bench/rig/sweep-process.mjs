// The API with what it asks itself by the clock at hand, bundled by `process-build.mjs`: it serves HTTP, and asks when its parent says.
import 'reflect-metadata'
import { AppModule } from '../../src/app.module.ts'
import { readEnv } from '../../src/env.ts'
import { Ticks } from '../../src/platform/clock/ticks.ts'
import { createServer, listen } from '../../src/platform/http/server.ts'
import { migrate } from '../../src/platform/postgres/migrate.ts'

const env = readEnv()
await migrate(env.databaseUrl)
const app = await createServer(AppModule.with(env), env)
await listen(app, env)

process.on('message', async ({ type }) => {
  try {
    const began = performance.now()
    const done = await app.get(Ticks).runAll()
    process.send?.({ type, ms: performance.now() - began, done })
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
})
process.once('disconnect', () => process.exit(0))
process.send?.({ type: 'ready' })
