import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Route, type Call } from '../../../platform/http/route.ts'
import { AccessService } from '../access/access.service.ts'
import { clientContextOf, refuseUnexplainedCookie } from '../sessions/client-context.ts'
import { RegistrationService } from './registration.service.ts'
import { clearRefreshCookie, refreshCookieOf } from '../sessions/refresh-cookie.ts'
import { answerSession } from '../sessions/session-answer.ts'
import { SessionsService } from '../sessions/sessions.service.ts'
import { SignInService } from './sign-in.service.ts'

const { identity } = contract

@Controller()
export class SignInController {
  constructor(
    private readonly registration: RegistrationService,
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly access: AccessService,
  ) {}

  @Route(identity.register)
  async register({ input, request, reply }: Call<typeof identity.register>) {
    const client = clientContextOf(request)
    return answerSession(reply, await this.registration.register(input, client), client.transport)
  }

  @Route(identity.signIn)
  async signIn({ input, request, reply }: Call<typeof identity.signIn>) {
    const client = clientContextOf(request)
    const answer = await this.signIns.withPassword(input.email, input.password, client)
    if ('secondFactor' in answer) return answer
    await this.sessions.endFormer(refreshCookieOf(request), client)
    return answerSession(reply, answer, client.transport)
  }

  @Route(identity.refresh)
  async refresh({ input, request, reply }: Call<typeof identity.refresh>) {
    refuseUnexplainedCookie(request)
    const client = clientContextOf(request)
    const token = client.transport === 'body' ? input.refreshToken : refreshCookieOf(request)
    if (token === undefined) throw new ProblemError('session-ended')
    return answerSession(reply, await this.signIns.refresh(token, client), client.transport)
  }

  @Route(identity.signOut)
  async signOut({ input, request, reply }: Call<typeof identity.signOut>) {
    refuseUnexplainedCookie(request)
    const client = clientContextOf(request)
    const token = refreshCookieOf(request) ?? input.refreshToken
    if (token !== undefined) await this.sessions.endByToken(token, client)
    const claims = await this.access.claimsOf(request.headers.authorization)
    if (claims !== undefined) await this.sessions.end(claims.sessionId, client)
    clearRefreshCookie(reply)
  }
}
