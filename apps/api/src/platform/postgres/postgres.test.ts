import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson } from '../../../test/a-person.ts'
import { aRoad } from '../../../test/a-road.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import type { Queries } from './queries.ts'

const one = {
  name: 'test.one',
  text: `select $1::int as n, '2026-11-23'::date as day, 7::bigint as count,
  '2026-11-23 10:00:00.5+05:30'::timestamptz as at`,
}

describe('PostgreSQL', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi()))
  afterAll(() => api.close())

  it('reads dates and instants as text and counts as numbers', async () => {
    expect(await api.postgres.query(one, [1])).toEqual([
      { n: 1, day: '2026-11-23', count: 7, at: '2026-11-23T04:30:00.5Z' },
    ])
  })

  it('asks no server to compile what it runs, whatever the server does by itself', async () => {
    const compiles = { name: 'test.compiles', text: `select current_setting('jit') as compiles` }
    const { rows } = await api.postgres.pool.query(`select boot_val from pg_settings where name = 'jit'`)
    expect(rows).toEqual([{ boot_val: 'on' }])
    expect(await api.postgres.query(compiles)).toEqual([{ compiles: 'off' }])
    expect(await api.postgres.transaction((tx) => tx.query(compiles))).toEqual([{ compiles: 'off' }])
  })

  it('2.3.3 keeps nothing of a transaction that fails', async () => {
    const { householdId } = await aPerson(api)
    const rename = { name: 'test.rename', text: 'update households set name = $2 where id = $1' }
    const failing = api.postgres.transaction(async (tx) => {
      await tx.query(rename, [householdId, 'Lost'])
      throw new Error('after the write')
    })
    await expect(failing).rejects.toThrow('after the write')
    const { rows } = await api.postgres.pool.query('select name from households where id = $1', [householdId])
    expect(rows[0].name).not.toBe('Lost')
  })

  it('sends what waits for the end with the commit, or keeps nothing at all', async () => {
    const { householdId } = await aPerson(api)
    const rename = { name: 'test.rename', text: 'update households set name = $2 where id = $1' }
    const wrong = { name: 'test.wrong', text: 'update households set country = null where id = $1' }
    const read = { name: 'test.name', text: 'select name from households where id = $1' }
    const named = (on: Queries) => on.query(read, [householdId])
    await api.postgres.transaction(async (tx) => {
      tx.atEnd(rename, [householdId, 'Last'])
      expect(await named(tx)).not.toEqual([{ name: 'Last' }])
    })
    expect(await named(api.postgres)).toEqual([{ name: 'Last' }])
    const failing = api.postgres.transaction(async (tx) => {
      await tx.query(rename, [householdId, 'Never'])
      tx.atEnd(wrong, [householdId])
      tx.atEnd(rename, [householdId, 'Nor this'])
    })
    await expect(failing).rejects.toThrow('null value')
    expect(await named(api.postgres)).toEqual([{ name: 'Last' }])
  })

  it('waits once for the disk for any number of transactions that did not', async () => {
    const { householdId } = await aPerson(api)
    const rename = { name: 'test.rename', text: 'update households set name = $2 where id = $1' }
    const journal = async (end: string): Promise<bigint> => {
      const { rows } = await api.postgres.pool.query(`select pg_wal_lsn_diff(${end}(), '0/0')::text as at`)
      return BigInt(rows[0].at)
    }
    for (const name of ['First', 'Second'])
      await api.postgres.transaction((tx) => tx.query(rename, [householdId, name]), { isUnhurried: true })
    const written = await journal('pg_current_wal_insert_lsn')
    await api.postgres.onDisk()
    expect(await journal('pg_current_wal_flush_lsn')).toBeGreaterThanOrEqual(written)
  })

  it('finds rows by their index in a transaction, also where a table was empty when that was planned', async () => {
    await api.postgres.pool.query('vacuum analyze charge_corrections')
    const planned = {
      name: 'test.planned',
      text: 'explain (format json) select from charge_corrections where id = gen_random_uuid()',
    }
    const rows = await api.postgres.transaction((tx) => tx.query(planned))
    expect(JSON.stringify(rows)).not.toContain('Seq Scan')
  })

  it('does not pass for committed what a swallowed failure has ended', async () => {
    const wrong = { name: 'test.wrong-column', text: 'select nothing_of_this_name' }
    const swallowed = api.postgres.transaction((tx) => tx.query(wrong).catch(() => []))
    await expect(swallowed).rejects.toThrow('had failed before its commit')
  })

  it('runs a transaction again when PostgreSQL asks for it, five times', async () => {
    let runs = 0
    const conflict = Object.assign(new Error('could not serialize access'), { code: '40001' })
    const result = await api.postgres.transaction(async () => {
      if (++runs < 6) throw conflict
      return 'done'
    })
    expect([result, runs]).toEqual(['done', 6])
    const never = api.postgres.transaction(() => Promise.reject(conflict))
    await expect(never).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('lets concurrent counters in a serializable transaction add up', async () => {
    const { householdId } = await aPerson(api)
    const read = { name: 'test.read', text: 'select content_revision as n from households where id = $1' }
    const write = { name: 'test.write', text: 'update households set content_revision = $2 where id = $1' }
    const before = (await api.postgres.query<{ n: number }>(read, [householdId]))[0]?.n ?? 0
    const add = () =>
      api.postgres.transaction(
        async (tx) => {
          const [row] = await tx.query<{ n: number }>(read, [householdId])
          await tx.query(write, [householdId, (row?.n ?? 0) + 1])
        },
        { isolation: 'serializable' },
      )
    await Promise.all([add(), add(), add()])
    expect(await api.postgres.query(read, [householdId])).toEqual([{ n: before + 3 }])
  })

  it('gives a statement seconds, and minutes where the work says that it takes long', async () => {
    const limit = { name: 'test.limit', text: `select current_setting('statement_timeout') as limit` }
    expect(await api.postgres.query(limit)).toEqual([{ limit: '10s' }])
    const long = api.postgres.transaction((tx) => tx.query(limit), { takesLong: true })
    expect(await long).toEqual([{ limit: '3min' }])
    expect(await api.postgres.query(limit)).toEqual([{ limit: '10s' }])
  })

  it('16.5.1 16.5.4 answers 500 without details when a statement is wrong, and lives on', async () => {
    const broken = await startApi({ env: { LOG_LEVEL: 'silent' } })
    const person = await aPerson(broken)
    await broken.postgres.pool.query('alter table users rename column locale to language')
    const { status, body } = await person.get('/v1/me')
    expect([status, body.code]).toEqual([500, 'internal-error'])
    expect(JSON.stringify(body)).not.toMatch(/column|select|users|\.ts/)
    expect((await broken.fetchJson('/health/live')).status).toBe(200)
    await broken.close()
  })

  it('13.2.6 (L3) is 503 while it is away, and answers again when it is back', async () => {
    const road = await aRoad()
    const there = await startApi({ through: road.through, env: { LOG_LEVEL: 'silent' } })
    const person = await aPerson(there)
    await road.close()
    const { status, headers, body } = await person.get('/v1/me')
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'unavailable', '2'])
    expect((await there.fetchJson('/health/ready')).status).toBe(503)
    expect((await there.fetchJson('/health/live')).status).toBe(200)
    await road.open()
    expect((await person.get('/v1/me')).status).toBe(200)
    await there.close()
    await road.close()
  })
})
