import { sumOfTotal } from '@streamline/domain'
import type { OpenDebits } from '../billing/billing.service.ts'
import { presentSubject, type OverviewSubject } from './overview-subject.ts'
import type { OverviewAnswer } from './overview.presenter.ts'

/** Debits that should have gone through; null when there is nothing to say about any. */
export const presentAssumed = (
  { totals, debits }: OpenDebits,
  subjectOf: (id: string) => OverviewSubject | undefined,
): OverviewAnswer['assumed'] => {
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
