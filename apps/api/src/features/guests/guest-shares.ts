import type { guestShareSchema } from '@streamline/contract'
import type * as z from 'zod'
import { invalidInput } from '../../platform/http/problem.ts'
import type { ChargeAnswer } from '../billing/billing.service.ts'

export type GuestShare = z.infer<typeof guestShareSchema>

export interface PageInput {
  limit?: number | undefined
  cursor?: string | undefined
}

const PAGE = 30
const CURSOR = /^p(\d{1,6})$/

/** The shares of one person, the newest first; what was never owed is left out, and nothing of others comes along. */
export const sharesOf = (charges: readonly ChargeAnswer[], memberId: string): GuestShare[] =>
  charges
    .filter(({ state }) => state !== 'void')
    .flatMap((charge) =>
      charge.shares
        .filter((share) => share.memberId === memberId && share.amount.amount > 0)
        .map(({ amount }) => ({
          subscriptionName: charge.subscriptionName,
          kind: charge.kind,
          brandColor: charge.brandColor,
          startsOn: charge.startsOn,
          endsOn: charge.endsOn,
          dueOn: charge.dueOn,
          amount,
          state: charge.state,
        })),
    )
    .toSorted((a, b) => compare(b.dueOn, a.dueOn) || compare(a.subscriptionName, b.subscriptionName))

/** A cursor says how many were seen: an id would open doors that this link must not. */
export function pageOfShares(shares: readonly GuestShare[], { limit = PAGE, cursor }: PageInput) {
  const from = cursor === undefined ? 0 : Number(CURSOR.exec(cursor)?.[1] ?? Number.NaN)
  if (Number.isNaN(from)) throw invalidInput('/cursor', 'is not a cursor of this list')
  const to = from + limit
  return { items: shares.slice(from, to), nextCursor: to < shares.length ? `p${to}` : null }
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other))
