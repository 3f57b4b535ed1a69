import { createHmac } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aBrowserPush } from '../../test/a-browser-push.ts'
import { aTlsPeer } from '../../test/a-tls-peer.ts'
import { anFcm } from '../../test/an-fcm.ts'
import { startSmtpPeer } from '../../test/smtp-peer.ts'

/** The other ends of all channels, which tell of each message by what it is known. */
export async function messagePeers(told) {
  const folder = await mkdtemp(join(tmpdir(), 'streamline-peers-'))
  const browsers = new Map()
  const secrets = new Map()
  const fcm = await anFcm()
  fcm.answer = ({ token, data }) => {
    told({ channel: 'fcm', to: token, title: data.title, id: data.id })
    return { status: 200, body: {} }
  }
  const web = await aTlsPeer(({ path, body, headers }) => {
    const [, kind, name] = path.split('/')
    if (kind === 'push') {
      const { title, id } = JSON.parse(browsers.get(name).opened(body))
      told({ channel: 'webPush', to: name, title, id })
      return { status: 201 }
    }
    const id = String(headers['webhook-id'])
    const signed = `${id}.${String(headers['webhook-timestamp'])}.${body.toString()}`
    const signature = createHmac('sha256', Buffer.from(secrets.get(name).replace('whsec_', ''), 'base64'))
      .update(signed)
      .digest('base64')
    if (headers['webhook-signature'] !== `v1,${signature}`) return { status: 401 }
    told({ channel: 'webhook', to: name, title: JSON.parse(body.toString()).title, id })
    return { status: 200 }
  })
  const smtp = await startSmtpPeer(0, '', async ({ to, raw }) => {
    const header = (name) => new RegExp(`^${name}: (.*)$`, 'im').exec(raw)?.[1] ?? ''
    told({ channel: 'email', to: to[0], title: header('Subject'), id: header('Message-ID') })
  })
  const certificates = join(folder, 'peers.pem')
  await writeFile(certificates, `${fcm.cert}${web.cert}`)
  return {
    env: { ...fcm.env, SMTP_URL: smtp.url, NODE_EXTRA_CA_CERTS: certificates },
    /** What somebody named `name` gives, so that they are reached in every way. */
    devices: (name) => {
      const browser = aBrowserPush()
      browsers.set(name, browser)
      return [
        { kind: 'webPush', endpoint: `${web.url}/push/${name}`, ...browser.keys, name: 'Firefox' },
        { kind: 'fcm', token: name.padEnd(160, 'x'), name: 'Pixel 7' },
      ]
    },
    webhook: (name) => ({ name: 'Mine', preset: 'generic', url: `${web.url}/hook/${name}` }),
    signs: (name, secret) => secrets.set(name, secret),
    close: async () => {
      await Promise.all([fcm.close(), web.close(), smtp.close()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}
