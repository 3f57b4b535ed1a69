import type { TestProject } from 'vitest/node'
import { startTestAppOn } from '../../../tools/app/test-app.mjs'
import { buildApi, buildWeb } from '../../../tools/build/build.mjs'
import { exportBench } from '../../../tools/mobile/exports.mjs'
import { startTestPostgres } from '../../../tools/postgres/test-server.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    bench: { server: string; template: string; folder: string }
  }
}

/** One build and one PostgreSQL per run; every test file has an application on its own copy of a fresh installation. */
export default async function setup(project: TestProject) {
  await buildApi()
  await buildWeb()
  const folder = await exportBench()
  const server = await startTestPostgres()
  const template = await server.createDatabase()
  const first = await startTestAppOn(template)
  await first.stop()
  project.provide('bench', { server: server.url, template, folder })
  return () => server.stop()
}
