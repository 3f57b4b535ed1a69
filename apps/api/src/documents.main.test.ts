import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCalendarDate } from '@streamline/domain'
import { rolldown, type OutputOptions, type RolldownOptions } from 'rolldown'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { createDatabase, dropDatabase } from '../../../tools/postgres/test-server.mjs'
import { collections } from './collections.ts'
import { readEnv } from './env.ts'
import { subscriptionShape } from './features/subscriptions/subscription.collection.ts'
import type { SubscriptionDocument } from './features/subscriptions/subscription.document.ts'
import { usageShape } from './features/usage/usage.collection.ts'
import type { UsageDocument } from './features/usage/usage.document.ts'
import { recordOf } from './platform/documents/document-body.ts'
import { DocumentHome } from './platform/documents/document-home.ts'
import type { DocumentStore } from './platform/documents/document-store.ts'
import { fingerprintOf } from './platform/documents/document-transfer.ts'
import { openDocuments } from './platform/documents/open-documents.ts'
import { WritersLock } from './platform/documents/writers-lock.ts'
import { Postgres } from './platform/postgres/postgres.ts'

const MANY = 1500
const NOTES = 60

/** As much of a subscription as its fields are made of. */
const manyth = (n: number) =>
  ({
    id: randomUUID(),
    revision: 1 + (n % 7),
    householdId: `household-${n % 40}`,
    name: `Flüx “${n}”`,
    providerName: n % 3 === 0 ? null : 'Provider',
    kind: 'ott',
    visibility: 'shared',
    managedBy: 'm',
    paidBy: 'm',
    usedBy: ['m'],
    labels: [],
    line: null,
    nextLookAt: n % 2 === 0 ? null : '2027-01-01T00:00:00Z',
    owed: null,
    updatedAt: '2026-11-23T00:00:00Z',
    zeta: { b: 1.5, a: [n, null, { y: '', x: -1 }] },
  }) as unknown as SubscriptionDocument

/** A note of its use. */
const noteth = (n: number): UsageDocument => ({
  id: randomUUID(),
  revision: 1,
  householdId: `household-${n % 40}`,
  subscriptionId: `subscription-${n % 7}`,
  kind: 'hours',
  on: parseCalendarDate(`2026-11-${String((n % 28) + 1).padStart(2, '0')}`),
  since: parseCalendarDate(`2026-11-${String((n % 28) + 1).padStart(2, '0')}`),
  covers: 'day',
  amount: n,
  notedBy: 'm',
  notedAt: '2026-11-23T00:00:00.000Z',
  removed: n % 5 === 0,
  writes: [],
})

const contentOf = (store: DocumentStore) =>
  Promise.all(collections.map((shape) => fingerprintOf(store.shelf(shape))))

