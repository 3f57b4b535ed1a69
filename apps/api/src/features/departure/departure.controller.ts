import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { MergingPeopleService } from './merging-people.service.ts'
import { DepartureService } from './departure.service.ts'

const { departure } = contract

@Controller()
export class DepartureController {
  constructor(
    private readonly service: DepartureService,
    private readonly merging: MergingPeopleService,
  ) {}

  @Route(departure.removeMember)
  remove({ actor, input }: Call<typeof departure.removeMember>) {
    return this.service.remove(actor, input.id, input.acceptOpenBalance ?? false)
  }

  @Route(departure.mergeMember)
  merge({ actor, input, act }: Call<typeof departure.mergeMember>) {
    return this.merging.merge(actor, input.id, input.into, act)
  }

  @Route(departure.readMergings)
  mergings({ actor }: Call<typeof departure.readMergings>) {
    return this.merging.list(actor)
  }

  @Route(departure.unmergeMember)
  unmerge({ actor, input, act }: Call<typeof departure.unmergeMember>) {
    return this.merging.unmerge(actor, input.id, act)
  }

  @Route(departure.leave)
  async leave({ actor, input }: Call<typeof departure.leave>) {
    await this.service.leave(actor, input.acceptOpenBalance ?? false)
  }

  @Route(departure.deleteHousehold)
  async deleteHousehold({ actor }: Call<typeof departure.deleteHousehold>) {
    await this.service.deleteHousehold(actor)
  }
}
