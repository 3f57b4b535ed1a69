import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aFreePort, aPasskeyBrowser, type PasskeyBrowser } from '../../../../test/a-passkey.ts'
import { aPerson, type Person } from '../../../../test/a-person.ts'
import { pass, redeem, signIn, withAuthenticator } from '../../../../test/an-authenticator.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { mailTo } from '../../../../test/mailbox.ts'

const MINUTE = 60_000

describe('a passkey', () => {
  let api: Api
  let browser: PasskeyBrowser
  beforeAll(async () => {
    const port = await aFreePort()
    api = await startApi({ now: '2026-11-23T10:00:00Z', env: { PORT: String(port) } })
    browser = await aPasskeyBrowser(`http://localhost:${port}`)
  })
  afterAll(async () => {
    await browser.close()
    await api.close()
  })
  beforeEach(async () => {
    await browser.empty()
    await browser.setUserVerified(true)
  })

  const post = (path: string, body: unknown) =>
    api.fetchJson(`/v1/auth/${path}`, { method: 'POST', body, headers: { 'X-Client': 'mobile' } })

  const add = async (person: Person, name = 'Phone') => {
    const { body } = await person.post('/v1/me/passkeys/options')
    const response = await browser.create(body.options)
    return person.post('/v1/me/passkeys', { challengeId: body.challengeId, name, response })
  }

  /** The answer of the authenticator to a question of the API. */
  const answer = async (ticket?: string, change: Record<string, unknown> = {}) => {
    const { body } = await post('passkey/options', ticket === undefined ? {} : { ticket })
    const response = await browser.get({ ...body.options, ...change })
    return { challengeId: body.challengeId, response }
  }

  /** The API's answer to an authenticator's that was changed on the way. */
  const broken = async (change: (response: Record<string, string>) => Record<string, unknown>) => {
    const { challengeId, response } = await answer()
    const inner = response['response'] as Record<string, string>
    return post('passkey/verify', { challengeId, response: { ...response, response: change(inner) } })
  }

  it('is made by a person who has just proved who they are, and they are told', async () => {
    const person = await aPerson(api)
    const made = await add(person, 'Phone')
    expect([made.status, made.body]).toMatchObject([201, { name: 'Phone', lastUsedAt: null }])
    expect((await person.get('/v1/me/passkeys')).body).toMatchObject({
      items: [{ id: made.body.id, name: 'Phone' }],
      nextCursor: null,
    })
    expect((await person.get('/v1/me/security')).body.passkeys).toBe(1)
    expect((await mailTo(api, person.email))[0]?.subject).toBe('A passkey was added')
    expect((await person.get('/v1/me/audit')).body.items[0].event).toBe('passkey-added')
  })

  it('signs in without an e-mail', async () => {
    const person = await aPerson(api)
    await add(person)
    const { status, body } = await post('passkey/verify', await answer())
    expect([status, body.user.id]).toEqual([200, person.userId])
    const again = await api.fetchJson('/v1/me/passkeys', { token: body.accessToken })
    expect(again.body.items[0].lastUsedAt).not.toBeNull()
  })

  it('signs in past an authenticator app: device and person are two factors', async () => {
    const person = await aPerson(api)
    await withAuthenticator(api, person)
    await add(person)
    expect((await post('passkey/verify', await answer())).status).toBe(200)
  })

  it('does not sign in alone where the device did not make sure who holds it', async () => {
    const person = await aPerson(api)
    await add(person)
    await browser.setUserVerified(false)
    const { status, body } = await post(
      'passkey/verify',
      await answer(undefined, { userVerification: 'discouraged' }),
    )
    expect([status, body.code]).toEqual([401, 'second-factor-failed'])
  })

  it('is a second factor after the password', async () => {
    const person = await aPerson(api)
    await withAuthenticator(api, person)
    await add(person)
    const { body } = await signIn(api, person.email)
    expect(body.secondFactor.methods).toEqual(['totp', 'recoveryCode', 'passkey'])
    const { ticket } = body.secondFactor
    await browser.setUserVerified(false)
    const passkey = await answer(ticket, { userVerification: 'discouraged' })
    const session = await redeem(api, ticket, { passkey })
    expect([session.status, session.body.user?.id]).toEqual([200, person.userId])
  })

  it('is no second factor for somebody else, nor for another question', async () => {
    const [owner, other] = [await aPerson(api), await aPerson(api)]
    await withAuthenticator(api, other)
    await add(other)
    await browser.empty()
    await add(owner)
    const ticket = (await signIn(api, other.email)).body.secondFactor.ticket
    const { body } = await post('passkey/options', { ticket })
    const response = await browser.get({ ...body.options, allowCredentials: [] })
    const theirs = { challengeId: body.challengeId, response }
    expect((await redeem(api, ticket, { passkey: theirs })).body.code).toBe('second-factor-failed')
    // A question that was asked to nobody in particular is not the one of the ticket.
    expect((await redeem(api, ticket, { passkey: await answer() })).body.code).toBe('second-factor-failed')
  })

  it('7.5.1 confirms that it is you, once for each question', async () => {
    const person = await aPerson(api)
    await add(person)
    await pass(api, 11 * MINUTE)
    expect((await person.post('/v1/me/passkeys/options')).body.code).toBe('fresh-sign-in-needed')
    const passkey = await answer()
    expect((await person.post('/v1/me/confirm', { passkey })).status).toBe(200)
    expect((await person.post('/v1/me/passkeys/options')).status).toBe(200)
    expect((await person.post('/v1/me/confirm', { passkey })).body.code).toBe('second-factor-failed')
    const stranger = await aPerson(api)
    const confirmed = await stranger.post('/v1/me/confirm', { passkey: await answer() })
    expect(confirmed.body.code).toBe('second-factor-failed')
  })

  it('6.5.1 answers each question once', async () => {
    const person = await aPerson(api)
    await add(person)
    const used = await answer()
    const answers = await Promise.all([post('passkey/verify', used), post('passkey/verify', used)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401])
  })

  it('6.5.5 has five minutes to answer', async () => {
    const person = await aPerson(api)
    await add(person)
    const late = await answer()
    await pass(api, 5 * MINUTE)
    expect((await post('passkey/verify', late)).body.code).toBe('second-factor-failed')
    const { body } = await person.post('/v1/me/passkeys/options')
    await browser.empty()
    const response = await browser.create(body.options)
    await pass(api, 5 * MINUTE)
    const made = await person.post('/v1/me/passkeys', {
      challengeId: body.challengeId,
      name: 'Late',
      response,
    })
    expect([made.status, made.body.code]).toBeOneOf([
      [422, 'passkey-refused'],
      [403, 'fresh-sign-in-needed'],
    ])
  })

  it('is refused when it counts backwards, as a copy would', async () => {
    const person = await aPerson(api)
    await add(person)
    for (let use = 0; use < 3; use++) expect((await post('passkey/verify', await answer())).status).toBe(200)
    await browser.rewindCounter(1)
    const { status, body } = await post('passkey/verify', await answer())
    expect([status, body.code]).toEqual([401, 'second-factor-failed'])
  })

  it('is refused with anything about it changed, and never is a surprise', async () => {
    const person = await aPerson(api)
    await add(person)
    for (const change of [
      (inner: Record<string, string>) => ({ ...inner, signature: 'AAAA' }),
      (inner: Record<string, string>) => ({ ...inner, signature: undefined }),
      (inner: Record<string, string>) => ({ ...inner, authenticatorData: '' }),
      (inner: Record<string, string>) => ({ ...inner, authenticatorData: 'AAAA' }),
      (inner: Record<string, string>) => ({ ...inner, clientDataJSON: '%%%' }),
      (inner: Record<string, string>) => ({ ...inner, userHandle: 'c29tZWJvZHkgZWxzZQ' }),
      (inner: Record<string, string>) => ({
        ...inner,
        clientDataJSON: elsewhere(inner['clientDataJSON'] ?? ''),
      }),
    ]) {
      const { status, body } = await broken(change)
      expect([status, body.code]).toEqual([401, 'second-factor-failed'])
    }
    const { body } = await person.post('/v1/me/passkeys/options')
    const response = {
      id: 'x',
      rawId: 'x',
      type: 'public-key',
      response: { clientDataJSON: 'x', attestationObject: 'x' },
    }
    const made = await person.post('/v1/me/passkeys', { challengeId: body.challengeId, name: 'X', response })
    expect([made.status, made.body.code]).toEqual([422, 'passkey-refused'])
  })

  it('belongs to one account, and to whom the question was asked', async () => {
    const [owner, other] = [await aPerson(api), await aPerson(api)]
    const { body } = await owner.post('/v1/me/passkeys/options')
    const response = await browser.create(body.options)
    const draft = { challengeId: body.challengeId, name: 'P', response }
    expect((await other.post('/v1/me/passkeys', draft)).body.code).toBe('passkey-refused')
    expect((await owner.post('/v1/me/passkeys', draft)).status).toBe(201)
    expect((await owner.post('/v1/me/passkeys', draft)).body.code).toBe('passkey-refused')
  })

  it('may be one of twenty', async () => {
    const person = await aPerson(api)
    await api.postgres.pool.query(
      `insert into passkeys (id, user_id, credential_id, public_key, counter, transports, name, backed_up, created_at)
        select gen_random_uuid(), $1::uuid, $2 || n, '', 0, '{}', 'Key ' || n, false, '2026-11-23T10:00:00Z'
        from generate_series(1, 19) n`,
      [person.userId, 'eA'],
    )
    const { body } = await person.post('/v1/me/passkeys/options')
    expect(body.options.excludeCredentials).toHaveLength(19)
    expect((await add(person)).status).toBe(201)
    expect((await person.post('/v1/me/passkeys/options')).body.code).toBe('too-many-kept')
    const page = (await person.get('/v1/me/passkeys?limit=15')).body
    const rest = (await person.get(`/v1/me/passkeys?cursor=${page.nextCursor}`)).body
    expect([page.items.length, rest.items.length, rest.nextCursor]).toEqual([15, 5, null])
  })

  it('is removed, but not as the last way in, and not by somebody else', async () => {
    const [person, stranger] = [await aPerson(api), await aPerson(api)]
    const { id } = (await add(person)).body
    const remove = (by: Person) => by.send(`/v1/me/passkeys/${id}`, { method: 'DELETE', body: {} })
    expect((await remove(stranger)).status).toBe(404)
    await api.postgres.pool.query('update users set password_hash = null where id = $1', [person.userId])
    const last = await remove(person)
    expect([last.status, last.body.code]).toEqual([409, 'last-way-in'])
    expect((await post('passkey/verify', await answer())).status).toBe(200)
    await api.postgres.pool.query(`update users set password_hash = 'x' where id = $1`, [person.userId])
    expect((await remove(person)).status).toBe(204)
    expect((await post('passkey/verify', await answer())).status).toBe(401)
    expect((await mailTo(api, person.email))[0]?.subject).not.toBe('A passkey was added')
  })
})

/** As if another site had asked. */
const elsewhere = (text: string) =>
  Buffer.from(
    Buffer.from(text, 'base64url')
      .toString()
      .replace(/"origin":"[^"]*"/, '"origin":"https://evil.example"'),
  ).toString('base64url')
