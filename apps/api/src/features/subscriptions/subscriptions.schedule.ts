import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock/clock.ts'
import { Ticks } from '../../platform/clock/ticks.ts'
import { HouseholdMovesService } from '../households/household-moves.service.ts'
import { LineAdoptionService } from './line-adoption.service.ts'
import { SubscriptionUpkeepService } from './subscription-upkeep.service.ts'

/** What is asked every minute. The sweep comes first: what is owed is older than what falls due. */
@Injectable()
export class SubscriptionsSchedule {
  constructor(
    ticks: Ticks,
    upkeep: SubscriptionUpkeepService,
    lines: LineAdoptionService,
    moves: HouseholdMovesService,
    clock: Clock,
  ) {
    ticks.register({ name: 'subscriptions.sweep', run: (nowMs) => upkeep.sweep(nowMs) })
    ticks.register({ name: 'subscriptions.follow', run: (nowMs) => upkeep.follow(nowMs) })
    ticks.register({ name: 'subscriptions.advance', run: (nowMs) => upkeep.advance(nowMs) })
    moves.follow((householdId) => upkeep.moved(householdId, clock.now()))
    ticks.register({ name: 'subscriptions.adopt-lines', run: () => lines.adopt() })
  }
}
