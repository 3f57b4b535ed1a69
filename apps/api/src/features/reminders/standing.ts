import type { CalendarDate, Occasion } from '@streamline/domain'
import type { Said, Standing } from '../letters/said.types.ts'

/** A bill and a debit become what is overdue; debits are asked for on another Monday; all others stay what they are. */
const isOf = ({ kind, subjectId, on }: Said, occasion: Occasion): boolean => {
  if (occasion.subjectId !== subjectId) return false
  if (kind === 'assumed') return occasion.kind === kind
  const isSame =
    occasion.kind === kind || (occasion.kind === 'overdue' && (kind === 'due' || kind === 'renewal'))
  return isSame && occasion.on === on
}

/** What became of something that was said, by what holds now for who reads it. */
export function standingOf(said: Said, occasions: readonly Occasion[], today: CalendarDate): Standing {
  // That somebody came or went was so, and is nothing that could be settled.
  if (said.kind === 'joined' || said.kind === 'left') return 'open'
  const holding = occasions.filter((occasion) => isOf(said, occasion))
  if (holding.some(({ until }) => until === null || until >= today)) return 'open'
  const isBill = said.kind === 'due' || said.kind === 'overdue'
  return !isBill && said.until !== null && said.until < today ? 'over' : 'settled'
}
