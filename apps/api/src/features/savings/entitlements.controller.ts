import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { EntitlementsService } from './entitlements.service.ts'

const { entitlements } = contract

@Controller()
export class EntitlementsController {
  constructor(private readonly service: EntitlementsService) {}

  @Route(entitlements.list)
  list({ actor, input }: Call<typeof entitlements.list>) {
    return this.service.list(actor, input)
  }
}
