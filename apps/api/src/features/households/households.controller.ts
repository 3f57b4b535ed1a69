import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { HouseholdChangesService } from './household-changes.service.ts'
import { HouseholdsService } from './households.service.ts'

const { households } = contract

@Controller()
export class HouseholdsController {
  constructor(
    private readonly service: HouseholdsService,
    private readonly waiting: HouseholdChangesService,
  ) {}

  @Route(households.list)
  list({ actor, input }: Call<typeof households.list>) {
    return this.service.list(actor, input)
  }

  @Route(households.create)
  async create({ actor, input, act, etag }: Call<typeof households.create>) {
    const household = await this.service.create(actor, input, act)
    etag(household.revision)
    return household
  }

  @Route(households.read)
  async read({ actor, etag }: Call<typeof households.read>) {
    const household = await this.service.read(actor)
    etag(household.revision)
    return household
  }

  @Route(households.update)
  async update({ actor, input, ifMatch, act, etag }: Call<typeof households.update>) {
    const { householdId: _, ...changes } = input
    const household = await this.service.update(actor, { ifMatch, act }, changes)
    etag(household.revision)
    return household
  }

  @Route(households.changes)
  changes({ actor, input, reply }: Call<typeof households.changes>) {
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    return this.waiting.next(actor, input, gone.signal)
  }
}
