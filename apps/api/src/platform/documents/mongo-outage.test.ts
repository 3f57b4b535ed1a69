import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aRoad } from '../../../test/a-road.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { outageOf } from '../postgres/outage.ts'

const said = (name: string, code?: number) => Object.assign(new Error('x'), { name, code })

describe('a MongoDB that is away', () => {
  let road: Awaited<ReturnType<typeof aRoad>>
  let api: Api
  beforeAll(async () => {
    road = await aRoad()
    // Without the patience of the other tests, and not by the address that the server itself gives.
    const throughMongodb = (url: string) => road.through(url.replace(/\?.*/, '?directConnection=true'))
    api = await startApi({ throughMongodb, env: { LOG_LEVEL: 'silent' } })
  })
  afterAll(async () => {
    await road.close()
    await api.close()
  })

  const plan = () => api.fetchJson('/v1/plans/netflix-in-premium')

  it('is 503 with Retry-After, ready says no, and all is well when it is back', async () => {
    expect((await plan()).status).toBe(200)
    await road.close()
    const { status, headers, body } = await plan()
    expect([status, body.code]).toEqual([503, 'unavailable'])
    expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await api.fetchJson('/health/ready')).status).toBe(503)
    expect((await api.fetchJson('/health/live')).status).toBe(200)
    await road.open()
    await expect.poll(async () => (await plan()).status, { timeout: 60_000 }).toBe(200)
    await expect.poll(async () => (await api.fetchJson('/health/ready')).status).toBe(200)
  })
})

describe('what the driver says', () => {
  it.each([
    ['MongoServerSelectionError', undefined, 'away'],
    ['MongoNetworkTimeoutError', undefined, 'away'],
    ['MongoPoolClearedError', undefined, 'away'],
    ['MongoServerError', 10_107, 'away'],
    ['MongoBulkWriteError', 64, 'away'],
    ['MongoServerError', 14_031, 'full'],
    ['MongoServerError', 11_000, undefined],
    ['MongoServerError', 121, undefined],
    ['MongoParseError', undefined, undefined],
  ])('%s %s means %s', (name, code, outage) => {
    expect(outageOf(said(name, code))).toBe(outage)
    expect(outageOf(new Error('wrapped', { cause: said(name, code) }))).toBe(outage)
  })
})
