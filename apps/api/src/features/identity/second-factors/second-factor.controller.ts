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

const { identity } = contract

/** Ways in besides a password: used at sign-in, kept in the settings. */
@Controller()
export class SecondFactorController {
  constructor(
    private readonly signIn: SecondFactorSignIn,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeysService,
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

  @Route(identity.startTotp)
  startTotp({ actor }: Call<typeof identity.startTotp>) {
    return this.totp.start(actor)
  }

  @Route(identity.confirmTotp)
  confirmTotp({ actor, input }: Call<typeof identity.confirmTotp>) {
    return this.totp.confirm(actor, input.code)
  }

  @Route(identity.removeTotp)
  removeTotp({ actor }: Call<typeof identity.removeTotp>) {
    return this.totp.remove(actor)
  }

  @Route(identity.renewRecoveryCodes)
  renewRecoveryCodes({ actor }: Call<typeof identity.renewRecoveryCodes>) {
    return this.totp.renewRecoveryCodes(actor)
  }

  @Route(identity.listPasskeys)
  listPasskeys({ actor, input }: Call<typeof identity.listPasskeys>) {
    return this.passkeys.list(actor, input)
  }

  @Route(identity.newPasskeyOptions)
  startPasskey({ actor }: Call<typeof identity.newPasskeyOptions>) {
    return this.passkeys.start(actor)
  }

  @Route(identity.addPasskey)
  addPasskey({ actor, input }: Call<typeof identity.addPasskey>) {
    const { name, ...answer } = input
    return this.passkeys.add(actor, name, answer)
  }

  @Route(identity.removePasskey)
  removePasskey({ actor, input }: Call<typeof identity.removePasskey>) {
    return this.passkeys.remove(actor, input.id)
  }
}
