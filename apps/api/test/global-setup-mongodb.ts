import type { TestProject } from 'vitest/node'
import { startTestMongo } from '../../../tools/mongodb/test-server.mjs'
import { startPostgresFor } from './global-setup.ts'

/** As the other, with the documents in MongoDB. */
export default async function setup(project: TestProject) {
  const mongo = await startTestMongo()
  if ('missing' in mongo) throw new Error(`There is no MongoDB to test with: ${mongo.missing}`)
  project.provide('mongodb', mongo.url)
  const stopPostgres = await startPostgresFor(project)
  return async () => {
    await stopPostgres()
    await mongo.stop()
  }
}
