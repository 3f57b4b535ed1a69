import type { TestProject } from 'vitest/node'
import { startTestAppOn } from '../../../tools/app/test-app.mjs'
import { buildApi, buildWeb } from '../../../tools/build/build.mjs'
import { startTestPostgres } from '../../../tools/postgres/test-server.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    installation: { server: string; template: string }
  }
}

/** One build and one PostgreSQL per run; every test file has an application on its own copy of a fresh installation. */
export default async function setup(project: TestProject) {
  await buildApi()
  await buildWeb()
  const server = await startTestPostgres()
  const template = await server.createDatabase()
  const first = await startTestAppOn(template)
  await first.stop()
  project.provide('installation', { server: server.url, template })
  return () => server.stop()
}
