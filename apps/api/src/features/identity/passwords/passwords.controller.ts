import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { originOf } from '../../../platform/http/request-origin.ts'
import { Route, type Call } from '../../../platform/http/route.ts'
import { PasswordChangeService } from './password-change.service.ts'
import { PasswordResetService } from './password-reset.service.ts'

const { identity } = contract

@Controller()
export class PasswordsController {
  constructor(
    private readonly changes: PasswordChangeService,
    private readonly resets: PasswordResetService,
  ) {}

  @Route(identity.changePassword)
  changePassword({ actor, input }: Call<typeof identity.changePassword>) {
    return this.changes.change(actor, input.password, input.keepOtherSessions ?? false)
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
