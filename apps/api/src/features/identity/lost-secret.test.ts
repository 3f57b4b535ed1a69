import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFreePort } from '../../../test/a-passkey.ts'
import { aPerson, type Person } from '../../../test/a-person.ts'
import { verify } from '../../../test/an-invitation.ts'
import { redeem, ticketOf, withAuthenticator, type Authenticator } from '../../../test/an-authenticator.ts'
import { anIssuer, Visitor, type Issuer } from '../../../test/an-issuer.ts'
import { startApi, type Answer, type Api } from '../../../test/harness.ts'
import { kindsTo, mailTo } from '../../../test/mailbox.ts'
import { startSmtpPeer, type SmtpPeer } from '../../../test/smtp-peer.ts'
import { SigningKeysService } from './sessions/signing-keys.service.ts'

const other = 'another secret than the one that sealed what is there'
const phone = '+919812345678'

const refresh = (on: Api, refreshToken: string) =>
  on.fetchJson('/v1/auth/refresh', {
    method: 'POST',
    body: { refreshToken },
    headers: { 'X-Client': 'mobile' },
  })

describe('a lost APP_SECRET', () => {
  let first: Api
  let api: Api
  let issuer: Issuer
  let peer: SmtpPeer
  let person: Person
  let app: Authenticator
  let callback = ''
  let lost: Answer
  let codeToPhone = ''
  const visitor = new Visitor()
  const key = { 'Idempotency-Key': 'made-before-the-secret-was-lost' }

  /** The same database and addresses, another secret. */
  let again: (more?: Record<string, string>) => Promise<Api>

  beforeAll(async () => {
    const port = String(await aFreePort())
    issuer = await anIssuer('work', `http://localhost:${port}/v1/auth/oidc/work/callback`)
    peer = await startSmtpPeer(0, 'nobody@example.org')
    const env = { PORT: port, SMTP_URL: peer.url, OIDC_ISSUERS: JSON.stringify([issuer.settings]) }
    first = await startApi({ env })
    person = await aPerson(first)
    app = await withAuthenticator(first, person)
    await verify(first, person)
    await person.post(`${person.home}/invitations`, { role: 'member' }, key)
    await person.post('/v1/households', { name: 'Before' }, key)
    await person.post('/v1/me/phone', { phone })
    codeToPhone = /\d{6}/.exec((await mailTo(first, phone))[0]?.text ?? '')?.[0] ?? ''
    lost = await refresh(first, person.refreshToken)
    const { location } = await visitor.get(`http://localhost:${port}/v1/auth/oidc/work/start`)
    callback = await visitor.signInAt(location ?? '', {
      sub: 'x',
      email: 'x@work.example',
      email_verified: true,
    })
    first.app.getHttpServer().close()
    const { connectionString } = (first.postgres.pool as { options: { connectionString?: string } }).options
    again = (more = {}) =>
      startApi({ env: { ...env, DATABASE_URL: connectionString ?? '', APP_SECRET: other, ...more } })
  })
  afterAll(async () => {
    await api.app.close()
    await first.close()
    await issuer.stop()
    await peer.close()
  })

  it('stops the start and says all that it sealed, and the way out', async () => {
    const refusal = await again().catch((error: Error) => error.message)
    expect(refusal).toMatch(
      /^APP_SECRET is not the one .* Set the former one\. .*APP_SECRET_LOST=[\w-]{43}: /,
    )
    const source = join(import.meta.dirname, '..', '..')
    const files = (await readdir(source, { recursive: true })).filter((name) => /(?<!test)\.ts$/.test(name))
    const texts = await Promise.all(files.map((name) => readFile(join(source, name), 'utf8')))
    const purposes = texts.flatMap((text) =>
      [...text.matchAll(/appSecret, (?:'streamline', )?'([^']+)'/g)].map(([, purpose]) => purpose),
    )
    expect(purposes).toHaveLength(11)
    for (const purpose of purposes) expect(refusal).toContain(purpose)
  })

  it('is not passed over because the keys were due for renewal', async () => {
    await first.postgres.pool.query(`update signing_keys set created_at = created_at - interval '100 days'`)
    await expect(again()).rejects.toThrow('APP_SECRET is not the one')
    await expect(again({ APP_SECRET_LOST: 'some-other-key' })).rejects.toThrow('APP_SECRET is not the one')
    const { rows } = await first.postgres.pool.query('select * from signing_keys')
    expect(rows).toHaveLength(1)
  })

  it('is given up by the name of the key it sealed, once', async () => {
    const { rows } = await first.postgres.pool.query('select id from signing_keys')
    const given = { APP_SECRET_LOST: rows[0].id as string }
    api = await again(given)
    await api.app.close()
    api = await again(given)
    expect((await api.fetchJson('/v1/me', { token: person.token })).body.code).toBe('unauthenticated')
    const third = { APP_SECRET: 'a third secret that seals nothing of all this' }
    await expect(again({ ...given, ...third, PORT: '0' })).rejects.toThrow('APP_SECRET is not the one')
  })

  it('is said by a process that still runs with the former one, which signs nothing any more', async () => {
    const { id } = await api.app.get(SigningKeysService).current()
    const former = first.app.get(SigningKeysService)
    expect(await former.publicKey(id)).toBeDefined()
    await expect(former.current()).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('keeps everybody signed in whose answer was not lost', async () => {
    expect((await refresh(api, lost.body.refreshToken)).status).toBe(200)
  })

  it('ends a session whose answer was lost, and calls nobody a thief', async () => {
    const { email } = person
    const someone = await aPerson(api)
    const { body } = await refresh(api, someone.refreshToken)
    await api.postgres.pool.query(
      `update refresh_tokens set successor_hash = sha256('under another secret') where successor_hash = sha256($1)`,
      [body.refreshToken],
    )
    const repeated = await refresh(api, someone.refreshToken)
    expect([repeated.status, repeated.body.code]).toEqual([401, 'session-ended'])
    for (const to of [email, someone.email]) expect(await kindsTo(api, to)).not.toContain('session-copied')
  })

  it('leaves a second factor on, for recovery codes, until the app is set up again', async () => {
    const code = await redeem(api, await ticketOf(api, person.email), { code: app.code() })
    expect([code.status, code.body.code]).toEqual([401, 'second-factor-failed'])
    const [recoveryCode = ''] = app.recoveryCodes
    const { status, body } = await redeem(api, await ticketOf(api, person.email), { recoveryCode })
    expect(status).toBe(200)
    const token = body.accessToken as string
    const send = (path: string, method: string, data?: unknown) =>
      api.fetchJson(path, { method, token, ...(data === undefined ? {} : { body: data }) })
    expect((await send('/v1/me/totp', 'DELETE')).status).toBe(204)
    const anew = { ...person, post: (path: string, data: unknown = {}) => send(path, 'POST', data) }
    expect((await withAuthenticator(api, anew)).recoveryCodes).toHaveLength(10)
    const repeat = (path: string, input: object) =>
      api.fetchJson(path, { method: 'POST', token, body: input, headers: key })
    const invited = await repeat(`${person.home}/invitations`, { role: 'member' })
    expect([invited.status, invited.body.code]).toEqual([409, 'idempotency-conflict'])
    // Nothing secret was said here, so nothing was sealed.
    expect((await repeat('/v1/households', { name: 'Before' })).status).toBe(201)
    const verified = await send('/v1/me/phone/verify', 'POST', { code: codeToPhone })
    expect(verified.status).toBeGreaterThanOrEqual(400)
    expect(verified.status).toBeLessThan(500)
  })

  it('refuses who was on the way in by another issuer', async () => {
    const { status, location } = await visitor.get(callback)
    expect([status, location]).toEqual([303, expect.stringContaining('/sign-in?problem=identity-refused')])
  })

  it('gives up letters that cannot be read, and sends the others', async () => {
    expect((await api.fetchJson('/dev/mailbox.json')).status).toBe(200)
    await api.ticks.runAll()
    const { rows } = await api.postgres.pool.query(
      `select last_error, count(*)::int as n from jobs where kind = 'deliver.email' and failed_at is not null group by 1`,
    )
    expect(rows).toEqual([{ last_error: 'sealed under another APP_SECRET', n: expect.any(Number) }])
    expect(peer.received.length).toBeGreaterThan(0)
  })
})
