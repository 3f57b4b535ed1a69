import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { answerSession, clientContextOf } from '../identity/identity.service.ts'
import { DemoService } from './demo.service.ts'

@Controller()
export class DemoController {
  constructor(private readonly demo: DemoService) {}

  @Route(contract.identity.demo)
  async start({ request, reply }: Call<typeof contract.identity.demo>) {
    const client = clientContextOf(request)
    return answerSession(reply, await this.demo.start(client), client.transport)
  }
}
