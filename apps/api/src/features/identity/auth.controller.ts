import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { ProblemError } from '../../platform/http/problem.ts'
import { Route, type Call } from '../../platform/http/route.ts'
import { AccessService } from './access.service.ts'
import { clientContextOf, refuseUnexplainedCookie } from './client-context.ts'
import { IdentityService } from './identity.service.ts'
import { clearRefreshCookie, refreshCookieOf } from './refresh-cookie.ts'
import { answerSession } from './session-answer.ts'
import { SessionsService } from './sessions.service.ts'

const { auth } = contract

@Controller()
export class AuthController {
  constructor(
    private readonly identity: IdentityService,
    private readonly sessions: SessionsService,
    private readonly access: AccessService,
  ) {}

  @Route(auth.register)
  async register({ input, request, reply }: Call<typeof auth.register>) {
    const client = clientContextOf(request)
    return answerSession(reply, await this.identity.register(input, client), client.transport)
  }

  @Route(auth.signIn)
  async signIn({ input, request, reply }: Call<typeof auth.signIn>) {
    const client = clientContextOf(request)
    return answerSession(
      reply,
      await this.identity.signIn(input.email, input.password, client),
      client.transport,
    )
  }

  @Route(auth.refresh)
  async refresh({ input, request, reply }: Call<typeof auth.refresh>) {
    refuseUnexplainedCookie(request)
    const { transport } = clientContextOf(request)
    const token = transport === 'body' ? input.refreshToken : refreshCookieOf(request)
    if (token === undefined) throw new ProblemError('session-ended')
    return answerSession(reply, await this.identity.refresh(token, transport), transport)
  }

  @Route(auth.signOut)
  async signOut({ input, request, reply }: Call<typeof auth.signOut>) {
    refuseUnexplainedCookie(request)
    const token = refreshCookieOf(request) ?? input.refreshToken
    if (token !== undefined) await this.sessions.endByToken(token)
    const claims = await this.access.claimsOf(request.headers.authorization)
    if (claims !== undefined) await this.sessions.end(claims.sessionId)
    clearRefreshCookie(reply)
  }
}
