import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { mailTo } from '../../../test/mailbox.ts'
import { startSmtpPeer } from '../../../test/smtp-peer.ts'
import { aReminded, signedInAgain, walkIndia } from '../../../test/reminded.ts'

describe('the link that ends letters of a kind', () => {
  let api: Api
  beforeEach(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterEach(() => api.close())

  const aLink = async () => {
    const { person } = await aReminded(api)
    await walkIndia(api, '2026-11-24', '2026-11-26')
    const [letter] = await mailTo(api, person.email)
    const link = new URL(letter?.links.at(-1) ?? 'none:')
    const here = await signedInAgain(api, person)
    const rule = async () => {
      const { body } = await here.get('/v1/me/notifications')
      return body.rules[0]
    }
    return { person, path: `${link.pathname}${link.search}`, rule }
  }

  it('shows a page to who opens it, and changes nothing: a scanner may', async () => {
    const { path, rule } = await aLink()
    const answer = await fetch(api.url + path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const page = await answer.text()
    expect(page).toContain('You will get no more e-mail about: renewals.')
    expect(page).toContain('method="post"')
    expect(await rule()).toMatchObject({ email: true })
  })

  it('does it when it is posted, as a mail program does (RFC 8058), and again is once', async () => {
    const { person, path, rule } = await aLink()
    const post = () =>
      fetch(api.url + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      })
    expect((await post()).status).toBe(200)
    expect(await (await post()).text()).toContain('You get no more e-mail about: renewals.')
    expect(await rule()).toEqual({
      kind: 'renewal',
      email: false,
      inbox: true,
      push: true,
      webhook: true,
      leadDays: [7, 3, 1, 0],
    })
    await walkIndia(api, '2026-11-27', '2026-11-30')
    expect((await mailTo(api, person.email)).filter(({ kind }) => kind === 'reminder')).toHaveLength(1)
  })

  it('that was changed, or is none, does nothing, and nothing else takes a form', async () => {
    const { person, path } = await aLink()
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const post = async (to: string, headers: Record<string, string> = form) =>
      (await fetch(api.url + to, { method: 'POST', headers, body: 'a=b' })).status
    expect(await post(`${path.slice(0, -3)}AAA`)).toBe(422)
    expect(await post('/v1/unsubscribe')).toBe(422)
    expect(await post('/v1/auth/sign-in')).toBe(415)
    expect(await post(path, { ...form, Origin: 'https://evil.example' })).toBe(403)
    expect((await fetch(`${api.url}/v1/unsubscribe?token=x`)).status).toBe(422)
    expect(person.userId).toBeDefined()
  })
})

describe('a reminder by SMTP', () => {
  it('is plain text and HTML, and names the address that ends its kind with one POST', async () => {
    const peer = await startSmtpPeer(0)
    const api = await startApi({ now: '2026-11-23T06:00:00Z', env: { SMTP_URL: peer.url } })
    try {
      const { person } = await aReminded(api)
      await walkIndia(api, '2026-11-26', '2026-11-26')
      const letters = peer.received.filter(({ to }) => to.includes(person.email))
      const raw = letters.find((letter) => letter.raw.includes('List-Unsubscribe'))?.raw ?? ''
      const headers = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ')
      expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
      const [, link = 'none:'] = /List-Unsubscribe:\s*<([^>]+)>/.exec(headers) ?? []
      const { pathname, search } = new URL(link)
      expect(raw).toContain('text/plain')
      expect(raw).toContain('text/html')
      const posted = await fetch(api.url + pathname + search, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      })
      expect(posted.status).toBe(200)
    } finally {
      await api.close()
      await peer.close()
    }
  })
})
