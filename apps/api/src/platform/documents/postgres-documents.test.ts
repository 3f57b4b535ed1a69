import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { boatShape, documentStoreContract } from './document-store.contract.ts'
import { PostgresDocuments } from './postgres-documents.ts'

let api: Api

beforeAll(async () => {
  api = await startApi()
  await api.postgres.pool.query(`create table test_boats (
    id text collate "C" primary key, revision integer not null, body_version integer not null, body jsonb not null, name text collate "C" not null,
    harbour text collate "C" not null, crew bigint, words text[] not null, beginnings text[] not null)`)
})

afterAll(() => api.close())

documentStoreContract('PostgreSQL', async () => {
  await api.postgres.pool.query('truncate test_boats')
  return new PostgresDocuments(api.postgres).collection(boatShape)
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
