import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'

/**
 * A real OpenID Connect provider as a process of its own: `node issuer-process.mjs PORT CLIENT REDIRECT_URI…`. Whoever is
 * asked to sign in says who they are by `?as=`, base64url of their claims.
 */
const [port = '', client = '', ...redirectUris] = process.argv.slice(2)
const { id, secret } = JSON.parse(client)

/** What people last said about themselves, by subject. @type {Map<string, { sub: string }>} */
const people = new Map()

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: id,
      client_secret: secret,
      redirect_uris: redirectUris,
      grant_types: ['authorization_code'],
    },
  ],
  pkce: { required: () => true },
  scopes: ['openid', 'email', 'profile'],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  cookies: { keys: ['of no use elsewhere'] },
  findAccount: (_context, account) => ({
    accountId: account,
    claims: () => people.get(account) ?? { sub: account },
  }),
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client?.clientId,
      accountId: oidc.session?.accountId,
    })
    grant.addOIDCScope('openid email profile')
    await grant.save()
    return grant
  },
})

const answer = provider.callback()
createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  if (!pathname.startsWith('/interaction/')) return void answer(request, response)
  const said = JSON.parse(Buffer.from(searchParams.get('as') ?? '', 'base64url').toString())
  people.set(said.sub, said)
  const login = { accountId: said.sub }
  provider.interactionFinished(request, response, { login }).catch((error) => {
    response.statusCode = 500
    response.end(String(error))
  })
}).listen(Number(port), '127.0.0.1', () => process.send?.('listening'))
