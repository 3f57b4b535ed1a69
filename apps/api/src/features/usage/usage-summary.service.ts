import { Injectable } from '@nestjs/common'
import type { usageSummarySchema } from '@streamline/contract'
import {
  allowanceSpan,
  allowanceStanding,
  costOfUse,
  lastUsedOn,
  monthOf,
  unusedOf,
  usageKindsOf,
  usedInMonth,
  type AllowanceStanding,
  type CostOfDays,
} from '@streamline/domain'
import type * as z from 'zod'
import type { Actor } from '../../platform/http/actor.ts'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import type { PeriodCharge } from '../billing/billing.types.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { SubscriptionsService } from '../subscriptions/subscriptions.service.ts'
import { usageRightsOf } from './usage-access.ts'
import { UsageRepository } from './usage.repository.ts'

export type UsageSummary = z.infer<typeof usageSummarySchema>

/** What the notes of one subscription come to. */
@Injectable()
export class UsageSummaryService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly billing: BillingReaderService,
    private readonly repository: UsageRepository,
  ) {}

  async read(actor: Actor, { id }: { readonly id: string }): Promise<UsageSummary> {
    const household = this.households.require(actor, 'subscriptions.read')
    const subscription = await this.subscriptions.visible(household, id)
    const today = this.households.today(household)
    const [allowances, readings, charges] = await Promise.all([
      this.subscriptions.allowancesOf(subscription),
      this.repository.ofSubscriptions(household.id, [id]),
      this.billing.chargesOfSubscriptions([id], today),
    ])
    const { facts, kind, allowances: own } = subscription
    const told = readings.filter(({ on }) => on <= today)
    const rights = usageRightsOf(subscription, household, {
      mayWrite: this.households.may(household, 'subscriptions.change'),
      isChangeable: this.subscriptions.isChangeable(subscription, household),
    })
    const cost = costOfUse((charges.get(id) ?? []).flatMap(costOf), told, today)
    return {
      today,
      kinds: [...usageKindsOf(kind)],
      mayNote: rights.note,
      allowances: allowances.flatMap((allowance) => {
        const span = allowanceSpan(facts, allowance.per, today)
        if (span === undefined) return []
        const source = own.some((each) => each.kind === allowance.kind) ? ('own' as const) : ('plan' as const)
        return [{ ...presentStanding(allowanceStanding(allowance, span, told, today)), source }]
      }),
      cost:
        cost === null
          ? null
          : {
              from: cost.window.startsOn,
              until: cost.window.endsOn,
              cost: cost.cost,
              perUse: cost.perUse,
              perHour: cost.perHour,
              perGigabyte: cost.perGigabyte,
            },
      usedThisMonth: usedInMonth(told, monthOf(today)),
      lastUsedOn: lastUsedOn(told),
      unusedDays: unusedOf(facts, told, today)?.days ?? null,
    }
  }
}

const presentStanding = ({ allowance, span, ...standing }: AllowanceStanding) => ({
  ...allowance,
  ...span,
  ...standing,
})

/** Periods and boosters are for days; fees and deposits are no price of use. What was waived cost what was paid of it. */
const costOf = ({ startsOn, endsOn, amount, paid, state, extra }: PeriodCharge): CostOfDays[] => {
  if (state === 'void' || (extra !== null && extra.purpose !== 'booster')) return []
  return [{ startsOn, endsOn, amount: state === 'waived' ? paid : amount }]
}
