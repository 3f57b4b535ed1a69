import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { originOf } from '../../../platform/http/request-origin.ts'
import { Route, type Call } from '../../../platform/http/route.ts'
import { clientContextOf } from '../sessions/client-context.ts'
import { EmailVerificationService } from './email-verification.service.ts'
import { PhoneVerificationService } from './phone-verification.service.ts'

const { identity } = contract

/** Addresses and numbers, and the proof that they are somebody's. */
@Controller()
export class AddressesController {
  constructor(
    private readonly emails: EmailVerificationService,
    private readonly phones: PhoneVerificationService,
  ) {}

  @Route(identity.sendVerification)
  sendVerification({ actor, request }: Call<typeof identity.sendVerification>) {
    return this.emails.resend(actor, clientContextOf(request).locale)
  }

  @Route(identity.changeEmail)
  changeEmail({ actor, input, request }: Call<typeof identity.changeEmail>) {
    return this.emails.change(actor, input.email, clientContextOf(request).locale)
  }

  @Route(identity.changePhone)
  changePhone({ actor, input, request }: Call<typeof identity.changePhone>) {
    return this.phones.send(actor, input.phone, clientContextOf(request).locale)
  }

  @Route(identity.verifyPhone)
  verifyPhone({ actor, input }: Call<typeof identity.verifyPhone>) {
    return this.phones.verify(actor, input.code)
  }

  @Route(identity.verifyEmail)
  verifyEmail({ input, request }: Call<typeof identity.verifyEmail>) {
    return this.emails.verify(input.token, originOf(request))
  }
}
