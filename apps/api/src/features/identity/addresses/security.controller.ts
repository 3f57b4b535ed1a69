import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { clientContextOf } from '../sessions/client-context.ts'
import { EmailVerification } from './email-verification.service.ts'
import { PhoneVerification } from './phone-verification.service.ts'
import { SecurityService } from './security.service.ts'

const { identity } = contract

@Controller()
export class SecurityController {
  constructor(
    private readonly service: SecurityService,
    private readonly emails: EmailVerification,
    private readonly phones: PhoneVerification,
    private readonly audit: AuditService,
  ) {}

  @Route(identity.readSecurity)
  read({ actor }: Call<typeof identity.readSecurity>) {
    return this.service.read(actor)
  }

  @Route(identity.confirm)
  confirm({ actor, input }: Call<typeof identity.confirm>) {
    return this.service.confirm(actor, input)
  }

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

  @Route(identity.changePassword)
  changePassword({ actor, input }: Call<typeof identity.changePassword>) {
    return this.service.changePassword(actor, input.password, input.keepOtherSessions ?? false)
  }

  @Route(identity.listAudit)
  listAudit({ actor, input }: Call<typeof identity.listAudit>) {
    return this.audit.listOwn(actor, input)
  }
}
