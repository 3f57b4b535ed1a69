import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aHousehold } from '../../../test/a-household.ts'
import type { Person } from '../../../test/a-person.ts'
import { mountSmallDisk } from '../../../../../tools/postgres/small-disk.mjs'
import { anOwnServer } from '../../../test/an-own-server.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { Clock } from '../clock/clock.ts'

const disk = await mountSmallDisk(64)
if (disk === undefined)
  console.warn('NOT TESTED on a disk that is really full: this process may not mount one (be root)')

const isFilled = async (filled: Promise<{ status: number; body: { code: string } }>) => {
  const { status, body } = await filled
  if (status < 300) return false
  expect([status, body.code]).toEqual([503, 'unavailable'])
  return true
}

/** Every kind of read of a household, its first screen before anything else of the day is kept. */
async function expectReads({ get, home, token }: Person, api: Api) {
  const paths = ['/overview', '/subscriptions', '/charges', '/balances', '/members', '/history', '']
  for (const path of paths) expect([path, (await get(home + path)).status]).toEqual([path, 200])
  const first = await api.fetchJson(`${home}/overview`, { token })
  expect(first.body.today).toBeDefined()
  expect((await get('/v1/me')).status).toBe(200)
}

describe.skipIf(disk === undefined)('a PostgreSQL whose disk is full', () => {
  let server: Awaited<ReturnType<typeof anOwnServer>>
  let api: Api

  beforeAll(async () => {
    server = await anOwnServer()
    // Tables alone: its log has room, so that it stays up. `npm run chaos` fills the disk of both.
    await server.whileStopped(async (cluster) => disk?.take(join(cluster, 'base')))
    api = await startApi({ through: () => server.url, env: { LOG_LEVEL: 'silent' } })
  })
  afterAll(async () => {
    // Whatever became of the start.
    await (api as Api | undefined)?.close()
    await (server as typeof server | undefined)?.stop()
    await disk?.remove()
  })

  it('refuses writes with 503, goes on with reads, is not ready, and takes up again when there is room', async () => {
    const { person } = await aHousehold(api)
    const write = () =>
      person.post(`${person.home}/subscriptions`, {
        name: 'Something else',
        kind: 'ott',
        startsOn: new Date(api.clock.now()).toISOString().slice(0, 10),
        interval: { count: 1, unit: 'month' },
        price: { amount: 100, currency: 'INR' },
        renewal: 'automatic',
        taxIncluded: true,
        note: 'x'.repeat(500),
      })
    expect((await api.fetchJson('/health/ready')).status).toBe(200)
    await disk?.fill()
    let written = 0
    while (!(await isFilled(write()))) expect(++written, 'the disk is full at last').toBeLessThan(300)
    expect((await api.fetchJson('/health/ready')).status).toBe(503)
    expect((await api.fetchJson('/health/ready')).headers.get('retry-after')).toBe('2')
    await expectReads(person, api)
    await disk?.empty()
    expect((await api.fetchJson('/health/ready')).status).toBe(200)
    expect((await write()).status).toBe(201)
  })
})

describe('a PostgreSQL that can write nothing', () => {
  let api: Api
  let person: Person
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z', env: { LOG_LEVEL: 'silent' } })
    ;({ person } = await aHousehold(api))
    await api.postgres.pool.query(`create function refuse() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = tg_argv[0]; end $$`)
  })
  afterEach(() =>
    api.postgres.pool.query(`do $$ declare one record; begin
      for one in select tgname, tgrelid::regclass as place from pg_trigger where tgname = 'refuse'
      loop execute format('drop trigger refuse on %s', one.place); end loop; end $$`),
  )
  afterAll(() => api.close())

  const refuse = (code: string) =>
    api.postgres.pool.query(`do $$ declare one record; begin
      for one in select tablename from pg_tables where schemaname = 'public'
      loop execute format('create trigger refuse before insert or update or delete on %I for each statement
        execute function refuse(''${code}'')', one.tablename); end loop; end $$`)

  it.each(['53100', '53200', '53300', '58030', '57P03', '25006'])(
    '(%s) refuses writes with 503 and goes on with reads, though they keep nothing',
    async (code) => {
      await refuse(code)
      const signIn = { email: person.email, password: 'correct horse battery' }
      const writes = [
        person.patch(person.home, { name: 'Elsewhere' }),
        person.post(`${person.home}/members`, { name: 'Ravi' }),
        person.post(`${person.home}/members`, { name: 'Ravi' }, { 'Idempotency-Key': `key-${code}` }),
        api.fetchJson('/v1/auth/sign-in', { method: 'POST', body: signIn }),
      ]
      for (const { status, headers } of await Promise.all(writes))
        expect([status, headers.get('retry-after')]).toEqual([503, '2'])
      await expectReads(person, api)
    },
  )

  it('goes without the note of when somebody was here last', async () => {
    await refuse('53100')
    api.app.get(Clock).shiftTo(Date.parse('2026-11-23T10:10:00Z'))
    expect((await person.get('/v1/me')).status).toBe(200)
  })
})
