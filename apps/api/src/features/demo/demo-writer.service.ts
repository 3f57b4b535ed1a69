import { Injectable } from '@nestjs/common'
import { addDays, type CalendarDate } from '@streamline/domain'
import { v5, v7 } from 'uuid'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import { BillingService } from '../billing/billing.service.ts'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import type { PeriodCharge, PlannedPayment } from '../billing/billing.types.ts'
import { ActsService } from '../subscriptions/acts.service.ts'
import { SubscriptionsService } from '../subscriptions/subscriptions.service.ts'
import { UsageService } from '../usage/usage.service.ts'
import type { Family, Person } from './demo-family.ts'
import type { DemoSubscription } from './demo-subscription.ts'

interface Written {
  readonly id: string
  readonly demo: DemoSubscription
}

/** Enters a history through the same services as a person would, with the dates on which it happened. */
@Injectable()
export class DemoWriterService {
  constructor(
    private readonly subscriptions: SubscriptionsService,
    private readonly acts: ActsService,
    private readonly usage: UsageService,
    private readonly billing: BillingService,
    private readonly bills: BillingReaderService,
  ) {}

  async write(
    actor: Actor,
    household: HouseholdActor,
    family: Family,
    history: readonly DemoSubscription[],
    today: CalendarDate,
  ): Promise<void> {
    const written: Written[] = []
    // One after the other: all of it waits for the same household, and other visitors need connections too.
    for (const demo of history) written.push(await this.subscribe(actor, household.id, family, demo))
    const charges = await this.bills.chargesOfSubscriptions(
      written.map(({ id }) => id),
      today,
    )
    const payments = written.flatMap((entry) =>
      paymentsOf(entry, charges.get(entry.id) ?? [], household, family, today),
    )
    await this.billing.recordPayments(household.id, payments)
    for (const { id, demo } of written)
      if (demo.bookedFrom !== undefined)
        await this.subscriptions.update(
          actor,
          { householdId: household.id, id, recordsItself: true, recordsItselfFrom: demo.bookedFrom },
          { ifMatch: null, act: v7() },
        )
    for (const { id, demo } of written)
      for (const draft of demo.usage ?? [])
        await this.usage.record(actor, { householdId: household.id, id, ...draft }, v7())
    const cancelled = written.filter(({ demo }) => demo.isCancelled === true)
    await Promise.all(
      cancelled.map(({ id }) =>
        this.acts.cancel(actor, { householdId: household.id, id }, { ifMatch: null, act: v7() }),
      ),
    )
  }

  private async subscribe(
    actor: Actor,
    householdId: string,
    family: Family,
    demo: DemoSubscription,
  ): Promise<Written> {
    const id = v7()
    const ids = (people: readonly Person[]) => people.map((person) => family[person])
    const { planId, startsOn, name, line, note, labels, noticeDays, billDay, dueDays, trialDays } = demo
    await this.subscriptions.create(
      actor,
      {
        householdId,
        planId,
        startsOn,
        name,
        line,
        note,
        noticeDays,
        billDay,
        dueDays,
        labels: labels === undefined ? undefined : [...labels],
        trial: trialDays === undefined ? undefined : { count: trialDays, unit: 'day' },
        usedBy: ids(demo.usedBy),
        paidBy: family[demo.paidBy],
        managedBy: demo.managedBy === undefined ? undefined : family[demo.managedBy],
        split: demo.sharedBy === undefined ? undefined : { kind: 'equal', memberIds: ids(demo.sharedBy) },
        // What is left unpaid is paid by hand.
        recordsItself: demo.unpaidFrom === undefined ? undefined : false,
        visibility: demo.isPrivate === true ? 'private' : 'shared',
      },
      id,
    )
    for (const renewedOn of demo.recharges ?? [])
      await this.acts.renew(actor, { householdId, id, renewedOn }, { ifMatch: null, act: v7() })
    return { id, demo }
  }
}

/** Who paid what when. Recharges are paid on the day, anything else when it is due or a little later. */
function paymentsOf(
  { id, demo }: Written,
  charges: readonly PeriodCharge[],
  { id: householdId, memberId }: HouseholdActor,
  family: Family,
  today: CalendarDate,
): PlannedPayment[] {
  const { recharges, unpaidFrom, bookedFrom, paidBy, paidByOther, method } = demo
  return charges.flatMap(({ id: chargeId, index, dueOn, outstanding }) => {
    const isOther = paidByOther !== undefined && index % paidByOther.every === paidByOther.every - 1
    const payer = isOther ? paidByOther.person : paidBy
    const paidOn =
      recharges === undefined ? addDays(dueOn, index % 4 === 3 ? 2 : 0) : (recharges[index - 1] ?? dueOn)
    const open = unpaidFrom ?? bookedFrom
    const isOpen = open !== undefined && dueOn >= open
    if (outstanding.amount === 0 || isOpen || paidOn > today) return []
    return [
      {
        id: v5('paid', chargeId),
        householdId,
        subscriptionId: id,
        index,
        paidBy: family[payer],
        paidOn,
        method,
        recordedBy: memberId,
      },
    ]
  })
}
