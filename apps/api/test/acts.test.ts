import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendActOf, twoActsOf, type Sent, type TwoActs } from './acts.ts'
import { aSharedHome, type SharedHome } from './a-shared-home.ts'
import { startApi, type Answer, type Api } from './harness.ts'
import { ledgerFaults } from './ledger-checks.ts'
import { routes } from './samples.ts'

const DAY = 24 * 3_600_000
const idempotent = routes.filter(({ meta }) => meta.idempotent).map(({ name }) => name)
const onRevision = routes.filter(({ meta }) => meta.ifMatch).map(({ name }) => name)

const codeOf = ({ status, body }: Answer) => [status, body.code]
const isReplayed = ({ headers }: Answer) => headers.get('idempotency-replayed') === 'true'

describe('every act with a key', () => {
  let api: Api
  let home: SharedHome
  const keys: Record<string, string> = {}
  const firsts: Record<string, Answer> = {}
  const acts: Record<string, TwoActs> = {}
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z' })
    home = await aSharedHome(api)
  })
  afterAll(() => api.close())

  const send = (act: Sent, headers: Record<string, string> = {}) => sendActOf(home.asha, act, headers)
  const withKey = (act: Sent, key: string) => send(act, { 'Idempotency-Key': key })

  it.each(idempotent)(
    '%s answers again what it answered, and refuses another act under its key',
    async (name) => {
      const [one, other] = (acts[name] = (await twoActsOf(home)[name]?.()) ?? missing(name))
      const key = (keys[name] = randomUUID())
      const first = (firsts[name] = await withKey(one, key))
      expect([first.status < 300, isReplayed(first)], JSON.stringify(first.body)).toEqual([true, false])
      const again = await withKey(one, key)
      expect([again.status, again.body, isReplayed(again)]).toEqual([first.status, first.body, true])
      expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
      expect(codeOf(await withKey(other, key))).toEqual([409, 'idempotency-conflict'])
    },
  )

  it.each(idempotent)('%s happens once for five that come together', async (name) => {
    const [one] = (await twoActsOf(home)[name]?.()) ?? missing(name)
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 5 }, () => withKey(one, key)))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size, JSON.stringify(answers[0])).toBe(1)
    expect(answers.map(isReplayed).filter((replayed) => !replayed)).toHaveLength(1)
  })

  it.each(onRevision)(
    '%s on a revision is recognised when its answer was lost; another one is stale',
    async (name) => {
      const [one, other] = (await twoActsOf(home)[name]?.()) ?? missing(name)
      const { revision } = (await home.asha.get(seenAt(one, home.asha.home))).body
      const ifMatch = { 'If-Match': `"${revision}"` }
      const first = await send(one, ifMatch)
      expect(first.status, JSON.stringify(first.body)).toBe(200)
      const again = await send(one, ifMatch)
      expect([again.status, again.body, isReplayed(again)]).toEqual([200, first.body, true])
      const key = randomUUID()
      expect(
        codeOf(await send({ ...other, path: one.path }, { ...ifMatch, 'Idempotency-Key': key })),
      ).toEqual([412, 'stale-revision'])
    },
  )

  it('after a day is something new under the same key', async () => {
    await api.clock.moveTo(new Date(api.clock.now() + DAY + 60_000).toISOString())
    const { rows } = await api.postgres.pool.query('select from idempotent_answers')
    expect(rows).toEqual([])
    const signedIn = await api.fetchJson('/v1/auth/sign-in', {
      method: 'POST',
      headers: { 'X-Client': 'mobile' },
      body: { email: home.asha.email, password: 'correct horse battery' },
    })
    const token: string = signedIn.body.accessToken
    const { asha } = home
    const later: typeof asha = {
      ...asha,
      token,
      send: (path, request) => api.fetchJson(path, { token, ...request }),
    }
    for (const name of idempotent) {
      const [, other] = acts[name] ?? missing(name)
      const answer = await sendActOf(later, other, { 'Idempotency-Key': keys[name] ?? missing(name) })
      expect([answer.status, isReplayed(answer)], name).toEqual([firsts[name]?.status, false])
      // One answer for all that were never asked; a day later nobody is left.
      if (name !== 'subscriptions.recordThemselves')
        expect(idsOf(answer), name).not.toEqual(idsOf(firsts[name] ?? missing(name)))
    }
    expect(await ledgerFaults(api.postgres.pool)).toEqual([])
  })
})

const missing = (name: string): never => {
  throw new Error(`test/acts.ts knows no two acts of ${name}`)
}

const seenAt = ({ path }: Sent, home: string) =>
  path.startsWith('/v1/') ? path : home + path.replace(/\/(renew|cancel|reactivate|acts)$/, '')

/** What an act made or did. */
const idsOf = ({ body }: Answer): unknown => [
  body.payment?.id ?? body.items?.[0]?.payment.id ?? body.paymentIds?.[0] ?? body.id,
  body.corrections?.at(-1)?.id,
  body.revision,
  body.name,
  body.token,
  body.url,
]
