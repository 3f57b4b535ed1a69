import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../../test/a-person.ts'
import { redeem, signIn, ticketOf, withAuthenticator } from '../../../../test/an-authenticator.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { tokenTo } from '../../../../test/mailbox.ts'
import { PasswordHashingService } from '../passwords/password-hashing.service.ts'

const old = 'correct horse battery'
const chosen = 'a brand new passphrase'

describe('taking over an account', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  const rows = async (text: string, ...values: unknown[]) =>
    (await api.postgres.pool.query(text, values)).rows
  const verified = (person: Person) =>
    rows('update users set email_verified = true where id = $1', person.userId)
  const reset = async ({ email }: Person) => {
    await api.fetchJson('/v1/auth/forgot-password', { method: 'POST', body: { email } })
    await api.ticks.runAll()
    const body = { token: await tokenTo(api, email, 'reset-password'), password: chosen }
    expect((await api.fetchJson('/v1/auth/reset-password', { method: 'POST', body })).status).toBe(204)
  }
  const withPasskey = async ({ userId }: Person) => {
    await rows(
      `insert into passkeys (id, user_id, credential_id, public_key, counter, transports, name, backed_up, created_at)
       values (gen_random_uuid(), $1::uuid, $1::text, '', 0, '{}', 'Phone', false, '2026-11-23T10:00:00Z')`,
      userId,
    )
  }
  /** Does something after a password was found right, and before what it opens. */
  const meanwhile = (work: () => Promise<unknown>) => {
    const passwords = api.app.get(PasswordHashingService)
    const matches = passwords.matches.bind(passwords)
    passwords.matches = async (typed, stored) => {
      const isRight = await matches(typed, stored)
      passwords.matches = matches
      await work()
      return isRight
    }
  }

  it('7.4.3 an old password opens nothing that was checked while a new one was set', async () => {
    const person = await aPerson(api)
    meanwhile(() => reset(person))
    const late = await signIn(api, person.email)
    expect([late.status, late.body.code]).toEqual([401, 'wrong-credentials'])
    const live = 'select count(*)::int as n from sessions where user_id = $1 and ended_at is null'
    expect(await rows(live, person.userId)).toEqual([{ n: 0 }])
    expect((await signIn(api, person.email, chosen)).status).toBe(200)
  })

  it('7.4.3 an old password buys no ticket either, and its new hash does not put it back', async () => {
    const person = await aPerson(api)
    const cheap = await hash(old, { memoryCost: 4096, timeCost: 1, parallelism: 1 })
    await rows('update users set password_hash = $2 where id = $1', person.userId, cheap)
    meanwhile(() => reset(person))
    expect((await signIn(api, person.email)).status).toBe(401)
    expect((await signIn(api, person.email)).status).toBe(401)
    expect((await signIn(api, person.email, chosen)).status).toBe(200)

    const other = await aPerson(api)
    await verified(other)
    await withAuthenticator(api, other)
    meanwhile(() => reset(other))
    expect((await signIn(api, other.email)).body.code).toBe('wrong-credentials')
    expect(await rows('select from second_factor_tickets where user_id = $1', other.userId)).toEqual([])
  })

  it('11.4.2 two honest sign-ins at once survive the new hash that one of them writes', async () => {
    const person = await aPerson(api)
    const cheap = await hash(old, { memoryCost: 4096, timeCost: 1, parallelism: 1 })
    await rows('update users set password_hash = $2 where id = $1', person.userId, cheap)
    const answers = await Promise.all([1, 2, 3, 4].map(() => signIn(api, person.email)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  })

  it('ends for who registered somebody else’s address first and kept a way in', async () => {
    const squatter = await aPerson(api)
    await withPasskey(squatter)
    await withAuthenticator(api, squatter)
    const ticket = await ticketOf(api, squatter.email)
    await reset(squatter)
    const owner = await signIn(api, squatter.email, chosen)
    expect([owner.status, typeof owner.body.accessToken]).toEqual([200, 'string'])
    const { body } = await api.fetchJson('/v1/me/security', { token: owner.body.accessToken })
    expect(body).toMatchObject({ passkeys: 0, totp: false, recoveryCodesLeft: 0 })
    expect((await redeem(api, ticket, { code: '123456' })).body.code).toBe('session-ended')
    expect((await squatter.get('/v1/me')).status).toBe(401)
  })

  it('6.4.3 keeps every way in of an address that was proved before', async () => {
    const person = await aPerson(api)
    await verified(person)
    await withPasskey(person)
    await withAuthenticator(api, person)
    await reset(person)
    const { body } = await signIn(api, person.email, chosen)
    expect(body.secondFactor.methods).toEqual(['totp', 'recoveryCode', 'passkey'])
  })
})
