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

const { auth } = contract

@Controller()
export class AuthController {
  constructor(
    private readonly identity: IdentityService,
    private readonly signIns: SignInService,
    private readonly verification: EmailVerification,
    private readonly resets: PasswordReset,
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
    const answer = await this.signIns.withPassword(input.email, input.password, client)
    if ('secondFactor' in answer) return answer
    await this.sessions.endFormer(refreshCookieOf(request), client)
    return answerSession(reply, answer, client.transport)
  }

  @Route(auth.refresh)
  async refresh({ input, request, reply }: Call<typeof auth.refresh>) {
    refuseUnexplainedCookie(request)
    const client = clientContextOf(request)
    const token = client.transport === 'body' ? input.refreshToken : refreshCookieOf(request)
    if (token === undefined) throw new ProblemError('session-ended')
    return answerSession(reply, await this.identity.refresh(token, client), client.transport)
  }

  @Route(auth.signOut)
  async signOut({ input, request, reply }: Call<typeof auth.signOut>) {
    refuseUnexplainedCookie(request)
    const client = clientContextOf(request)
    const token = refreshCookieOf(request) ?? input.refreshToken
    if (token !== undefined) await this.sessions.endByToken(token, client)
    const claims = await this.access.claimsOf(request.headers.authorization)
    if (claims !== undefined) await this.sessions.end(claims.sessionId, client)
    clearRefreshCookie(reply)
  }

  @Route(auth.verifyEmail)
  verifyEmail({ input, request }: Call<typeof auth.verifyEmail>) {
    return this.verification.verify(input.token, originOf(request))
  }

  @Route(auth.forgotPassword)
  forgotPassword({ input, request }: Call<typeof auth.forgotPassword>) {
    return this.resets.ask(input.email, originOf(request))
  }

  @Route(auth.resetPassword)
  async resetPassword({ input, request }: Call<typeof auth.resetPassword>) {
    await this.resets.reset(input.token, input.password, originOf(request))
  }
}
