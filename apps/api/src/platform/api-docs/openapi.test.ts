import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { routes } from '../../../test/samples.ts'
import type { OpenApi, Operation } from './openapi.ts'

/** Pages for people, and what is for tests. */
const beside = new Set([
  '/v1/openapi.json',
  '/v1/test/clock',
  '/v1/unsubscribe',
  '/v1/letter',
  '/v1/calendars/{file}',
])

describe('the OpenAPI document', () => {
  let api: Api
  let document: OpenApi
  let operations: [string, Operation][]
  beforeAll(async () => {
    api = await startApi()
    document = (await api.fetchJson('/v1/openapi.json')).body
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path}`,
        operation,
      ]),
    )
  })
  afterAll(() => api.close())

  it('API9 lists every route of the contract, and every one is served', () => {
    const fastify: FastifyInstance = api.app.getHttpAdapter().getInstance()
    expect(operations.map(([name]) => name).toSorted()).toEqual(
      routes.map(({ method, path }) => `${method} ${path}`).toSorted(),
    )
    for (const { method, path } of routes)
      expect(
        fastify.hasRoute({ method, url: path.replaceAll(/\{(\w+)\}/g, ':$1') }),
        `${method} ${path}`,
      ).toBe(true)
  })

  it('API8 API9 leaves out nothing that is served below /v1', () => {
    const fastify: FastifyInstance = api.app.getHttpAdapter().getInstance()
    const served = pathsIn(fastify.printRoutes({ commonPrefix: false })).filter((path) =>
      path.startsWith('/v1/'),
    )
    expect(served.filter((path) => !beside.has(path)).toSorted()).toEqual(
      Object.keys(document.paths).toSorted(),
    )
  })

  it('points only at schemas that exist', () => {
    const names = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    )
    expect(names.length).toBeGreaterThan(50)
    expect(names.filter((name) => document.components.schemas[name ?? ''] === undefined)).toEqual([])
  })

  it('is 3.1 with unique operation ids, path parameters, and a bearer token unless public', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    const ids = operations.map(([, { operationId }]) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [name, { parameters = [], security }] of operations) {
      const named = parameters
        .filter((parameter) => parameter.in === 'path')
        .map((parameter) => `{${parameter.name}}`)
      expect(name.match(/\{\w+\}/g) ?? [], name).toEqual(named)
      const route = routes.find(({ method, path }) => `${method} ${path}` === name)
      expect(security, name).toEqual(route?.meta.access === 'public' ? [] : undefined)
    }
  })

  it('declares every refusal as problem+json with its codes', () => {
    for (const [name, { responses }] of operations) {
      const refusals = Object.entries(responses).filter(([status]) => Number(status) >= 400)
      expect(refusals.length, name).toBeGreaterThan(2)
      for (const [, { content }] of refusals)
        expect(Object.keys(content ?? {})).toEqual(['application/problem+json'])
    }
  })

  it('says of every route that takes a body how large it may be, and of what kind', () => {
    const taking = operations.filter(([name]) => !name.startsWith('GET '))
    expect(operations.filter(([name, { requestBody }]) => requestBody && name.startsWith('GET '))).toEqual([])
    for (const [name, { responses }] of taking) {
      expect(Object.keys(responses), name).toEqual(expect.arrayContaining(['413', '415']))
      expect(responses['413']?.description, name).toContain('too-large')
    }
  })

  it('can be read by a person, with a place for every problem', async () => {
    const { headers, body } = await api.fetchJson('/docs')
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    for (const id of ['subscriptions.create', 'Subscription', 'stale-revision'])
      expect(body).toContain(`id="${id}"`)
    expect(body).not.toMatch(/<script|style="/)
  })
})

/** The paths of Fastify's tree, in which a line holds only what follows its parent. */
function pathsIn(tree: string): string[] {
  const parents: string[] = []
  return [...tree.matchAll(/^([│├└─ ]*)(\S+) \(/gm)].map(([, indent = '', part = '']) => {
    const depth = indent.length / 4
    parents[depth] = (parents[depth - 1] ?? '') + part
    return parents[depth].replaceAll(/:(\w+)/g, '{$1}')
  })
}