describe('moving all documents', () => {
  let folder = ''
  let env: ReturnType<typeof readEnv>
  let variables: Record<string, string>
  let postgres: Postgres
  let stores: { postgres: DocumentStore; mongodb: DocumentStore }

  beforeAll(async () => {
    const cache = join(import.meta.dirname, '..', '.cache')
    await mkdir(cache, { recursive: true })
    folder = await mkdtemp(join(cache, 'move-'))
    const module: unknown = await import(new URL('../rolldown.config.mjs', import.meta.url).href)
    const config = (module as { default: RolldownOptions & { output: OutputOptions } }).default
    const bundle = await rolldown({ ...config, cwd: join(import.meta.dirname, '..') })
    await bundle.write({ ...config.output, dir: folder })
  })
  afterAll(() => rm(folder, { recursive: true }))

  beforeEach(async () => {
    const { server, template } = inject('postgres')
    variables = {
      DATABASE_URL: await createDatabase(server, template),
      MONGODB_URL: `${inject('mongodb')}/move_${randomUUID().replaceAll('-', '')}?socketTimeoutMS=60000`,
      APP_SECRET: 'x'.repeat(32),
    }
    env = readEnv(variables)
    postgres = new Postgres(env)
    stores = {
      postgres: await openDocuments('postgres', env, postgres),
      mongodb: await openDocuments('mongodb', env, postgres),
    }
    await new DocumentHome(postgres).find('postgres', stores.postgres, collections)
    const records = Array.from({ length: MANY }, (_, n) => recordOf(subscriptionShape, manyth(n)))
    await stores.postgres.shelf(subscriptionShape).put(records)
    const notes = Array.from({ length: NOTES }, (_, n) => recordOf(usageShape, noteth(n)))
    await stores.postgres.shelf(usageShape).put(notes)
  })

  afterEach(async () => {
    await stores.mongodb.close()
    await postgres.onApplicationShutdown()
    await dropDatabase(env.databaseUrl)
  })

  /** Runs the command; with a line, it is ended by `kill -9` as soon as it says so. */
  const run = async (words: readonly string[], killAt?: RegExp) => {
    const child = spawn(process.execPath, [join(folder, 'documents.main.js'), ...words], {
      env: { PATH: process.env['PATH'], LOG_LEVEL: 'error', ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        output += String(text)
        if (killAt?.test(output) === true) child.kill('SIGKILL')
      })
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
    return { code, signal, output }
  }

  const startsAt = (store: 'postgres' | 'mongodb') =>
    new DocumentHome(postgres).assertAt(store, stores[store], collections)

  it('goes on after kill -9 where it was, and back again leaves every document as it was', async () => {
    const before = await contentOf(stores.postgres)
    const killed = await run(['move', '--to', 'mongodb'], /subscriptions: 500 of 1500/)
    expect(killed.signal).toBe('SIGKILL')
    await expect(startsAt('postgres')).rejects.toThrow(/has begun and not ended/)
    await expect(startsAt('mongodb')).rejects.toThrow(/has begun and not ended/)

    const moved = await run(['move', '--to', 'mongodb'])
    expect(moved.output).toMatch(/subscriptions: 1500 of 1500 \(\d+ written, [1-9]\d* were there\)/)
    expect(moved.output).toMatch(/subscriptions: verified, 1500 documents/)
    expect(moved.output).toMatch(/usage: verified, 60 documents/)
    expect(moved.code).toBe(0)
    expect(await contentOf(stores.mongodb)).toEqual(before)
    expect(await stores.postgres.shelf(subscriptionShape).count()).toBe(0)
    await startsAt('mongodb')
    await expect(startsAt('postgres')).rejects.toThrow(/The documents are in MongoDB: set MONGODB_URL/)
    expect((await run(['reindex'])).output).toMatch(/subscriptions: 1500 documents indexed/)

    const movedBack = await run(['move', '--to', 'postgres'])
    expect(movedBack.code, movedBack.output).toBe(0)
    expect(await contentOf(stores.postgres)).toEqual(before)
    expect(await stores.mongodb.shelf(subscriptionShape).count()).toBe(0)
    expect(await stores.mongodb.owner()).toBeNull()
    await startsAt('postgres')
    expect((await run(['move', '--to', 'postgres'])).output).toMatch(/there already/)
  })

  it('is given up by naming the store in which they are', async () => {
    const before = await contentOf(stores.postgres)
    await run(['move', '--to', 'mongodb'], /subscriptions: 500 of 1500/)
    expect((await run(['move', '--to', 'postgres'])).code).toBe(0)
    expect(await contentOf(stores.postgres)).toEqual(before)
    expect(await stores.mongodb.shelf(subscriptionShape).count()).toBe(0)
    await startsAt('postgres')
  })

  it('is refused while anybody may write, by name, and keeps writers out while it goes on', async () => {
    const writer = new WritersLock(env.databaseUrl)
    expect(await writer.share(() => startsAt('postgres'))).toBe(true)
    const refused = await run(['move', '--to', 'mongodb'])
    expect([refused.code, refused.output]).toEqual([
      1,
      expect.stringMatching(/^Streamline is running \(streamline \d+ on .+\): stop every process/),
    ])
    await writer.release()
    const mover = new WritersLock(env.databaseUrl)
    expect(await mover.own(() => {})).toBe(true)
    expect(await new WritersLock(env.databaseUrl).share(async () => {})).toBe(false)
    await mover.release()
  })

  it('touches no MongoDB that is not empty and not ours', async () => {
    await stores.mongodb.prepare(collections)
    const other = manyth(1)
    await stores.mongodb.collection(subscriptionShape).insert(other)
    const refused = await run(['move', '--to', 'mongodb'])
    expect([refused.code, refused.output]).toEqual([
      1,
      expect.stringMatching(/does not belong to this installation/),
    ])
    expect(await stores.mongodb.shelf(subscriptionShape).count()).toBe(1)
    await startsAt('postgres')
  })

  it('says how it is used', async () => {
    for (const words of [[], ['move'], ['move', '--to', 'oracle'], ['--x']]) {
      const { code, output } = await run(words)
      expect([code, output]).toEqual([1, expect.stringMatching(/^Say `npm run documents:move/)])
    }
  })
})

describe('the lock of the writers', () => {
  it('is taken again when its connection is lost, and lets nobody in meanwhile', async () => {
    const databaseUrl = await createDatabase(inject('postgres').server)
    const lock = new WritersLock(databaseUrl)
    let checks = 0
    await lock.share(async () => {
      // The first time after the loss: they are elsewhere, for a moment.
      if (++checks === 2) throw new Error('They moved')
    })
    lock.assertOpen()
    const postgres = new Postgres(readEnv({ DATABASE_URL: databaseUrl, APP_SECRET: 'x'.repeat(32) }))
    await postgres.pool.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await expect.poll(() => isOpen(lock)).toBe(false)
    await expect.poll(() => isOpen(lock), { timeout: 20_000 }).toBe(true)
    expect(checks).toBe(3)
    await lock.release()
    expect(isOpen(lock)).toBe(false)
    await postgres.onApplicationShutdown()
    await dropDatabase(databaseUrl)
  })
})

const isOpen = (lock: WritersLock) => {
  try {
    lock.assertOpen()
    return true
  } catch {
    return false
  }
}
