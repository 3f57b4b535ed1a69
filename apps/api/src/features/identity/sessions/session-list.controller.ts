import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { SessionListService } from './session-list.service.ts'

const { security } = contract

@Controller()
export class SessionListController {
  constructor(private readonly service: SessionListService) {}

  @Route(security.listSessions)
  listSessions({ actor, input }: Call<typeof security.listSessions>) {
    return this.service.listOwn(actor, input)
  }

  @Route(security.endSession)
  endSession({ actor, input }: Call<typeof security.endSession>) {
    return this.service.endOwn(actor, input.id)
  }

  @Route(security.endOtherSessions)
  endOtherSessions({ actor }: Call<typeof security.endOtherSessions>) {
    return this.service.endOthers(actor)
  }
}
