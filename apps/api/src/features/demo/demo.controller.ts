import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { IdentityService } from '../identity/identity.service.ts'
import { DemoService } from './demo.service.ts'

@Controller()
export class DemoController {
  constructor(
    private readonly demo: DemoService,
    private readonly identity: IdentityService,
  ) {}

  @Route(contract.identity.demo)
  async start({ request, reply }: Call<typeof contract.identity.demo>) {
    const client = this.identity.clientOf(request)
    return this.identity.answer(reply, await this.demo.start(client), client)
  }
}
