import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Session } from './answers.ts'
import { createClient, type ClientOptions } from './client.ts'
import { createSessionKeeper } from './session/session-keeper.ts'

interface Seen {
  method: string | undefined
  url: string | undefined
  headers: IncomingMessage['headers']
  body: string
}

const servers: (() => void)[] = []

afterEach(() => {
  for (const stop of servers.splice(0)) stop()
})

const problem = (code: string, status: number, more: object = {}) => ({
  status,
  type: 'application/problem+json; charset=utf-8',
  body: { type: `/docs#${code}`, title: code, status, detail: code, code, requestId: 'r', ...more },
})

/** A real HTTP server that answers as told, and a client of it whose refresh gives `token-2`. */
const world = async (
  answer: (request: Seen) => {
    status: number
    type?: string
    headers?: Record<string, string>
    body: unknown
  },
  { confirm, kind }: Pick<ClientOptions, 'confirm' | 'kind'> = {},
) => {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      const { method, url, headers } = request
      seen.push({ method, url, headers, body })
      const {
        status,
        type = 'application/json',
        headers: more,
        body: said,
      } = answer({ method, url, headers, body })
      response
        .writeHead(status, { 'content-type': type, ...more })
        .end(typeof said === 'string' ? said : JSON.stringify(said))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  servers.push(() => server.close())
  const session = createSessionKeeper({
    refresh: () => Promise.resolve({ accessToken: 'token-2', user: { id: 'asha' } } as Session),
    exclusively: (work) => work(),
    publish: () => {},
    onNews: () => {},
    store: { read: () => Promise.resolve({ refreshToken: null }), write: () => Promise.resolve() },
  })
  await session.adopt({ accessToken: 'token-1', user: { id: 'asha' } } as Session)
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = createClient({
    baseUrl,
    session,
    ...(kind ? { kind } : {}),
    ...(confirm ? { confirm } : {}),
  })
  return { seen, server, client }
}

const householdId = '01a20a0b-19e0-75e7-a620-69261d7dd39e'
const id = '01a20a0b-19e1-768b-80bc-94a13b3b6ee1'

test('a call has the path, the query and the headers of the contract', async () => {
  const { client, seen } = await world(() => ({ status: 200, body: { items: [], nextCursor: null } }))
  await client.billing.listCharges({ householdId, state: 'open', limit: 50 })
  await client.subscriptions.cancel({ householdId, id }, { context: { idempotencyKey: 'k', ifMatch: 3 } })
  expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `GET /v1/households/${householdId}/charges?state=open&limit=50`,
    `POST /v1/households/${householdId}/subscriptions/${id}/cancel`,
  ])
  expect(seen[1]?.headers).toMatchObject({
    'idempotency-key': 'k',
    'if-match': '"3"',
    authorization: 'Bearer token-1',
  })
})

test('an app that is no page says so on every call, a page says nothing', async () => {
  const asPage = await world(() => ({ status: 200, body: {} }))
  await asPage.client.identity.refresh({})
  expect(asPage.seen[0]?.headers['x-client']).toBeUndefined()
  const asApp = await world(() => ({ status: 200, body: {} }), { kind: 'mobile' })
  await asApp.client.identity.refresh({ refreshToken: 'kept' })
  expect(asApp.seen.map(({ headers, body }) => [headers['x-client'], headers.authorization, body])).toEqual([
    ['mobile', undefined, '{"refreshToken":"kept"}'],
  ])
})

test('a refusal arrives with its code and its places', async () => {
  const { client } = await world(() =>
    problem('invalid-input', 400, { errors: [{ pointer: '/email', message: 'must be an address' }] }),
  )
  const refused = client.identity.register({ email: 'x', password: 'long enough', name: 'Asha' })
  await expect(refused).rejects.toMatchObject({ name: 'ProblemError', code: 'invalid-input', status: 400 })
  await refused.catch((error: { messageAt: (field: string) => string }) =>
    expect(error.messageAt('email')).toBe('must be an address'),
  )
})

test('a table for spreadsheets arrives as its text', async () => {
  const table = 'date,kind,note\r\n2026-11-03,payment,"\'=1+1"\r\n'
  const { client } = await world(() => ({ status: 200, type: 'text/csv; charset=utf-8', body: table }))
  expect(await client.history.csv({ householdId })).toBe(table)
})

test('a gateway in between that answers with a page of its own counts as being away', async () => {
  const { client } = await world(() => ({ status: 502, type: 'text/html', body: 'Bad gateway' }))
  await expect(client.me.read({})).rejects.toMatchObject({ code: 'unavailable' })
})

test('nobody there is offline, not a crash', async () => {
  const { client, server } = await world(() => ({ status: 200, body: {} }))
  await new Promise((resolve) => {
    server.close(resolve)
  })
  await expect(client.me.read({})).rejects.toMatchObject({ code: 'offline' })
})

test('an expired token is renewed once and the same request sent again, key and body unchanged', async () => {
  const { client, seen } = await world(({ headers }) =>
    headers.authorization === 'Bearer token-2' ? { status: 201, body: {} } : problem('unauthenticated', 401),
  )
  await client.billing.recordPayment({ householdId, id, note: 'cash' }, { context: { idempotencyKey: 'k' } })
  expect(seen.map(({ headers, body }) => [headers.authorization, headers['idempotency-key'], body])).toEqual([
    ['Bearer token-1', 'k', '{"note":"cash"}'],
    ['Bearer token-2', 'k', '{"note":"cash"}'],
  ])
})

test('what needs a recent sign-in is sent once more after the person confirmed, with all it said', async () => {
  let confirmed = false
  const { client, seen } = await world(
    () =>
      confirmed ? { status: 200, body: { secret: 's', uri: 'u' } } : problem('fresh-sign-in-needed', 403),
    {
      confirm: () => {
        confirmed = true
        return Promise.resolve(true)
      },
    },
  )
  expect(await client.identity.startTotp({})).toEqual({ secret: 's', uri: 'u' })
  expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /v1/me/totp', 'POST /v1/me/totp'])
})

test('who does not confirm gets the refusal, and nothing is sent again', async () => {
  const { client, seen } = await world(() => problem('fresh-sign-in-needed', 403), {
    confirm: () => Promise.resolve(false),
  })
  await expect(client.identity.startTotp({})).rejects.toMatchObject({ code: 'fresh-sign-in-needed' })
  expect(seen).toHaveLength(1)
})

test('a wrong password is sent once: it says nothing about the session', async () => {
  const { client, seen } = await world(() => problem('wrong-credentials', 401))
  await expect(client.identity.confirm({ password: 'no' })).rejects.toMatchObject({
    code: 'wrong-credentials',
  })
  expect(seen).toHaveLength(1)
})

test('JSON that a browser would save as a file is still the answer of its route', async () => {
  const disposition = { 'content-disposition': 'attachment; filename="streamline-2026-12-01.json"' }
  const kept = { exportedAt: '2026-12-01T00:00:00Z', account: { email: 'asha@example.com' } }
  const { client } = await world(() => ({
    status: 200,
    type: 'application/json; charset=utf-8',
    headers: disposition,
    body: kept,
  }))
  expect(await client.identity.exportData({})).toEqual(kept)
})
