import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { clientContextOf } from '../sessions/client-context.ts'
import { oidcCookieOf, setOidcCookie } from '../oidc/oidc-cookie.ts'
import { OidcIdentitiesService } from '../oidc/oidc-identities.service.ts'
import { OidcSignInService } from './oidc-sign-in.service.ts'
import { refreshCookieOf, setRefreshCookie } from '../sessions/refresh-cookie.ts'

const { identity } = contract

@Controller()
export class OidcController {
  constructor(
    private readonly signIn: OidcSignInService,
    private readonly linked: OidcIdentitiesService,
  ) {}

  @Route(identity.startOidc)
  async start({ input, request, reply }: Call<typeof identity.startOidc>) {
    const { issuer, ...start } = input
    const cookies = { flow: oidcCookieOf(request), refreshToken: refreshCookieOf(request) }
    const { url, cookie } = await this.signIn.begin(issuer, start, cookies, clientContextOf(request))
    if (cookie !== null) setOidcCookie(reply, cookie)
    reply.header('Location', url)
  }

  @Route(identity.finishOidc)
  async callback({ input, request, reply }: Call<typeof identity.finishOidc>) {
    // Whoever comes back is a browser.
    const client = { ...clientContextOf(request), transport: 'cookie' as const }
    const { to, signedIn } = await this.signIn.finish(input.issuer, input, oidcCookieOf(request), client)
    if (signedIn !== null) setRefreshCookie(reply, signedIn.tokens.refreshToken)
    reply.header('Location', to)
  }

  @Route(identity.linkIdentity)
  async link({ actor, input, request, reply }: Call<typeof identity.linkIdentity>) {
    const { url, cookie } = await this.signIn.beginLink(
      actor,
      input.issuer,
      input.next,
      oidcCookieOf(request),
    )
    setOidcCookie(reply, cookie)
    return { url }
  }

  @Route(identity.unlinkIdentity)
  unlink({ actor, input }: Call<typeof identity.unlinkIdentity>) {
    return this.linked.unlink(actor, input.issuer)
  }
}
