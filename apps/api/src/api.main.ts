import 'reflect-metadata'
import { AppModule } from './app.module.ts'
import { readEnv } from './env.ts'
import { createServer, listen } from './platform/http/server.ts'
import { migrate } from './platform/postgres/migrate.ts'
import { runProcess } from './platform/process.ts'

await runProcess(async () => {
  const env = readEnv()
  await migrate(env.databaseUrl)
  const app = await createServer(AppModule.with(env), env)
  await listen(app, env)
  return app
})
