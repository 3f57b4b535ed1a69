import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHousehold } from './a-household.ts'
import { aPerson } from './a-person.ts'
import { aRoad } from './a-road.ts'
import { redeem, signIn, ticketOf, withAuthenticator } from './an-authenticator.ts'
import { startApi, type Answer, type Api } from './harness.ts'
import { tokenTo } from './mailbox.ts'

const password = 'correct horse battery'
const AT_ONCE = 50

const rowsOf = async (api: Api, text: string, ...values: unknown[]) =>
  (await api.postgres.pool.query(text, values)).rows

const statusesOf = (answers: readonly Answer[]) => {
  const counted: Record<number, number> = {}
  for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1
  return counted
}

const atOnce = (ask: () => Promise<Answer>) => Promise.all(Array.from({ length: AT_ONCE }, ask))

describe('a change', () => {
  it('2.3.3 happens as a whole or not at all, wherever between its statements PostgreSQL goes away', async () => {
    const road = await aRoad()
    const api = await startApi({ through: road.through, env: { LOG_LEVEL: 'silent' } })
    const { person } = await aHousehold(api)
    const [charge] = (await person.get(`${person.home}/charges`)).body.items
    const broken = async (ask: () => Promise<Answer>) => {
      const seen: number[] = []
      for (const after of [0, 1, 2, 3, 4, 5, 7, 9, 12, 16, 22, 30, 45, 70, 110, 200]) {
        const answer = ask()
        await pause(after)
        await road.close()
        seen.push((await answer).status)
        await road.open()
        await api.fetchJson('/health/ready')
      }
      // However slow the machine: one that nothing disturbs.
      return [...seen, (await ask()).status]
    }
    const paid = await broken(() =>
      person.post(`${person.home}/charges/${charge.id}/payments`, {
        amount: { amount: 100, currency: 'INR' },
      }),
    )
    const registered = await broken(() => {
      const body = { email: `${randomUUID()}@example.org`, password, name: 'A' }
      return api.fetchJson('/v1/auth/register', { method: 'POST', body })
    })
    for (const statuses of [paid, registered]) expect(new Set(statuses)).toEqual(new Set([201, 503]))

    const [money] = await rowsOf(
      api,
      `select (select count(*)::int from payments) as payments,
        (select count(*)::int from ledger_transactions) as transactions,
        (select coalesce(sum(amount), 0)::int from ledger_entries) as sum,
        (select paid from charges where id = $1) = (select sum(amount) from payments where charge_id = $1) as adds`,
      charge.id,
    )
    expect(money).toMatchObject({ transactions: money.payments, sum: 0, adds: true })
    const halves = await rowsOf(
      api,
      `select u.id from users u where not exists (select from sessions s where s.user_id = u.id)
        or not exists (select from household_members m where m.user_id = u.id)
        or not exists (select from link_tokens l where l.user_id = u.id)
        or not exists (select from user_roles r where r.user_id = u.id)
        or not exists (select from audit_entries a where a.subject_id = u.id and a.event = 'registered')`,
    )
    expect(halves).toEqual([])
    const [letters] = await rowsOf(
      api,
      'select (select count(*)::int from deliveries) as mails, (select count(*)::int from users) as users',
    )
    expect(letters.mails).toBe(letters.users)
    await api.close()
    await road.close()
  })
})

describe('fifty of the same at once', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  const post = (path: string, body: unknown) =>
    api.fetchJson(path, { method: 'POST', body, headers: { 'X-Client': 'mobile' } })

  it('2.3.4 15.4.2 pay a charge once, and the ledger adds up', async () => {
    const { person } = await aHousehold(api)
    const [, next] = (await person.get(`${person.home}/charges`)).body.items
    const path = `${person.home}/charges/${next.id}/payments`
    const answers = await atOnce(() => person.post(path, { amount: next.outstanding }))
    expect(statusesOf(answers)).toEqual({ 201: 1, 409: AT_ONCE - 1 })
    const [sums] = await rowsOf(
      api,
      `select (select sum(amount)::int from payments where charge_id = $1) as paid,
        (select coalesce(sum(amount), 0)::int from ledger_entries where household_id = $2) as sum`,
      next.id,
      person.householdId,
    )
    expect(sums).toEqual({ paid: next.outstanding.amount, sum: 0 })
  })

  it('2.3.4 15.4.2 use a link once: to verify, and to set a password', async () => {
    const { email } = await aPerson(api)
    const token = await tokenTo(api, email, 'welcome')
    const verified = await atOnce(() => post('/v1/auth/verify-email', { token }))
    expect(statusesOf(verified)).toMatchObject({ 200: 1 })
    await post('/v1/auth/forgot-password', { email })
    await api.ticks.runAll()
    const link = await tokenTo(api, email, 'reset-password')
    const reset = await atOnce(() =>
      post('/v1/auth/reset-password', { token: link, password: 'a new passphrase' }),
    )
    expect(statusesOf(reset)).toMatchObject({ 204: 1 })
  })

  it('2.3.4 15.4.2 make one session of a code, a ticket and a recovery code', async () => {
    const person = await aPerson(api)
    const app = await withAuthenticator(api, person)
    const code = await app.nextCode()
    const tickets = await Promise.all(Array.from({ length: AT_ONCE }, () => ticketOf(api, person.email)))
    const byCode = await Promise.all(tickets.map((ticket) => redeem(api, ticket, { code })))
    expect(statusesOf(byCode)).toEqual({ 200: 1, 401: AT_ONCE - 1 })
    const ticket = await ticketOf(api, person.email)
    const [recoveryCode] = app.recoveryCodes
    const byTicket = await atOnce(() => redeem(api, ticket, { recoveryCode }))
    expect(statusesOf(byTicket)).toEqual({ 200: 1, 401: AT_ONCE - 1 })
  })

  it('2.3.4 15.4.2 keep no more API keys than there may be', async () => {
    const person = await aPerson(api)
    await rowsOf(api, 'update users set email_verified = true where id = $1', person.userId)
    const made = await atOnce(() =>
      person.post('/v1/me/api-keys', { name: 'Script', scopes: ['profile.read'] }),
    )
    expect(statusesOf(made)).toEqual({ 201: 20, 409: AT_ONCE - 20 })
  })
})

describe('a step', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  it('2.3.1 is not taken before the one it needs', async () => {
    const person = await aPerson(api)
    const code = async (method: string, path: string, body?: unknown) => {
      const answer = await person.send(path, { method, body: body ?? {} })
      return answer.body?.code ?? answer.status
    }
    expect(await code('POST', '/v1/me/totp/confirm', { code: '123456' })).toBe('second-factor-failed')
    expect(await code('POST', '/v1/me/recovery-codes')).toBe('illegal-transition')
    expect(await code('POST', '/v1/me/phone/verify', { code: '123456' })).toBe('link-expired')
    expect(await code('POST', '/v1/me/identities/work/link')).toBe('not-offered')
    expect(await code('POST', '/v1/me/api-keys', { name: 'S', scopes: ['profile.read'] })).toBe(
      'email-not-verified',
    )
    await withAuthenticator(api, person)
    const { body } = await signIn(api, person.email)
    expect([body.accessToken, typeof body.secondFactor.ticket]).toEqual([undefined, 'string'])
    // A ticket is no token, and a token no ticket.
    expect((await api.fetchJson('/v1/me', { token: body.secondFactor.ticket })).status).toBe(401)
    expect((await redeem(api, person.refreshToken, { code: '123456' })).body.code).toBe('session-ended')
  })
})
