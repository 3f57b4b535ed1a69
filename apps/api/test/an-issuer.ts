import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { aFreePort } from './a-passkey.ts'

export interface IssuerAccount {
  sub: string
  email?: string
  email_verified?: boolean
  name?: string
}

export interface Issuer {
  url: string
  settings: { id: string; name: string; issuer: string; clientId: string; clientSecret: string }
  stop(): Promise<void>
}

const client = { id: 'streamline', secret: 'what the issuer gave the operator' }

/** `oidc-provider` as a process of its own; it knows exactly one redirect address. */
export async function anIssuer(id: string, redirectUri: string): Promise<Issuer> {
  const port = await aFreePort()
  const url = `http://127.0.0.1:${port}`
  const script = new URL('issuer-process.mjs', import.meta.url)
  const child: ChildProcess = fork(script, [String(port), JSON.stringify(client), redirectUri], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
  })
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('The issuer did not start'))),
  ])
  return {
    url,
    settings: { id, name: 'Work', issuer: url, clientId: client.id, clientSecret: client.secret },
    stop: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** A browser as far as redirects and cookies go. */
export class Visitor {
  private readonly cookies = new Map<string, Map<string, string>>()

  /** One step: no redirect is followed. */
  async get(url: string, headers: Record<string, string> = {}) {
    const { host } = new URL(url)
    const jar = this.cookies.get(host) ?? new Map<string, string>()
    this.cookies.set(host, jar)
    const Cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const response = await fetch(url, { redirect: 'manual', headers: { Cookie, ...headers } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    return {
      status: response.status,
      location: location === null ? null : new URL(location, url).href,
      text: await response.text(),
      setCookies: response.headers.getSetCookie(),
    }
  }

  cookie(url: string, name: string): string | undefined {
    return this.cookies.get(new URL(url).host)?.get(name)
  }

  give(url: string, name: string, value: string): void {
    this.cookies.set(new URL(url).host, new Map([[name, value]]))
  }

  /** Signs in at the issuer and answers where that sends the browser; a refusal there is an error. */
  async signInAt(authorizationUrl: string, account: IssuerAccount): Promise<string> {
    const { origin } = new URL(authorizationUrl)
    let url = authorizationUrl
    for (let step = 0; step < 10 && url.startsWith(origin); step++) {
      const isAsked = new URL(url).pathname.startsWith('/interaction/')
      const as = Buffer.from(JSON.stringify(account)).toString('base64url')
      const { status, location, text } = await this.get(isAsked ? `${url}?as=${as}` : url)
      if (location === null) throw new Error(`The issuer answered ${status}: ${text.slice(0, 500)}`)
      url = location
    }
    return url
  }
}
