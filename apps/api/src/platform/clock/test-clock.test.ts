import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'

describe('the test clock', () => {
  let api: Api
  const seen: string[] = []
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-28T10:00:00Z' })
    let left = 0
    api.ticks.register({
      name: 'witness',
      run: async (now) => {
        const day = new Date(now).toISOString().slice(0, 13)
        if (seen.at(-1) !== day) left = 2
        if (seen.at(-1) !== day) seen.push(day)
        return left-- > 0 ? 1 : 0
      },
    })
  })
  afterAll(() => api.close())

  const put = (now: unknown, headers: Record<string, string> = {}) =>
    api.fetchJson('/v1/test/clock', { method: 'PUT', body: { now }, headers })

  it('moves day by day, until nothing more is due', async () => {
    const { status, body } = await put('2026-12-01T08:00:00Z')
    expect(status).toBe(200)
    expect(body.now).toMatch(/^2026-12-01T08:00:0/)
    expect(seen).toEqual(['2026-11-29T00', '2026-11-30T00', '2026-12-01T00', '2026-12-01T08'])
  })

  it('flows on from there, for everybody', async () => {
    const { body } = await api.fetchJson('/v1/test/clock')
    expect(Date.parse(body.now)).toBeGreaterThanOrEqual(Date.parse('2026-12-01T08:00:00Z'))
    const { rows } = await api.postgres.pool.query('select offset_ms from test_clock')
    expect(rows).toHaveLength(1)
  })

  it('never moves backwards', async () => {
    const { status, body } = await put('2026-11-30T00:00:00Z')
    expect([status, body.code]).toEqual([409, 'clock-backwards'])
  })

  it('takes one move after the other', async () => {
    const answers = await Promise.all([put('2026-12-02T08:00:00Z'), put('2026-12-03T08:00:00Z')])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
  })

  it('wants an instant and nothing else', async () => {
    for (const now of ['2026-13-01T00:00:00Z', '2027-01-01', 7, null, undefined])
      expect((await put(now)).body.errors[0].pointer).toBe('/now')
  })

  it('does not exist for requests that came through a proxy or by another name', async () => {
    expect((await put('2027-01-01T00:00:00Z', { 'X-Forwarded-For': '203.0.113.7' })).status).toBe(404)
    expect((await put('2027-01-01T00:00:00Z', { Forwarded: 'for=203.0.113.7' })).status).toBe(404)
  })

  it('does not exist where people come by another address, so that a proxy on this machine opens nothing', async () => {
    const served = await startApi({ env: { PUBLIC_URL: 'https://streamline.example' } })
    expect((await served.fetchJson('/v1/test/clock')).status).toBe(404)
    const move = { method: 'PUT', body: { now: '2030-01-01T00:00:00Z' } }
    expect((await served.fetchJson('/v1/test/clock', move)).status).toBe(404)
    await served.close()
  })

  it('does not exist where it is not switched on', async () => {
    const plain = await startApi({ testClock: false })
    expect((await plain.fetchJson('/v1/test/clock')).status).toBe(404)
    await plain.close()
  })
})
