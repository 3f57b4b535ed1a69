import { Injectable } from '@nestjs/common'
import type { entitlementsContract } from '@streamline/contract'
import type { Actor } from '../../platform/http/actor.ts'
import type { Answer, Call } from '../../platform/http/route.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { presentEntitlements } from './entitlements.presenter.ts'
import { SavingsReaderService } from './savings-reader.service.ts'

type Input = Call<typeof entitlementsContract.list>['input']

const PAGE = 50

/** Who may watch what: read from the facts each time, for nothing is worked out. */
@Injectable()
export class EntitlementsService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly reader: SavingsReaderService,
  ) {}

  async list(
    actor: Actor,
    { memberId, limit = PAGE, cursor }: Input,
  ): Promise<Answer<typeof entitlementsContract.list>> {
    const household = this.households.require(actor, 'overview.read')
    return presentEntitlements(await this.reader.read(household, null), { memberId, limit, cursor })
  }
}
