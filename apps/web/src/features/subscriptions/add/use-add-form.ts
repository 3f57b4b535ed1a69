import { type Plan, useDebounced, useHousehold } from '@streamline/client'
import {
  type DraftForm,
  isLongHistory,
  periodsToAsk,
  draftProblemsOf,
  summaryOf,
  termsInput,
  usePreview,
} from '@streamline/client/subscriptions'
import { useMemo } from 'react'
import { useKeptDraft } from '../../../design/kept-draft.ts'

const restMs = 250

/** The draft being typed, and what the service says will come of it. */
export const useAddForm = (beginning: DraftForm, plan: Plan | null) => {
  const { today } = useHousehold()
  const { form, setForm, ...kept } = useKeptDraft(`add.${plan?.id ?? 'own'}`, beginning, true)
  const problems = draftProblemsOf(form, plan)
  const blocked =
    problems.price !== undefined ||
    problems.startsOn !== undefined ||
    problems.billDay !== undefined ||
    problems.dueDays !== undefined ||
    problems.dayRate !== undefined
  // One text per meaning, so that a key that changes nothing asks nothing.
  const draftText = blocked ? '' : JSON.stringify(termsInput(form, plan))
  const rested = useDebounced(draftText, restMs)
  const draft = useMemo(
    () => (rested === '' ? null : (JSON.parse(rested) as NonNullable<ReturnType<typeof termsInput>>)),
    [rested],
  )
  // What is recharged by hand has only its first period by itself.
  const isLong =
    draft !== null && form.renewal === 'automatic' && isLongHistory(draft.startsOn, form.interval, today)
  const preview = usePreview(
    draft,
    draft === null ? 3 : periodsToAsk(draft.startsOn, form.interval, today),
    isLong ? today : undefined,
  )
  const summary =
    draft === null || preview.error || !preview.data
      ? null
      : summaryOf(preview.data.periods, today, form.renewal)
  return {
    form,
    kept,
    set: (change: Partial<DraftForm>) => setForm((known) => ({ ...known, ...change })),
    problems,
    preview,
    summary,
    isLong,
    /** The preview speaks of what is on screen, not of what was typed before. */
    settled: rested === draftText && !preview.isPlaceholderData,
  }
}
