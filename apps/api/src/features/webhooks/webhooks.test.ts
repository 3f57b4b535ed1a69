import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../test/a-person.ts'
import { aTlsPeer, type Got, type Reply, type TlsPeer } from '../../../test/a-tls-peer.ts'
import { aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { aReminded, walkIndia } from '../../../test/reminded.ts'

const add = (person: Person, hook: object) => person.post('/v1/me/webhooks', { name: 'Mine', ...hook })
const test = async (person: Person) =>
  (await person.post('/v1/me/notifications/test', { way: 'webhook' })).body.deliveries

const accepted = (_got: Got): Reply => ({ status: 200 })
/** Never says anything. */
const silent: Reply = () => {}

describe('a webhook', () => {
  let api: Api
  let peer: TlsPeer
  let reply = accepted
  beforeAll(async () => {
    peer = await aTlsPeer((got) => reply(got))
    const env = { OUTGOING_PRIVATE: '127.0.0.0/8', LOG_LEVEL: 'silent', PUBLIC_URL: 'http://localhost:3000' }
    api = await startApi({ now: '2026-11-23T06:00:00Z', env })
  })
  afterEach(() => {
    peer.got.splice(0)
    reply = accepted
  })
  afterAll(async () => {
    await api.close()
    await peer.close()
  })

  const sentBy = async (hook: object) => {
    const person = await aVerifiedPerson(api)
    expect((await add(person, hook)).status).toBe(201)
    expect(await test(person)).toMatchObject([{ state: 'sent', channel: 'webhook', recipient: 'Mine' }])
    const [got] = peer.got.splice(0)
    if (got === undefined) throw new Error('Nothing came')
    return { ...got, json: JSON.parse(got.body.toString()) }
  }
  const settings = 'http://localhost:3000/settings/notifications'

  it('is signed: who gets it can tell that it is ours and when it was said', async () => {
    const { person } = await aReminded(api)
    const { body } = await add(person, { preset: 'generic', url: `${peer.url}/hook?x=1` })
    expect(body).toMatchObject({ preset: 'generic', host: new URL(peer.url).host })
    await walkIndia(api, '2026-11-24', '2026-11-26')
    const [got] = peer.got
    const said = got?.body.toString() ?? ''
    expect([got?.method, got?.path]).toEqual(['POST', '/hook?x=1'])
    expect(JSON.parse(said)).toEqual({
      id: got?.headers['webhook-id'],
      kind: 'renewal',
      title: 'Netflix: ₹649 in 7 days',
      body: expect.stringContaining('₹649 will be debited on Thu, 3 Dec'),
      url: expect.stringMatching(/^http:\/\/localhost:3000\/subscriptions\//),
      household: expect.any(String),
    })
    const timestamp = String(got?.headers['webhook-timestamp'])
    const key = Buffer.from(body.secret.replace('whsec_', ''), 'base64')
    const signature = createHmac('sha256', key)
      .update(`${String(got?.headers['webhook-id'])}.${timestamp}.${said}`)
      .digest('base64')
    expect(got?.headers['webhook-signature']).toBe(`v1,${signature}`)
    expect(Number(timestamp) * 1000 - Date.parse('2026-11-26T03:30:00Z')).toBeLessThan(60_000)
  })

  it('takes the form that its owner wrote, and stays JSON whatever a name holds', async () => {
    const template = '{"text":"{{title}} → {{url}}","who":"{{household}}"}'
    const { json } = await sentBy({ preset: 'generic', url: peer.url, template })
    expect(json).toEqual({ text: `A test from Streamline → ${settings}`, who: '' })
  })

  it('speaks as ntfy, Gotify, Telegram, Discord, Slack, Matrix and Home Assistant want it', async () => {
    const [title, text] = ['A test from Streamline', expect.stringContaining('Reminders reach you here')]
    const ntfy = await sentBy({ preset: 'ntfy', url: `${peer.url}/home%20topic`, token: 'tk_1' })
    expect([ntfy.path, ntfy.headers.authorization]).toEqual(['/', 'Bearer tk_1'])
    expect(ntfy.json).toEqual({ topic: 'home topic', title, message: text, click: settings, tags: ['test'] })
    const gotify = await sentBy({ preset: 'gotify', url: `${peer.url}/push/`, token: 'A1' })
    expect([gotify.path, gotify.headers['x-gotify-key']]).toEqual(['/push/message', 'A1'])
    expect(gotify.json).toMatchObject({ title, message: text, priority: 5 })
    const telegram = await sentBy({ preset: 'telegram', url: peer.url, token: '12:ab', target: '-100' })
    expect(telegram.path).toBe('/bot12:ab/sendMessage')
    expect(telegram.json).toMatchObject({ chat_id: '-100', text: expect.stringContaining(title) })
    const discord = await sentBy({ preset: 'discord', url: `${peer.url}/api/webhooks/1/x` })
    expect(discord.json).toEqual({
      allowed_mentions: { parse: [] },
      embeds: [{ title, description: text, url: settings }],
    })
    const slack = await sentBy({ preset: 'slack', url: `${peer.url}/services/T/B/x` })
    expect(slack.json.text).toContain(title)
    const matrix = await sentBy({ preset: 'matrix', url: peer.url, token: 'syt', target: '!a:b.org' })
    expect([matrix.method, matrix.headers.authorization]).toEqual(['PUT', 'Bearer syt'])
    expect(matrix.path).toMatch(
      /^\/_matrix\/client\/v3\/rooms\/!a%3Ab\.org\/send\/m\.room\.message\/[0-9a-f-]{36}$/,
    )
    const home = await sentBy({ preset: 'homeAssistant', url: `${peer.url}/api/webhook/abc` })
    expect(home.json).toMatchObject({ title, message: text, url: settings, kind: 'test' })
  })

  it('is complete, or not kept', async () => {
    const person = await aVerifiedPerson(api)
    const refused = async (hook: object) => (await add(person, hook)).body.errors?.[0]?.pointer
    expect(await refused({ preset: 'telegram', url: peer.url, target: 'x' })).toBe('/token')
    expect(await refused({ preset: 'matrix', url: peer.url, token: 'x' })).toBe('/target')
    expect(await refused({ preset: 'slack', url: peer.url, template: 'x' })).toBe('/template')
    expect((await add(person, { preset: 'slack', url: 'ftp://x.org' })).status).toBe(400)
    for (let n = 0; n < 10; n++) await add(person, { preset: 'slack', url: peer.url })
    expect((await add(person, { preset: 'slack', url: peer.url })).body.code).toBe('too-many-kept')
  })

  it('keeps its address and token sealed, is nobody else’s, and goes with its owner’s word', async () => {
    const person = await aVerifiedPerson(api)
    const { body } = await add(person, {
      preset: 'gotify',
      url: `${peer.url}/secret-path`,
      token: 'A-secret',
    })
    const { rows } = await api.postgres.pool.query('select * from webhooks where user_id = $1', [
      person.userId,
    ])
    expect(JSON.stringify(rows)).not.toMatch(/secret-path|A-secret/)
    const other = await aVerifiedPerson(api)
    expect((await other.get('/v1/me/webhooks')).body.items).toEqual([])
    const remove = (who: Person) => who.send(`/v1/me/webhooks/${body.id}`, { method: 'DELETE' })
    expect((await remove(other)).status).toBe(404)
    expect((await remove(person)).status).toBe(204)
    expect(await test(person)).toEqual([])
  })

  it('shows what the other side says where it refuses, and does not try again', async () => {
    const person = await aVerifiedPerson(api)
    await add(person, { preset: 'discord', url: peer.url })
    reply = () => ({ status: 404, body: { message: 'Unknown Webhook' } })
    expect(await test(person)).toMatchObject([
      { state: 'failed', answer: '404 {"message":"Unknown Webhook"}', attempts: 1 },
    ])
  })

  it('that is busy waits for as long as it says; the next ones do not wait for it', async () => {
    const person = await aVerifiedPerson(api)
    await add(person, { preset: 'discord', url: peer.url })
    reply = () => ({ status: 429, headers: { 'Retry-After': '90' } })
    expect(await test(person)).toMatchObject([{ state: 'waiting' }])
    reply = () => ({ status: 204 })
    expect(await test(person)).toMatchObject([{ state: 'sent' }])
    await api.clock.moveTo(new Date(api.clock.now() + 100_000).toISOString())
    expect(peer.got).toHaveLength(3)
  })

  it('that accepts a message gets it once, however much it answers', async () => {
    const person = await aVerifiedPerson(api)
    await add(person, { preset: 'generic', url: peer.url })
    reply = () => ({ status: 200, body: 'x'.repeat(200_000) })
    expect(await test(person)).toMatchObject([{ state: 'sent', attempts: 1 }])
    await api.clock.moveTo(new Date(api.clock.now() + 3_600_000).toISOString())
    expect(peer.got).toHaveLength(1)
  })

  it('follows no redirect, reads no 200 MB, and waits ten seconds at most', async () => {
    const replies: [string, Reply, string][] = [
      ['redirect', { status: 302, headers: { Location: 'http://169.254.169.254/' } }, '302'],
      ['large', { status: 500, body: 'x'.repeat(200_000) }, 'the answer is too large'],
      ['slow', silent, 'no answer within ten seconds'],
    ]
    for (const [name, given, answer] of replies) {
      const person = await aVerifiedPerson(api)
      await add(person, { preset: 'generic', url: `${peer.url}/${name}` })
      reply = () => given
      const [delivery] = await test(person)
      expect(delivery.answer, name).toContain(answer)
      expect(delivery.state, name).not.toBe('sent')
    }
  })
})

describe('1.3.6 a webhook to an address inside', () => {
  let api: Api
  let asked = 0
  const inside = createServer((_, answer) => {
    asked++
    answer.end()
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve))
    api = await startApi({ env: { LOG_LEVEL: 'silent' } })
  })
  afterAll(async () => {
    await api.close()
    inside.close()
  })

  it('is never called, however it is written, and its owner is told', async () => {
    const { port } = inside.address() as AddressInfo
    const person = await aVerifiedPerson(api)
    const hosts = ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0']
    for (const host of hosts)
      await person.post('/v1/me/webhooks', { name: host, preset: 'generic', url: `http://${host}:${port}/` })
    const answer = await person.post('/v1/me/notifications/test', { way: 'webhook' })
    expect(answer.body.deliveries).toHaveLength(hosts.length)
    for (const delivery of answer.body.deliveries)
      expect(delivery, delivery.recipient).toMatchObject({
        state: 'failed',
        answer: 'the address is not public, and the administrator allows no such address',
      })
    expect(asked).toBe(0)
  })
})
