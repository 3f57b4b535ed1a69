import { sumByCurrency } from '@streamline/domain'
import type { Charge, SubscriptionDetail } from '../answers.ts'

type Credits = SubscriptionDetail['credits']

/** What a provider owes back, one sum per currency. */
export const creditSums = (credits: Credits) => sumByCurrency(credits.map(({ amount }) => amount))

/** What credit of a subscription may pay: open charges of others in its currency that one may change, the earliest due first. */
export const payableBy = (
  { id }: Pick<SubscriptionDetail, 'id'>,
  charges: readonly Charge[],
  currency: string | undefined,
): Charge[] =>
  charges
    .filter(
      ({ subscriptionId, outstanding, mayChange }) =>
        subscriptionId !== id && mayChange && outstanding.amount > 0 && outstanding.currency === currency,
    )
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
