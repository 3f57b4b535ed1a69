import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { clientContextOf } from '../sessions/client-context.ts'
import { oidcCookieOf, setOidcCookie } from './oidc-cookie.ts'
import { OidcIdentities } from './oidc-identities.service.ts'
import { OidcSignIn } from './oidc-sign-in.service.ts'
import { refreshCookieOf, setRefreshCookie } from '../sessions/refresh-cookie.ts'

const { identities } = contract

@Controller()
export class OidcController {
  constructor(
    private readonly signIn: OidcSignIn,
    private readonly linked: OidcIdentities,
  ) {}

  @Route(identities.start)
  async start({ input, request, reply }: Call<typeof identities.start>) {
    const { issuer, ...start } = input
    const cookies = { flow: oidcCookieOf(request), refreshToken: refreshCookieOf(request) }
    const { url, cookie } = await this.signIn.begin(issuer, start, cookies, clientContextOf(request))
    if (cookie !== null) setOidcCookie(reply, cookie)
    reply.header('Location', url)
  }

  @Route(identities.callback)
  async callback({ input, request, reply }: Call<typeof identities.callback>) {
    // Whoever comes back is a browser.
    const client = { ...clientContextOf(request), transport: 'cookie' as const }
    const { to, signedIn } = await this.signIn.finish(input.issuer, input, oidcCookieOf(request), client)
    if (signedIn !== null) setRefreshCookie(reply, signedIn.tokens.refreshToken)
    reply.header('Location', to)
  }

  @Route(identities.link)
  async link({ actor, input, request, reply }: Call<typeof identities.link>) {
    const { url, cookie } = await this.signIn.beginLink(
      actor,
      input.issuer,
      input.next,
      oidcCookieOf(request),
    )
    setOidcCookie(reply, cookie)
    return { url }
  }

  @Route(identities.unlink)
  unlink({ actor, input }: Call<typeof identities.unlink>) {
    return this.linked.unlink(actor, input.issuer)
  }
}
