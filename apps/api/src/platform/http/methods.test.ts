import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHousehold, type Home } from '../../../test/a-household.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { addressOf, routes } from '../../../test/samples.ts'

interface Refusal {
  status: number
  allow: string | undefined
  code: string | undefined
}

/** `fetch` refuses to send some methods. */
const ask = (url: string, method: string, token?: string) =>
  new Promise<Refusal>((resolve, reject) => {
    const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` }
    httpRequest(url, { method, headers }, (response) => {
      let text = ''
      response
        .on('data', (part) => (text += String(part)))
        .on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            allow: response.headers.allow,
            code: text === '' ? undefined : (JSON.parse(text) as { code?: string }).code,
          }),
        )
    })
      .on('error', reject)
      .end()
  })

const methods = 'GET HEAD POST PUT PATCH DELETE OPTIONS TRACE QUERY SEARCH PROPFIND'.split(' ')
const served = new Map<string, Set<string>>()
for (const { path, method } of routes) {
  const known = served.get(path) ?? new Set()
  known.add(method)
  if (method === 'GET') known.add('HEAD')
  served.set(path, known)
}

describe('methods of the contract', () => {
  let api: Api
  let home: Home
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aHousehold(api)
  })
  afterAll(() => api.close())

  it('are the only ones, at every path, and Allow names them', async () => {
    for (const [path, known] of served) {
      const route = routes.find((one) => one.path === path)
      if (route === undefined) continue
      const url = api.url + addressOf(route, home)
      for (const method of methods.filter((one) => !known.has(one))) {
        expect(await ask(url, method, home.person.token), `${method} ${path}`).toEqual({
          status: 405,
          allow: [...known].toSorted().join(', '),
          code: method === 'HEAD' ? undefined : 'method-not-allowed',
        })
      }
    }
  })

  it('are those of the path with the name, not of the one with a place for an id beside it', async () => {
    const preview = `${api.url}${home.person.home}/subscriptions/preview`
    for (const method of ['GET', 'HEAD', 'PATCH', 'DELETE', 'QUERY'])
      expect(await ask(preview, method, home.person.token), method).toMatchObject({
        status: 405,
        allow: 'POST',
      })
    for (const spelled of ['/preview/', '/previe%77', '/preview?x=1'])
      expect(
        await ask(preview.replace('/preview', spelled), 'GET', home.person.token),
        spelled,
      ).toMatchObject({ status: 405, allow: 'POST' })
  })

  it('are told apart also beside the contract', async () => {
    for (const path of ['/v1/openapi.json', '/docs', '/health/live', '/.well-known/jwks.json'])
      for (const method of ['POST', 'DELETE', 'QUERY'])
        expect(await ask(api.url + path, method), `${method} ${path}`).toMatchObject({
          status: 405,
          allow: 'GET, HEAD',
        })
    for (const method of ['GET', 'POST', 'QUERY', 'PROPFIND'])
      expect(await ask(`${api.url}/v1/nothing`, method), method).toMatchObject({
        status: 404,
        code: 'not-found',
      })
  })

  it('answer HEAD wherever they answer GET, and with the same status', async () => {
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const url = api.url + addressOf(route, home)
      const { status } = await api.fetchJson(addressOf(route, home), { token: home.person.token })
      expect((await ask(url, 'HEAD', home.person.token)).status, route.path).toBe(status)
    }
  })

  it('refuse a segment of any length by its place', async () => {
    for (const route of routes.filter(({ ids }) => ids.length > 0))
      for (const length of [250, 3000]) {
        const last = `{${route.ids.at(-1) ?? ''}}`
        const path = route.path
          .replace(last, 'x'.repeat(length))
          .replace('{householdId}', home.person.householdId)
        const { status, body } = await api.fetchJson(path, {
          method: route.method,
          token: home.person.token,
          ...(route.method === 'GET' ? {} : { body: {} }),
        })
        const said = `${route.method} ${route.path}, ${length}: ${status} ${JSON.stringify(body)}`
        expect([400, 403, 404], said).toContain(status)
        if (status === 400) expect(body.errors[0].pointer, said).toMatch(/^\//)
      }
  })
})
