import { addDays, sharesOfCharge } from '@streamline/domain'
import type { SubscriptionDetail } from '../answers.ts'

/** Who bears how much of a full period: by one rule all through, every period is like this one. */
export const wholePeriodShares = ({
  split,
  paidBy,
  debit,
  startsOn,
}: Pick<SubscriptionDetail, 'split' | 'paidBy' | 'debit' | 'startsOn'>) =>
  sharesOfCharge({
    amount: debit.amount,
    startsOn,
    endsOn: addDays(startsOn, 1),
    index: 0,
    // Exact amounts may be those of an older price; the rule scales them.
    splits: [
      { fromOn: startsOn, rule: split.kind === 'payer' ? { kind: 'payer', memberId: paidBy } : split },
    ],
  })
