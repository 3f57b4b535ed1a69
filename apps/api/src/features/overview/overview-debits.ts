import type { overviewSchema } from '@streamline/contract'
import { sumOfTotal } from '@streamline/domain'
import type * as z from 'zod'
import type { OpenDebits } from '../billing/billing.types.ts'
import { presentSubject, type OverviewSubject } from './overview-subject.ts'

/** Debits that should have gone through; null when there is nothing to say about any. */
export const presentAssumed = (
  { totals, debits }: OpenDebits,
  subjectOf: (id: string) => OverviewSubject | undefined,
): z.infer<typeof overviewSchema>['assumed'] => {
  if (totals.length === 0) return null
  return {
    count: totals.reduce((all, { count }) => all + count, 0),
    totals: totals.map(({ amount, currency }) => sumOfTotal(amount, currency)),
    debits: debits.flatMap(({ id, chargeId, subscriptionId, paidOn, amount, currency, paidBy }) => {
      const subject = subjectOf(subscriptionId)
      if (subject === undefined) return []
      const debit = { paymentId: id, chargeId, on: paidOn, amount: { amount, currency }, memberId: paidBy }
      return [{ ...presentSubject(subject), ...debit }]
    }),
  }
}
