import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../test/a-person.ts'
import { anOwnServer } from '../../../test/an-own-server.ts'
import { startApi, type Api } from '../../../test/harness.ts'

/** What a request gets, and after how many milliseconds. */
async function timed(ask: Promise<{ status: number; headers: Headers }>) {
  const since = performance.now()
  const { status, headers } = await ask
  return { status, retryAfter: headers.get('retry-after'), ms: performance.now() - since }
}

const AWAY = { status: 503, retryAfter: '2' }

/** `work` until it gives what is waited for, as a client would ask again. */
async function until(isThere: () => Promise<boolean>, patienceMs: number) {
  const since = performance.now()
  while (!(await isThere())) {
    expect(performance.now() - since, 'it is back in time').toBeLessThan(patienceMs)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

describe('a PostgreSQL that is frozen', () => {
  let server: Awaited<ReturnType<typeof anOwnServer>>
  let api: Api
  let person: Person

  beforeAll(async () => {
    server = await anOwnServer()
    api = await startApi({ through: () => server.url, env: { LOG_LEVEL: 'silent' } })
  })
  beforeEach(async () => {
    person = await aPerson(api)
  })
  afterAll(async () => {
    await server.thaw()
    await api.close()
    await server.stop()
  })

  const home = () => person.get(`/v1/households/${person.householdId}/overview`)
  const rename = () =>
    person.send(`/v1/households/${person.householdId}`, { method: 'PATCH', body: { name: 'Home' } })

  it('13.2.6 (L3) is 503 within two seconds for every request, more of them than connections, and is back at once', async () => {
    await server.freeze()
    const asked = [home(), rename(), api.fetchJson('/health/ready'), ...Array.from({ length: 40 }, home)]
    for (const answer of await Promise.all(asked.map(timed))) {
      expect(answer).toMatchObject(AWAY)
      expect(answer.ms).toBeLessThan(2000)
    }
    // Known to be away: nobody waits for it any more.
    const later = await timed(home())
    expect(later).toMatchObject(AWAY)
    expect(later.ms).toBeLessThan(500)
    expect((await api.fetchJson('/health/live')).status).toBe(200)
    await server.thaw()
    await until(async () => (await home()).status === 200, 5000)
    expect((await api.fetchJson('/health/ready')).status).toBe(200)
    expect((await rename()).status).toBe(200)
  })

  it('takes the transactions with it that were under way, and none of their connections stays', async () => {
    const name = { name: 'test.frozen', text: 'update users set name = $2 where id = $1' }
    const work = api.postgres.transaction(async (tx) => {
      await tx.query(name, [person.userId, 'Lost'])
      await server.freeze()
      await tx.query(name, [person.userId, 'Lost as well'])
    })
    await expect(work).rejects.toThrow('does not answer')
    await server.thaw()
    await until(async () => (await person.get('/v1/me')).status === 200, 5000)
    expect((await person.get('/v1/me')).body.name).not.toContain('Lost')
    const all = Array.from({ length: 20 }, () => person.get('/v1/me'))
    expect((await Promise.all(all)).map(({ status }) => status)).toEqual(all.map(() => 200))
    expect(api.postgres.pool.totalCount).toBeLessThanOrEqual(5)
  })

  it('does not take a statement that is only slow for one that is lost', async () => {
    const slow = { name: 'test.slow', text: 'select pg_sleep(3), 1 as n' }
    expect(await api.postgres.query(slow)).toMatchObject([{ n: 1 }])
  })
})
