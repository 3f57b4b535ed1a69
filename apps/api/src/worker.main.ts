import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { AppModule } from './app.module.ts'
import { readEnv } from './env.ts'
import { createLog, NestLog } from './platform/log/log.ts'
import { migrate } from './platform/postgres/migrate.ts'
import { runProcess } from './platform/process.ts'

await runProcess(async () => {
  const env = { ...readEnv(), role: 'worker' as const }
  await migrate(env.databaseUrl)
  const logger = new NestLog(createLog(env))
  return NestFactory.createApplicationContext(AppModule.with(env), { logger, abortOnError: false })
})
