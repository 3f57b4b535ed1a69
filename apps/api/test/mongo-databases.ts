import { randomUUID } from 'node:crypto'
import { MongoClient } from 'mongodb'
import { Client } from 'pg'
import { subscriptionShape } from '../src/features/subscriptions/subscription.collection.ts'

interface MongoDatabase {
  readonly url: string
  giveBack(): void
}

/** A busy machine is no outage. */
const PATIENT = '?socketTimeoutMS=60000&serverSelectionTimeoutMS=20000&waitQueueTimeoutMS=60000'

/**
 * MongoDB copies no databases, and loading the catalogue takes the stand-in ten seconds: each worker uses its own again
 * for one file after the other, and a second one only while two applications run at once.
 */
const inUse = new Set<string>()

/** A database without subscriptions that nobody uses; `fresh` for who changes the catalogue. */
export async function mongoDatabase(
  server: string | undefined,
  { databaseUrl, fresh }: { databaseUrl: string; fresh: boolean },
): Promise<MongoDatabase | undefined> {
  if (server === undefined) return undefined
  if (fresh)
    return { url: `${server}/test_${randomUUID().replaceAll('-', '')}${PATIENT}`, giveBack: () => {} }
  const worker = process.env['VITEST_POOL_ID'] ?? '0'
  let url = `${server}/worker_${worker}`
  while (inUse.has(url)) url += '_'
  inUse.add(url)
  await inherit(url, databaseUrl)
  return { url: url + PATIENT, giveBack: () => inUse.delete(url) }
}

/** What belonged to the installation before goes, and the new one takes its place. */
async function inherit(url: string, databaseUrl: string): Promise<void> {
  const mongo = new MongoClient(url)
  await mongo.db().collection(subscriptionShape.name).deleteMany({})
  const home = await mongo.db().collection('document_home').findOne()
  await mongo.close()
  if (home === null) return
  const postgres = new Client({ connectionString: databaseUrl })
  await postgres.connect()
  await postgres.query(`insert into document_home (installation, store) values ($1, 'mongodb')`, [
    home['installation'],
  ])
  await postgres.end()
}
