import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { ConfirmationService } from './confirmation.service.ts'

const { identity } = contract

@Controller()
export class ConfirmationController {
  constructor(private readonly service: ConfirmationService) {}

  @Route(identity.readSecurity)
  read({ actor }: Call<typeof identity.readSecurity>) {
    return this.service.read(actor)
  }

  @Route(identity.confirm)
  confirm({ actor, input }: Call<typeof identity.confirm>) {
    return this.service.confirm(actor, input)
  }
}
