import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEnv } from '../../env.ts'
import { addressRules } from './address-rules.ts'
import { Outgoing } from './outgoing.ts'
import { retryAfter } from './retry-after.ts'

const outgoingWith = (more: Record<string, string> = {}) =>
  new Outgoing(readEnv({ DATABASE_URL: 'postgres://x/y', APP_SECRET: 'x'.repeat(32), ...more }))

const request = { headers: {}, body: 'x' }

/** Ways to write what is not the public internet. */
const hostile = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://017700000001/',
  'http://0.0.0.0/',
  'http://localhost/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[64:ff9b:1::a00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://[fec0::1]/',
  'http://[ff02::1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fd00:ec2::254]/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://192.0.0.192/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://１２７.0.0.1/',
]

describe('1.3.6 what is called for a person', () => {
  it.each(hostile)('%s is refused for good', async (address) => {
    const called = outgoingWith().send(new URL(address), request)
    await expect(called).rejects.toMatchObject({ name: 'OutgoingFailure', isFinal: true })
  })

  it.each(['ftp://example.org/', 'file:///etc/passwd', 'http://a:b@example.org/'])(
    '%s is no address',
    async (address) => {
      await expect(outgoingWith().send(new URL(address), request)).rejects.toMatchObject({ isFinal: true })
    },
  )

  it('lets through the public internet, and what the administrator allows beside it, no more', () => {
    const open = addressRules([])
    for (const address of ['1.1.1.1', '172.15.0.1', '172.32.0.1', '100.63.0.1', '2606:4700::1111'])
      expect(open(address), address).toBe(true)
    const home = addressRules(['192.168.1.0/24', 'fd00::/8'])
    expect(['192.168.1.7', '192.168.2.7', 'fd00::1', 'fe80::1', '127.0.0.1'].map(home)).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
  })

  it('is refused at the start where a range is none', () => {
    expect(() => outgoingWith({ OUTGOING_PRIVATE: '192.168.1.0/40' })).toThrow('OUTGOING_PRIVATE')
  })
})

describe('15.3.2 what is answered', () => {
  let url: URL
  const server = createServer((asked, answer) => {
    if (asked.url === '/redirect') answer.writeHead(302, { Location: 'http://169.254.169.254/' }).end()
    else if (asked.url === '/cut') {
      answer.writeHead(200, { 'Content-Length': '100' }).write('half', () => answer.destroy())
    } else if (asked.url === '/large' || asked.url === '/large-refusal') {
      answer.statusCode = asked.url === '/large' ? 200 : 500
      const chunk = 'x'.repeat(65_536)
      const more = () => answer.writable && answer.write(chunk, more)
      answer.on('error', () => {})
      more()
    } else answer.end(asked.url)
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = new URL(`http://localhost:${(server.address() as AddressInfo).port}`)
  })
  afterAll(() => server.closeAllConnections() ?? server.close())
  const outgoing = outgoingWith({ OUTGOING_PRIVATE: '127.0.0.0/8,::1' })

  it('comes from the one address that was looked at', async () => {
    expect(await outgoing.send(new URL('/hook', url), request)).toMatchObject({ status: 200, text: '/hook' })
  })

  it('is no redirect that is followed', async () => {
    expect(await outgoing.send(new URL('/redirect', url), request)).toMatchObject({ status: 302 })
  })

  it('is not read beyond 64 kB, however much there is', async () => {
    const called = outgoing.send(new URL('/large-refusal', url), request)
    await expect(called).rejects.toThrow('the answer is too large')
  })

  it('is accepted where its status says so, however long it is or early it ends', async () => {
    const large = await outgoing.send(new URL('/large', url), request)
    expect(large.status).toBe(200)
    expect(large.text.length).toBeLessThanOrEqual(64_000)
    expect(await outgoing.send(new URL('/cut', url), request)).toMatchObject({ status: 200, text: 'half' })
  })
})

describe('Retry-After', () => {
  it('is seconds or a date, and nothing where it is neither', () => {
    const now = Date.parse('2026-11-30T00:00:00Z')
    expect(retryAfter('120', now)).toBe(120_000)
    expect(retryAfter('Mon, 30 Nov 2026 00:01:00 GMT', now)).toBe(60_000)
    expect(retryAfter('Sun, 29 Nov 2026 00:01:00 GMT', now)).toBe(0)
    expect([retryAfter('soon', now), retryAfter(undefined, now)]).toEqual([undefined, undefined])
    expect(retryAfter('999999999', now)).toBe(86_400_000)
  })
})
