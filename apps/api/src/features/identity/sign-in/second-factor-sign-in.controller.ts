import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { clientContextOf } from '../sessions/client-context.ts'
import { refreshCookieOf } from '../sessions/refresh-cookie.ts'
import { SecondFactorSignInService } from './second-factor-sign-in.service.ts'
import { answerSession } from '../sessions/session-answer.ts'
import { SessionsService } from '../sessions/sessions.service.ts'

const { identity } = contract

@Controller()
export class SecondFactorSignInController {
  constructor(
    private readonly signIn: SecondFactorSignInService,
    private readonly sessions: SessionsService,
  ) {}

  @Route(identity.secondFactor)
  async secondFactor({ input, request, reply }: Call<typeof identity.secondFactor>) {
    const client = clientContextOf(request)
    const { ticket, ...factor } = input
    const signedIn = await this.signIn.withTicket(ticket, factor, client)
    await this.sessions.endFormer(refreshCookieOf(request), client)
    return answerSession(reply, signedIn, client.transport)
  }

  @Route(identity.passkeyOptions)
  passkeyOptions({ input, request }: Call<typeof identity.passkeyOptions>) {
    return this.signIn.passkeyQuestion(input.ticket, clientContextOf(request))
  }

  @Route(identity.passkeySignIn)
  async passkeySignIn({ input, request, reply }: Call<typeof identity.passkeySignIn>) {
    const client = clientContextOf(request)
    const signedIn = await this.signIn.withPasskey(input, client)
    await this.sessions.endFormer(refreshCookieOf(request), client)
    return answerSession(reply, signedIn, client.transport)
  }
}
