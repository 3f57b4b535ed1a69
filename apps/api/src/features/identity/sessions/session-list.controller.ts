import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { SessionListService } from './session-list.service.ts'

const { identity } = contract

@Controller()
export class SessionListController {
  constructor(private readonly service: SessionListService) {}

  @Route(identity.listSessions)
  listSessions({ actor, input }: Call<typeof identity.listSessions>) {
    return this.service.listOwn(actor, input)
  }

  @Route(identity.endSession)
  endSession({ actor, input }: Call<typeof identity.endSession>) {
    return this.service.endOwn(actor, input.id)
  }

  @Route(identity.endOtherSessions)
  endOtherSessions({ actor }: Call<typeof identity.endOtherSessions>) {
    return this.service.endOthers(actor)
  }
}
