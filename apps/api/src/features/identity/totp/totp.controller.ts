import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { TotpService } from './totp.service.ts'

const { identity } = contract

@Controller()
export class TotpController {
  constructor(private readonly totp: TotpService) {}

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
}
