import { createServer } from 'node:net'
import { chromium, type CDPSession, type Page } from 'playwright-core'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** As much of a credential in the authenticator as tests change. */
interface StoredCredential {
  credentialId: string
  isResidentCredential: boolean
  rpId?: string
  privateKey: string
  userHandle?: string
  signCount: number
}

type Options = Record<string, unknown>
/** A credential as JSON; what is in it is the browser's business. */
export type PasskeyJson = Record<string, unknown>

/** Chromium with an authenticator in it, on a page of the API. */
export interface PasskeyBrowser {
  page: Page
  create(options: Options): Promise<PasskeyJson>
  get(options: Options): Promise<PasskeyJson>
  /** Whether the next touch also shows who holds the device. */
  setUserVerified(isUserVerified: boolean): Promise<void>
  /** Makes a copy of the key with an older counter, as a thief who read it out earlier would have. */
  rewindCounter(to: number): Promise<void>
  /** Forgets every key. */
  empty(): Promise<void>
  close(): Promise<void>
}

export async function aPasskeyBrowser(url: string): Promise<PasskeyBrowser> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags })
  const page = await browser.newPage()
  await page.goto(`${url}/docs`)
  const session = await page.context().newCDPSession(page)
  const authenticatorId = await addAuthenticator(session)
  const credentials = async () =>
    (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials as StoredCredential[]
  return {
    page,
    create: (options) => asked(page, 'create', 'parseCreationOptionsFromJSON', options),
    get: (options) => asked(page, 'get', 'parseRequestOptionsFromJSON', options),
    setUserVerified: async (isUserVerified) =>
      void (await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })),
    rewindCounter: async (signCount) => {
      for (const credential of await credentials()) {
        const { credentialId } = credential
        await session.send('WebAuthn.removeCredential', { authenticatorId, credentialId })
        await session.send('WebAuthn.addCredential', {
          authenticatorId,
          credential: { ...credential, signCount },
        })
      }
    },
    empty: async () => void (await session.send('WebAuthn.clearCredentials', { authenticatorId })),
    close: () => browser.close(),
  }
}

/** As text, because these tests are not compiled for a browser. */
const asked = (page: Page, what: string, parser: string, options: Options): Promise<PasskeyJson> =>
  page.evaluate(`(async () => {
    const publicKey = PublicKeyCredential.${parser}(${JSON.stringify(options)})
    return (await navigator.credentials.${what}({ publicKey })).toJSON()
  })()`)

async function addAuthenticator(session: CDPSession): Promise<string> {
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return authenticatorId
}

/** A port for an API that has to know its own address before it starts. */
export const aFreePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
