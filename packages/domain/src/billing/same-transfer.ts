import { daysBetween, type CalendarDate } from '../time/calendar.ts'

/** What somebody said of a transfer between the same two, in the same direction and currency. */
export interface ToldTransfer {
  /** Minor units. */
  readonly amount: number
  readonly on: CalendarDate
  /** Of the bank or of UPI, as typed; null where none was said. */
  readonly reference: string | null
  /** Who said it. */
  readonly toldBy: string
}

/** Both sides remember the day at most so many days apart: a transfer of Friday evening may arrive on Monday. */
export const SAME_TRANSFER_DAYS = 3

/** A reference without spaces and in capitals, so that it is the same however it was copied. */
export const referenceKey = (reference: string): string => reference.replace(/\s/g, '').toUpperCase()

const keyOf = ({ reference }: ToldTransfer): string | null =>
  reference === null ? null : referenceKey(reference)

const distance = (a: ToldTransfer, b: ToldTransfer): number => Math.abs(daysBetween(a.on, b.on))

type Likeness = 'same' | 'likely' | null

function likeness(told: ToldTransfer, before: ToldTransfer): Likeness {
  const [key, known] = [keyOf(told), keyOf(before)]
  const isOther = told.toldBy !== before.toldBy
  if (key !== null && known !== null) {
    if (key !== known) return null
    // One person may have meant a second transfer, or one of the two typed another amount: that is asked.
    return isOther && told.amount === before.amount ? 'same' : 'likely'
  }
  return isOther && told.amount === before.amount && distance(told, before) <= SAME_TRANSFER_DAYS
    ? 'likely'
    : null
}

/**
 * The transfer told before that this one is: `sure` where the other side gave the same reference and amount; else only likely,
 * where the amount and a day at most `SAME_TRANSFER_DAYS` apart agree, or a reference alone. Two references that differ are two
 * transfers. Sure ones come first, then the nearest day, then the order given. Undefined where it is told for the first time.
 */
export function toldBefore<Told extends ToldTransfer>(
  told: ToldTransfer,
  before: readonly Told[],
): { readonly transfer: Told; readonly sure: boolean } | undefined {
  const [nearest] = before
    .map((transfer) => ({ transfer, sure: likeness(told, transfer) }))
    .filter(({ sure }) => sure !== null)
    .toSorted(
      (a, b) =>
        Number(b.sure === 'same') - Number(a.sure === 'same') ||
        distance(told, a.transfer) - distance(told, b.transfer),
    )
  return nearest && { transfer: nearest.transfer, sure: nearest.sure === 'same' }
}
