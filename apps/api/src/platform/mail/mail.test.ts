import { get } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aPerson } from '../../../test/a-person.ts'
import { aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { mailTo } from '../../../test/mailbox.ts'
import { startSmtpPeer, type SmtpPeer } from '../../../test/smtp-peer.ts'
import type { MailKind } from './letter.ts'
import { Outbox } from './outbox.ts'

const hostile: MailKind<{ name: string }> = {
  name: 'hostile',
  letter: {
    en: ({ name }) => ({ subject: `For ${name}`, body: [`Dear ${name}`] }),
    hi: ({ name }) => ({ subject: `${name} के लिए`, body: [`प्रिय ${name}`] }),
  },
}

const headersOf = (raw: string) => raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ')

const refused = ['nobody@example.org', 'moved@example.org']

describe('mail by SMTP', () => {
  let peer: SmtpPeer
  let api: Api
  beforeAll(async () => {
    peer = await startSmtpPeer(0, refused)
    api = await startApi({
      now: '2026-11-23T10:00:00Z',
      env: { SMTP_URL: peer.url, MAIL_FROM: 'Us <us@example.org>' },
    })
    api.app.get(Outbox).register(hostile)
  })
  afterEach(() => peer.received.splice(0))
  afterAll(async () => {
    await api.close()
    await peer.close()
  })

  const post = (email: string, name: string, locale: 'en' | 'hi' = 'en') =>
    api.postgres.transaction((tx) => api.app.get(Outbox).post(tx, hostile, { email, locale }, { name }))
  const rowsTo = async (email: string) =>
    (
      await api.postgres.pool.query(
        `select m.*, j.attempts, j.failed_at, j.last_error from deliveries m
          left join jobs j on j.payload->>'deliveryId' = m.id::text where m.recipient = $1`,
        [email],
      )
    ).rows

  it('leaves once, with plain text, simple HTML and an id that stays', async () => {
    const { email } = await aPerson(api)
    await api.ticks.runAll()
    await api.ticks.runAll()
    expect(peer.received.map(({ to }) => to)).toEqual([[email]])
    const [{ raw } = { raw: '' }] = peer.received
    const [row] = await rowsTo(email)
    expect(headersOf(raw)).toContain(`Message-ID: <${row.key}@localhost>`)
    expect(headersOf(raw)).toContain('From: Us <us@example.org>')
    expect(raw).toContain('text/plain')
    expect(raw).toContain('text/html')
    expect(row.sent_at).not.toBeNull()
    expect(row.attempts).toBeNull()
  })

  it('is written in the language of the person', async () => {
    await post('hindi@example.org', 'आशा', 'hi')
    await api.ticks.runAll()
    const [{ raw } = { raw: '' }] = peer.received
    expect(headersOf(raw)).toContain('Content-Language: hi')
  })

  it('1.3.11 stays one mail with our headers, whatever a name holds', async () => {
    const name = 'Asha\r\nBcc: victim@example.org\r\n\r\n<script>alert(1)</script>\u2028X: y'
    await post('one@example.org', name)
    await api.ticks.runAll()
    expect(peer.received.map(({ to }) => to)).toEqual([['one@example.org']])
    const [{ raw } = { raw: '' }] = peer.received
    expect(headersOf(raw)).not.toMatch(/^(Bcc|X):/im)
    expect(raw.slice(raw.indexOf('text/html'))).not.toContain('<script>')
  })

  it('waits for a server that is away, longer each time, and leaves when it is back', async () => {
    await peer.close()
    const registered = await aPerson(api)
    await api.ticks.runAll()
    const [first] = await rowsTo(registered.email)
    expect([first.attempts, first.sent_at, first.last_error]).toEqual([1, null, 'ESOCKET'])
    await api.ticks.runAll()
    expect((await rowsTo(registered.email))[0].attempts).toBe(1)
    await api.clock.moveTo(new Date(api.clock.now() + 61_000).toISOString())
    const [second] = await rowsTo(registered.email)
    expect(second.attempts).toBe(2)
    const resent = await registered.post('/v1/me/email/verification')
    expect(resent.status).toBe(202)
    peer = await startSmtpPeer(peer.port, refused)
    await api.clock.moveTo(new Date(api.clock.now() + 121_000).toISOString())
    expect(peer.received.flatMap(({ to }) => to)).toEqual([registered.email, registered.email])
  })

  it('is given up when the server knows no such person', async () => {
    await post('nobody@example.org', 'N')
    await api.ticks.runAll()
    const [row] = await rowsTo('nobody@example.org')
    expect([row.sent_at, row.last_error]).toEqual([null, 'EENVELOPE 550'])
    expect(row.failed_at).not.toBeNull()
  })

  it('to an address that the server does not know any more marks it: it has to be proved again, and gets no reminders until then', async () => {
    const person = await aVerifiedPerson(api, { email: 'moved@example.org' })
    const verified = async () => (await person.get('/v1/me')).body.emailVerified
    expect(await verified()).toBe(true)
    await post('moved@example.org', 'N')
    await api.ticks.runAll()
    expect(await verified()).toBe(false)
    expect((await person.post('/v1/me/notifications/test', { way: 'email' })).body.code).toBe(
      'email-not-verified',
    )
  })

  it('vanishes with the transaction that caused it', async () => {
    const failing = api.postgres.transaction(async (tx) => {
      await api.app.get(Outbox).post(tx, hostile, { email: 'gone@example.org', locale: 'en' }, { name: 'G' })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await rowsTo('gone@example.org')).toEqual([])
  })

  it('never goes to a demo visitor', async () => {
    await post('demo+1@invalid', 'D')
    expect(await rowsTo('demo+1@invalid')).toEqual([])
  })

  it('keeps no link in the open', async () => {
    const { email } = await aPerson(api)
    expect(JSON.stringify(await rowsTo(email))).not.toContain('token=')
  })
})

describe('the mailbox of developers', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi()))
  afterAll(() => api.close())

  it('shows every message, as a page and as JSON', async () => {
    const { email } = await aPerson(api)
    expect(await mailTo(api, email)).toMatchObject([{ kind: 'welcome', locale: 'en' }])
    const page = await api.fetchJson('/dev/mailbox')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.body).toContain(email)
    expect(page.body).not.toContain('<script')
  })

  it('does not exist for anybody behind a proxy or under another name', async () => {
    for (const headers of [
      { 'X-Forwarded-For': '127.0.0.1' },
      { Forwarded: 'for=127.0.0.1' },
      { Via: '1.1 x' },
    ])
      expect((await api.fetchJson('/dev/mailbox.json', { headers })).status).toBe(404)
  })

  it('does not exist where people come by another address, nor do text messages that only it would show', async () => {
    const served = await startApi({ env: { PUBLIC_URL: 'https://streamline.example' } })
    const person = await aPerson(served)
    for (const path of ['/dev/mailbox', '/dev/mailbox.json'])
      expect((await served.fetchJson(path)).status, path).toBe(404)
    expect((await served.fetchJson('/v1/settings')).body.mailbox).toBe(false)
    const asked = await person.post('/v1/me/phone', { phone: '+919811111111' })
    expect(asked.body.code).toBe('not-offered')
    await served.close()
  })

  it('answers this machine under each of its names', async () => {
    const { port } = new URL(api.url)
    const statusAs = (host: string) =>
      new Promise<number>((resolve, reject) => {
        get({ host: '127.0.0.1', port, path: '/dev/mailbox', headers: { host } }, (response) =>
          resolve(response.resume().statusCode ?? 0),
        ).on('error', reject)
      })
    for (const host of ['localhost', `localhost:${port}`, '127.0.0.1:80', '[::1]:3000', 'app.localhost'])
      expect(await statusAs(host), host).toBe(200)
    for (const host of [
      'streamline.example',
      'localhost.evil.example',
      '192.168.1.7',
      '127.0.0.1.evil.example',
    ])
      expect(await statusAs(host), host).toBe(404)
  })

  it('does not exist in production, which starts only with SMTP and an address', async () => {
    await expect(startApi({ testClock: false, env: { NODE_ENV: 'production' } })).rejects.toThrow(
      /SMTP_URL.*PUBLIC_URL/,
    )
    const env = {
      NODE_ENV: 'production',
      SMTP_URL: 'smtp://127.0.0.1:1',
      PUBLIC_URL: 'https://streamline.example',
      LIMITS: 'on',
    }
    const production = await startApi({ testClock: false, env })
    expect((await production.fetchJson('/dev/mailbox')).status).toBe(404)
    expect((await production.fetchJson('/v1/settings')).body.mailbox).toBe(false)
    await production.close()
  })
})
