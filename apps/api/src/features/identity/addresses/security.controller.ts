import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { clientContextOf } from '../sessions/client-context.ts'
import { EmailVerification } from './email-verification.service.ts'
import { PhoneVerification } from './phone-verification.service.ts'
import { SecurityService } from './security.service.ts'

const { security } = contract

@Controller()
export class SecurityController {
  constructor(
    private readonly service: SecurityService,
    private readonly emails: EmailVerification,
    private readonly phones: PhoneVerification,
    private readonly audit: AuditService,
  ) {}

  @Route(security.read)
  read({ actor }: Call<typeof security.read>) {
    return this.service.read(actor)
  }

  @Route(security.confirm)
  confirm({ actor, input }: Call<typeof security.confirm>) {
    return this.service.confirm(actor, input)
  }

  @Route(security.sendVerification)
  sendVerification({ actor, request }: Call<typeof security.sendVerification>) {
    return this.emails.resend(actor, clientContextOf(request).locale)
  }

  @Route(security.changeEmail)
  changeEmail({ actor, input, request }: Call<typeof security.changeEmail>) {
    return this.emails.change(actor, input.email, clientContextOf(request).locale)
  }

  @Route(security.changePhone)
  changePhone({ actor, input, request }: Call<typeof security.changePhone>) {
    return this.phones.send(actor, input.phone, clientContextOf(request).locale)
  }

  @Route(security.verifyPhone)
  verifyPhone({ actor, input }: Call<typeof security.verifyPhone>) {
    return this.phones.verify(actor, input.code)
  }

  @Route(security.changePassword)
  changePassword({ actor, input }: Call<typeof security.changePassword>) {
    return this.service.changePassword(actor, input.password, input.keepOtherSessions ?? false)
  }

  @Route(security.listAudit)
  listAudit({ actor, input }: Call<typeof security.listAudit>) {
    return this.audit.listOwn(actor, input)
  }
}
