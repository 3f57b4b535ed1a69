import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { ProblemError } from '../../../platform/http/problem.ts'
import { originOf } from '../../../platform/http/request-origin.ts'
import { Route, type Call } from '../../../platform/http/route.ts'
import { AccessService } from '../access/access.service.ts'
import { clientContextOf, refuseUnexplainedCookie } from '../sessions/client-context.ts'
import { EmailVerification } from '../addresses/email-verification.service.ts'
import { IdentityService } from '../identity.service.ts'
import { PasswordReset } from './password-reset.service.ts'
import { clearRefreshCookie, refreshCookieOf } from '../sessions/refresh-cookie.ts'
import { answerSession } from '../sessions/session-answer.ts'
import { SessionsService } from '../sessions/sessions.service.ts'
import { SignInService } from './sign-in.service.ts'

const { identity } = contract

@Controller()
export class AuthController {
  constructor(
    private readonly identities: IdentityService,
    private readonly signIns: SignInService,
    private readonly verification: EmailVerification,
    private readonly resets: PasswordReset,
    private readonly sessions: SessionsService,
    private readonly access: AccessService,
  ) {}

  @Route(identity.register)
  async register({ input, request, reply }: Call<typeof identity.register>) {
    const client = clientContextOf(request)
    return answerSession(reply, await this.identities.register(input, client), client.transport)
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
    return answerSession(reply, await this.identities.refresh(token, client), client.transport)
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

  @Route(identity.verifyEmail)
  verifyEmail({ input, request }: Call<typeof identity.verifyEmail>) {
    return this.verification.verify(input.token, originOf(request))
  }

  @Route(identity.forgotPassword)
  forgotPassword({ input, request }: Call<typeof identity.forgotPassword>) {
    return this.resets.ask(input.email, originOf(request))
  }

  @Route(identity.resetPassword)
  async resetPassword({ input, request }: Call<typeof identity.resetPassword>) {
    await this.resets.reset(input.token, input.password, originOf(request))
  }
}
