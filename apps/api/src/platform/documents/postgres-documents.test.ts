import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { boatShape } from './a-fleet.ts'
import { documentStoreContract } from './document-store.contract.ts'
import { PostgresDocuments } from './postgres-documents.ts'

let api: Api

beforeAll(async () => {
  api = await startApi()
  await api.postgres.pool.query(`create table test_boats (
    id text collate "C" primary key, revision integer not null, body_version integer not null, body jsonb not null, name text collate "C" not null,
    harbour text collate "C" not null, crew bigint, owed_since text collate "C", words text[] not null, beginnings text[] not null)`)
})

afterAll(() => api.close())

documentStoreContract({
  name: 'PostgreSQL',
  open: async () => {
    await api.postgres.pool.query('truncate test_boats')
    return new PostgresDocuments(api.postgres)
  },
  restart: async () => {
    await api.postgres.pool.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    // The one that asked is left; the loss of the others is heard a moment later.
    while (api.postgres.pool.totalCount > 1) await pause(10)
  },
})

describe('statements of a collection', () => {
  it('are prepared under names that two users of the same collection share', async () => {
    const [one, other] = [1, 2].map(() => new PostgresDocuments(api.postgres).collection(boatShape))
    await one?.find({ sort: 'name', limit: 1 })
    await other?.getMany(['a'])
    await other?.find({ sort: 'crew', limit: 1 })
    expect(await other?.find({ sort: 'name', limit: 1 })).toHaveLength(1)
  })
})
