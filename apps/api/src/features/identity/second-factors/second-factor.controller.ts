import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { clientContextOf } from '../sessions/client-context.ts'
import { PasskeysService } from '../passkeys/passkeys.service.ts'
import { refreshCookieOf } from '../sessions/refresh-cookie.ts'
import { SecondFactorSignIn } from './second-factor-sign-in.service.ts'
import { answerSession } from '../sessions/session-answer.ts'
import { SessionsService } from '../sessions/sessions.service.ts'
import { TotpService } from './totp.service.ts'

const { auth, security } = contract

/** Ways in besides a password: used at sign-in, kept in the settings. */
@Controller()
export class SecondFactorController {
  constructor(
    private readonly signIn: SecondFactorSignIn,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeysService,
    private readonly sessions: SessionsService,
  ) {}

  @Route(auth.secondFactor)
  async secondFactor({ input, request, reply }: Call<typeof auth.secondFactor>) {
    const client = clientContextOf(request)
    const { ticket, ...factor } = input
    const signedIn = await this.signIn.withTicket(ticket, factor, client)
    await this.sessions.endFormer(refreshCookieOf(request), client)
    return answerSession(reply, signedIn, client.transport)
  }

  @Route(auth.passkeyOptions)
  passkeyOptions({ input, request }: Call<typeof auth.passkeyOptions>) {
    return this.signIn.passkeyQuestion(input.ticket, clientContextOf(request))
  }

  @Route(auth.passkeySignIn)
  async passkeySignIn({ input, request, reply }: Call<typeof auth.passkeySignIn>) {
    const client = clientContextOf(request)
    const signedIn = await this.signIn.withPasskey(input, client)
    await this.sessions.endFormer(refreshCookieOf(request), client)
    return answerSession(reply, signedIn, client.transport)
  }

  @Route(security.startTotp)
  startTotp({ actor }: Call<typeof security.startTotp>) {
    return this.totp.start(actor)
  }

  @Route(security.confirmTotp)
  confirmTotp({ actor, input }: Call<typeof security.confirmTotp>) {
    return this.totp.confirm(actor, input.code)
  }

  @Route(security.removeTotp)
  removeTotp({ actor }: Call<typeof security.removeTotp>) {
    return this.totp.remove(actor)
  }

  @Route(security.renewRecoveryCodes)
  renewRecoveryCodes({ actor }: Call<typeof security.renewRecoveryCodes>) {
    return this.totp.renewRecoveryCodes(actor)
  }

  @Route(security.listPasskeys)
  listPasskeys({ actor, input }: Call<typeof security.listPasskeys>) {
    return this.passkeys.list(actor, input)
  }

  @Route(security.passkeyOptions)
  startPasskey({ actor }: Call<typeof security.passkeyOptions>) {
    return this.passkeys.start(actor)
  }

  @Route(security.addPasskey)
  addPasskey({ actor, input }: Call<typeof security.addPasskey>) {
    const { name, ...answer } = input
    return this.passkeys.add(actor, name, answer)
  }

  @Route(security.removePasskey)
  removePasskey({ actor, input }: Call<typeof security.removePasskey>) {
    return this.passkeys.remove(actor, input.id)
  }
}
