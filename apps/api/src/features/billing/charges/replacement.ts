import { daysBetween } from '@streamline/domain'
import type { ChargeRow } from './charge.repository.ts'

type Dated = Pick<ChargeRow, 'startsOn' | 'endsOn'>

/** The charge that took the place of one whose period went: the one that begins nearest, within half of its days. */
export const replacementOf = <Charge extends Dated>(
  gone: Dated,
  raised: readonly Charge[],
): Charge | undefined => {
  const apart = ({ startsOn }: Dated): number => Math.abs(daysBetween(gone.startsOn, startsOn))
  const [nearest] = raised.toSorted((a, b) => apart(a) - apart(b))
  if (nearest === undefined) return undefined
  return apart(nearest) * 2 <= daysBetween(nearest.startsOn, nearest.endsOn) ? nearest : undefined
}
