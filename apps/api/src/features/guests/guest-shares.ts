import type { guestShareSchema } from '@streamline/contract'
import type * as z from 'zod'
import { invalidInput } from '../../platform/http/problem.ts'
import type { ChargeAnswer } from '../billing/billing.types.ts'

export type GuestShare = z.infer<typeof guestShareSchema>

export interface PageInput {
  limit?: number | undefined
  cursor?: string | undefined
}

const PAGE = 30
const CURSOR = /^p(\d{1,6})$/

/** Where a page begins and how long it is. A cursor says how many were seen: an id would open doors that this link must not. */
export function rangeOf({ limit = PAGE, cursor }: PageInput): { from: number; limit: number } {
  const from = cursor === undefined ? 0 : Number(CURSOR.exec(cursor)?.[1] ?? Number.NaN)
  if (Number.isNaN(from)) throw invalidInput('/cursor', 'is not a cursor of this list')
  return { from, limit }
}

/** The shares of one person in charges, of which one more was asked for; nothing of others comes along. */
export function pageOfShares(
  charges: readonly ChargeAnswer[],
  memberId: string,
  { from, limit }: { from: number; limit: number },
) {
  const shown = charges.slice(0, limit)
  return {
    items: shown.flatMap((charge) => sharesIn(charge, memberId)),
    nextCursor: charges.length > limit ? `p${from + limit}` : null,
  }
}

/** What was never owed is left out. */
const sharesIn = (charge: ChargeAnswer, memberId: string): GuestShare[] =>
  charge.shares
    .filter((share) => share.memberId === memberId && share.amount.amount > 0)
    .map(({ amount }) => ({
      subscriptionName: charge.subscriptionName,
      kind: charge.kind,
      brandColor: charge.brandColor,
      look: charge.look,
      startsOn: charge.startsOn,
      endsOn: charge.endsOn,
      dueOn: charge.dueOn,
      amount,
      state: charge.state,
    }))
