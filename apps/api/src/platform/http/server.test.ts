import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'

describe('the server', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi()))
  afterAll(() => api.close())

  it('answers a route of the contract', async () => {
    expect(await api.fetchJson('/v1/settings')).toMatchObject({ status: 200, body: { demo: true } })
  })

  it('says that it lives and is ready', async () => {
    expect((await api.fetchJson('/health/live')).status).toBe(200)
    expect((await api.fetchJson('/health/ready')).status).toBe(200)
  })

  it('answers what does not exist with a problem', async () => {
    const { status, headers, body } = await api.fetchJson('/v1/nothing')
    expect(status).toBe(404)
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(body).toMatchObject({ code: 'not-found', status: 404, requestId: headers.get('x-request-id') })
  })

  it('says 405 where the path exists and the method does not', async () => {
    expect((await api.fetchJson('/v1/settings', { method: 'PUT', body: {} })).body.code).toBe(
      'method-not-allowed',
    )
  })

  it('refuses what a route does not know, by name', async () => {
    const { status, body } = await api.fetchJson('/v1/settings?a=1&__proto__=2')
    expect(status).toBe(400)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/query/a',
      '/query/__proto__',
    ])
  })

  it('refuses a broken address', async () => {
    expect((await api.fetchJson('/v1/%zz')).body.code).toBe('invalid-input')
  })
})
