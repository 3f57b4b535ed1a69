import { wordsOf } from '@streamline/domain'
import type { Kind, Plan, Subscription } from '../answers.ts'
import type { DraftForm } from './draft.ts'

type Known = Pick<
  Subscription,
  | 'id'
  | 'name'
  | 'plan'
  | 'kind'
  | 'paidBy'
  | 'usedBy'
  | 'line'
  | 'lineId'
  | 'status'
  | 'cancelledOn'
  | 'removedOn'
>

const isOver = ({ status, cancelledOn, removedOn }: Known): boolean =>
  removedOn !== null || (status === 'expired' && cancelledOn !== null)

/** Two numbers may have the same pack: only what is on the same one, or on none, is the same thing twice. */
const isSameLine = (known: Known, { line, lineId }: Pick<DraftForm, 'line' | 'lineId'>): boolean => {
  if (lineId !== null) return known.lineId === lineId
  const shown = known.line?.replaceAll(/\D/g, '') ?? ''
  const typed = line.replaceAll(/\D/g, '')
  if (typed === '') return known.line === null
  return shown !== '' && typed.endsWith(shown)
}

const hasLines = (kind: Kind): boolean => kind === 'mobile' || kind === 'broadband' || kind === 'tv'

const namedAs = (known: Known, name: string): boolean =>
  wordsOf(known.name).join(' ') === wordsOf(name).join(' ')

/** What this person has already and is about to add once more; null where there is no such thing. */
export const twinOf = <Subject extends Known>(
  known: readonly Subject[],
  form: Pick<DraftForm, 'name' | 'kind' | 'paidBy' | 'line' | 'lineId'>,
  plan: Pick<Plan, 'id'> | null,
): Subject | null => {
  const isSame = (other: Subject): boolean =>
    plan === null
      ? form.name.trim() !== '' && other.kind === form.kind && namedAs(other, form.name)
      : other.plan?.id === plan.id
  return (
    known.find(
      (other) =>
        !isOver(other) &&
        isSame(other) &&
        (other.paidBy === form.paidBy || other.usedBy.includes(form.paidBy)) &&
        (!hasLines(form.kind) || isSameLine(other, form)),
    ) ?? null
  )
}
