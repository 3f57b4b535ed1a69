import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFreePort } from '../../../../test/a-passkey.ts'
import { aPerson, type Person } from '../../../../test/a-person.ts'
import { codeOf, pass, redeem } from '../../../../test/an-authenticator.ts'
import { anIssuer, Visitor, type Issuer, type IssuerAccount } from '../../../../test/an-issuer.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { mailTo } from '../../../../test/mailbox.ts'

const MINUTE = 60_000
const stateCookie = '__Host-streamline-oidc'
const refreshCookie = '__Host-streamline-refresh'

const anAccount = (more: Partial<IssuerAccount> = {}): IssuerAccount => {
  const sub = crypto.randomUUID()
  return { sub, email: `${sub}@work.example`, email_verified: true, name: 'Meera', ...more }
}

describe('signing in with another issuer', () => {
  let api: Api
  let issuer: Issuer
  let site: string
  beforeAll(async () => {
    const port = await aFreePort()
    site = `http://localhost:${port}`
    issuer = await anIssuer('work', `${site}/v1/auth/oidc/work/callback`)
    // Time is the machine's: the issuer lives by that.
    api = await startApi({ env: { PORT: String(port), OIDC_ISSUERS: JSON.stringify([issuer.settings]) } })
  })
  afterAll(async () => {
    await api.close()
    await issuer.stop()
  })

  const refusal = () => `${site}/sign-in?problem=identity-refused`
  const startUrl = (query = '') => `${site}/v1/auth/oidc/work/start${query}`

  const begin = async (visitor = new Visitor(), query = '') => {
    const { status, location } = await visitor.get(startUrl(query))
    expect(status).toBe(303)
    return { visitor, url: new URL(location ?? '') }
  }

  /** All the way: from our page to theirs and back. */
  const signIn = async (account: IssuerAccount, query = '') => {
    const { visitor, url } = await begin(new Visitor(), query)
    const callback = await visitor.signInAt(url.href, account)
    const { status, location } = await visitor.get(callback)
    return { visitor, callback, status, to: location }
  }

  /** The session that a browser has after it came back. */
  const sessionOf = async (visitor: Visitor) => {
    const Cookie = `${refreshCookie}=${visitor.cookie(site, refreshCookie)}`
    const headers = { Cookie, Origin: site }
    return api.fetchJson('/v1/auth/refresh', { method: 'POST', body: {}, headers })
  }

  const people = async () => (await api.postgres.pool.query('select count(*)::int as n from users')).rows[0].n

  const verified = async (): Promise<Person> => {
    const person = await aPerson(api)
    await api.postgres.pool.query('update users set email_verified = true where id = $1', [person.userId])
    return person
  }

  const startLink = async (person: Person, visitor: Visitor) => {
    const answer = await person.post('/v1/me/identities/work/link', {})
    const [, value = ''] =
      /^__Host-streamline-oidc=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '') ?? []
    visitor.give(site, stateCookie, value)
    return answer
  }

  const link = async (person: Person, account: IssuerAccount) => {
    const visitor = new Visitor()
    const { body } = await startLink(person, visitor)
    return visitor.get(await visitor.signInAt(body.url, account))
  }

  it('is offered by the settings', async () => {
    expect((await api.fetchJson('/v1/settings')).body.issuers).toEqual([{ id: 'work', name: 'Work' }])
  })

  it('10.4.6 asks with PKCE S256, a state, a nonce and the exact redirect address', async () => {
    const [one, other] = [await begin(), await begin()]
    const asked = Object.fromEntries(one.url.searchParams)
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: 'streamline',
      redirect_uri: `${site}/v1/auth/oidc/work/callback`,
      code_challenge_method: 'S256',
      scope: 'openid email profile',
    })
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked[name]).toMatch(/^[\w-]{43}$/)
      expect(other.url.searchParams.get(name)).not.toBe(asked[name])
    }
  })

  it('3.3.1 binds it to the browser by a cookie that no script reads', async () => {
    const { setCookies } = await new Visitor().get(startUrl())
    expect(setCookies).toHaveLength(1)
    expect(setCookies[0]).toMatch(
      /^__Host-streamline-oidc=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax; Max-Age=600$/,
    )
  })

  it('makes an account and a household for who is new, and their session', async () => {
    const account = anAccount()
    const { visitor, status, to } = await signIn(account, '?next=/money%3Fmonth%3D1&country=JP')
    expect([status, to]).toEqual([303, `${site}/money?month=1`])
    const { body } = await sessionOf(visitor)
    expect(body.user).toMatchObject({ email: account.email, name: 'Meera', emailVerified: true })
    const me = await api.fetchJson('/v1/me', { token: body.accessToken })
    expect(me.body.households).toMatchObject([{ country: 'JP', role: 'owner' }])
    const security = await api.fetchJson('/v1/me/security', { token: body.accessToken })
    expect(security.body).toMatchObject({
      hasPassword: false,
      identities: [{ issuer: 'work', name: 'Work' }],
    })
  })

  it('finds the account again by its subject, whatever the address is by now', async () => {
    const account = anAccount()
    const first = await sessionOf((await signIn(account)).visitor)
    const before = await people()
    const moved = { ...account, email: 'changed@work.example', email_verified: false }
    const again = await sessionOf((await signIn(moved)).visitor)
    expect(again.body.user.id).toBe(first.body.user.id)
    expect(again.body.user.email).toBe(account.email)
    expect(await people()).toBe(before)
  })

  it('7.2.4 ends the session that the browser had before', async () => {
    const account = anAccount()
    const { visitor } = await signIn(account)
    const former = await sessionOf(visitor)
    visitor.give(site, refreshCookie, /=([^;]+)/.exec(former.headers.get('set-cookie') ?? '')?.[1] ?? '')
    const { url } = await begin(visitor)
    // Browsers keep a Strict cookie to themselves when they come from another site.
    const back = await visitor.signInAt(url.href, account)
    const flow = visitor.cookie(site, stateCookie) ?? ''
    visitor.give(site, stateCookie, flow)
    await visitor.get(back)
    expect((await sessionOf(visitor)).status).toBe(200)
    const dead = await api.fetchJson('/v1/me', { token: former.body.accessToken })
    expect([dead.status, dead.body.code]).toEqual([401, 'session-ended'])
  })

  it('never takes an account over by its e-mail, verified or not', async () => {
    const person = await verified()
    const before = await people()
    for (const [email_verified, problem] of [
      [true, 'email-taken'],
      [false, 'email-not-verified'],
    ] as const) {
      const email = person.email.toUpperCase()
      const { visitor, to } = await signIn(anAccount({ email, email_verified }))
      expect(to).toBe(`${site}/sign-in?problem=${problem}`)
      expect(visitor.cookie(site, refreshCookie)).toBeUndefined()
    }
    expect(await people()).toBe(before)
    expect((await person.get('/v1/me/security')).body.identities).toEqual([])
  })

  it('makes no account from an address that the issuer has not verified, or does not say', async () => {
    const before = await people()
    for (const account of [anAccount({ email_verified: false }), { sub: crypto.randomUUID() }])
      expect((await signIn(account)).to).toBe(`${site}/sign-in?problem=email-not-verified`)
    expect(await people()).toBe(before)
  })

  it('asks for the second factor where one is on, with a ticket that no server log sees', async () => {
    const account = anAccount()
    const { body } = await sessionOf((await signIn(account)).visitor)
    const token = body.accessToken
    const post = (path: string, input = {}) => api.fetchJson(path, { method: 'POST', token, body: input })
    const { secret } = (await post('/v1/me/totp')).body
    await post('/v1/me/totp/confirm', { code: codeOf(secret, api.clock.now() - 30_000) })
    const { visitor, to } = await signIn(account, '?next=/money')
    expect(visitor.cookie(site, refreshCookie)).toBeUndefined()
    const page = new URL(to ?? '')
    expect([page.pathname, page.search]).toEqual(['/sign-in', ''])
    const fragment = new URLSearchParams(page.hash.slice(1))
    expect(fragment.get('methods')).toBe('totp,recoveryCode')
    expect(fragment.get('next')).toBe('/money')
    const code = codeOf(secret, api.clock.now())
    expect((await redeem(api, fragment.get('ticket') ?? '', { code })).status).toBe(200)
  })

  it('does not let in who is blocked', async () => {
    const account = anAccount()
    await signIn(account)
    await api.postgres.pool.query(`update users set status = 'BLOCKED' where email = $1`, [account.email])
    const { visitor, to } = await signIn(account)
    expect(to).toBe(`${site}/sign-in?problem=identity-refused`)
    expect(visitor.cookie(site, refreshCookie)).toBeUndefined()
  })

  describe('refuses', () => {
    it('a state that it never gave, of another browser, of another time, or none', async () => {
      const before = await people()
      const { visitor, url } = await begin()
      const callback = new URL(await visitor.signInAt(url.href, anAccount()))
      const wrong = new URL(callback)
      wrong.searchParams.set('state', 'x'.repeat(43))
      expect((await visitor.get(wrong.href)).location).toBe(refusal())
      wrong.searchParams.delete('state')
      expect((await visitor.get(wrong.href)).location).toBe(refusal())
      expect((await new Visitor().get(callback.href)).location).toBe(refusal())
      const stranger = (await begin()).visitor
      expect((await stranger.get(callback.href)).location).toBe(refusal())
      expect(await people()).toBe(before)
      // None of them spoilt it for the browser that began it.
      expect((await visitor.get(callback.href)).location).toBe(`${site}/`)
    })

    it('a code that was used, with its state or with another', async () => {
      const { visitor, callback } = await signIn(anAccount())
      expect((await visitor.get(callback)).location).toBe(refusal())
      const { url } = await begin(visitor)
      const replayed = new URL(callback)
      replayed.searchParams.set('state', url.searchParams.get('state') ?? '')
      expect((await visitor.get(replayed.href)).location).toBe(refusal())
    })

    it('a token with another nonce', async () => {
      const { visitor, url } = await begin()
      url.searchParams.set('nonce', 'another')
      expect((await visitor.get(await visitor.signInAt(url.href, anAccount()))).location).toBe(refusal())
    })

    it('10.4.6 a code that was asked for with another challenge, a plain one, or none', async () => {
      const changes: ((parameters: URLSearchParams) => void)[] = [
        (parameters) => parameters.set('code_challenge', 'x'.repeat(43)),
        (parameters) => parameters.set('code_challenge_method', 'plain'),
        (parameters) => parameters.delete('code_challenge'),
      ]
      for (const change of changes) {
        const { visitor, url } = await begin()
        change(url.searchParams)
        const callback = await visitor.signInAt(url.href, anAccount())
        expect((await visitor.get(callback)).location).toBe(refusal())
      }
    })

    it('10.4.1 every redirect address but the registered one', async () => {
      for (const variant of [
        `${site}/v1/auth/oidc/work/callback/`,
        `${site}/v1/auth/oidc/work/callback/more`,
        `${site}/v1/auth/oidc/work`,
        `${site}/v1/auth/oidc/work/callback?next=/x`,
        `${site}.evil.example/v1/auth/oidc/work/callback`,
        `${site.replace(/\d+$/, '1')}/v1/auth/oidc/work/callback`,
        `${site.replace('http:', 'https:')}/v1/auth/oidc/work/callback`,
        `${site}/v1/auth/oidc/work/../work/callback`,
      ]) {
        const { visitor, url } = await begin()
        url.searchParams.set('redirect_uri', variant)
        await expect(visitor.signInAt(url.href, anAccount()), variant).rejects.toThrow(
          'The issuer answered 400',
        )
      }
    })

    it('an answer that says another issuer gave it, or that somebody declined', async () => {
      const { visitor, url } = await begin()
      const callback = new URL(await visitor.signInAt(url.href, anAccount()))
      expect(callback.searchParams.get('iss')).toBe(issuer.url)
      callback.searchParams.set('iss', 'https://evil.example')
      expect((await visitor.get(callback.href)).location).toBe(refusal())
      const { url: second } = await begin(visitor)
      const declined = `${site}/v1/auth/oidc/work/callback?error=access_denied&state=${second.searchParams.get('state')}`
      expect((await visitor.get(declined)).location).toBe(refusal())
    })

    it('an issuer that is not offered', async () => {
      for (const path of ['start', 'callback?code=x&state=x']) {
        const { status, body } = await api.fetchJson(`/v1/auth/oidc/other/${path}`)
        expect([status, body.code]).toEqual([404, 'not-offered'])
      }
    })
  })

  it('3.7.2 goes on to a path of this site and nowhere else', async () => {
    for (const [next, to] of [
      ['/money', '/money'],
      ['/money?a=1#b', '/money?a=1#b'],
      ['//evil.example', '/'],
      ['/\\evil.example', '/'],
      ['/\t/evil.example', '/'],
      ['\\\\evil.example', '/'],
      ['https://evil.example', '/'],
      ['javascript:alert(1)', '/'],
      ['/.//evil.example', '/'],
      ['%2F%2Fevil.example', '/'],
      ['/%2F%2Fevil.example', '/%2F%2Fevil.example'],
      ['/%5Cevil.example', '/%5Cevil.example'],
      ['@evil.example', '/'],
    ] as const) {
      const sent = await signIn(anAccount(), `?next=${encodeURIComponent(next)}`)
      expect(sent.to, next).toBe(site + to)
    }
  })

  describe('linking', () => {
    it('7.5.1 begins with a fresh proof and a verified address', async () => {
      const person = await aPerson(api)
      const unverified = await person.post('/v1/me/identities/work/link', {})
      expect([unverified.status, unverified.body.code]).toEqual([403, 'email-not-verified'])
      await api.postgres.pool.query(`update sessions set confirmed_at = '2020-01-01' where user_id = $1`, [
        person.userId,
      ])
      expect((await person.post('/v1/me/identities/work/link', {})).body.code).toBe('fresh-sign-in-needed')
      const unlink = await person.send('/v1/me/identities/work', { method: 'DELETE', body: {} })
      expect(unlink.body.code).toBe('fresh-sign-in-needed')
    })

    it('opens the account from then on, and tells its owner', async () => {
      const [person, account] = [await verified(), anAccount()]
      expect((await link(person, account)).location).toBe(`${site}/settings/security`)
      expect((await mailTo(api, person.email))[0]?.subject).toBe('Another way to sign in was linked')
      expect((await person.get('/v1/me/audit')).body.items[0].event).toBe('identity-linked')
      const { body } = await sessionOf((await signIn(account)).visitor)
      expect(body.user.id).toBe(person.userId)
      expect((await person.post('/v1/me/identities/work/link', {})).body.code).toBe('already-on')
    })

    it('does not take what is linked to somebody else', async () => {
      const [owner, thief, account] = [await verified(), await verified(), anAccount()]
      await link(owner, account)
      expect((await link(thief, account)).location).toBe(`${site}/settings/security?problem=identity-taken`)
      expect((await thief.get('/v1/me/security')).body.identities).toEqual([])
    })

    it('cannot be finished by another browser, nor after signing out', async () => {
      const person = await verified()
      const visitor = new Visitor()
      const { body } = await startLink(person, visitor)
      const callback = await visitor.signInAt(body.url, anAccount())
      expect((await new Visitor().get(callback)).location).toContain('problem=identity-refused')
      await person.post('/v1/auth/sign-out', { refreshToken: person.refreshToken })
      expect((await visitor.get(callback)).location).toBe(`${site}/settings/security?problem=session-ended`)
    })

    it('is undone, but not as the last way in', async () => {
      const account = anAccount()
      const { body } = await sessionOf((await signIn(account)).visitor)
      const request = { method: 'DELETE', token: body.accessToken, body: {} }
      const last = await api.fetchJson('/v1/me/identities/work', request)
      expect([last.status, last.body.code]).toEqual([409, 'last-way-in'])
      const [person, other] = [await verified(), anAccount()]
      await link(person, other)
      const unlink = () => person.send('/v1/me/identities/work', { method: 'DELETE', body: {} })
      expect((await unlink()).status).toBe(204)
      expect((await unlink()).status).toBe(404)
      expect((await mailTo(api, person.email))[0]?.subject).toBe('A way to sign in was removed')
    })
  })

  it('6.5.5 has ten minutes', async () => {
    const { visitor, url } = await begin()
    const callback = await visitor.signInAt(url.href, anAccount())
    await pass(api, 10 * MINUTE)
    expect((await visitor.get(callback)).location).toBe(`${site}/sign-in?problem=identity-refused`)
  })
})
