import { randomUUID } from 'node:crypto'
import { afterAll, describe } from 'vitest'
import { startTestMongo } from '../../../../../tools/mongodb/test-server.mjs'
import { boatShape } from './a-fleet.ts'
import { documentStoreContract } from './document-store.contract.ts'
import { MongoConnection } from './mongo-connection.ts'
import { MongoDocuments } from './mongo-documents.ts'

const server = await startTestMongo()

describe('MongoDB', () => {
  if ('missing' in server) throw new Error(server.missing)
  documentStoreContract({
    name: server.name,
    open: async () => {
      const connection = new MongoConnection(
        `${server.url}/test_${randomUUID().replaceAll('-', '')}?socketTimeoutMS=60000`,
      )
      const store = new MongoDocuments(connection)
      await store.prepare([boatShape])
      return store
    },
    restart: async () => {
      await server.kill?.()
    },
  })
  afterAll(async () => {
    await server.stop()
  })
})
