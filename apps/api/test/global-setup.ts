import type { TestProject } from 'vitest/node'
import { startTestPostgres } from '../../../tools/postgres/test-server.mjs'
import { migrate } from '../src/platform/postgres/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { server: string; template: string }
  }
}

/** One PostgreSQL per run; every test file works on its own copy of a migrated database. */
export default async function setup(project: TestProject) {
  const server = await startTestPostgres()
  const template = await server.createDatabase()
  await migrate(template)
  project.provide('postgres', { server: server.url, template })
  return () => server.stop()
}
