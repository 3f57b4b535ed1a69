import { useMemo } from 'react'
import type { Plan } from '../answers.ts'
import { useHousehold } from '../client-context.tsx'
import { useDebounced } from '../queries/use-debounced.ts'
import type { DraftForm } from './draft.ts'
import { termsInput } from './draft-input.ts'
import { draftProblemsOf } from './draft-problems.ts'
import { isLongHistory, periodsToAsk, summaryOf } from './preview-summary.ts'
import { usePreview } from './subscriptions.queries.ts'

const restMs = 250

/** What the service says will come of a draft that is being typed. */
export const useDraftPreview = (form: DraftForm, plan: Plan | null) => {
  const { today } = useHousehold()
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
    problems,
    preview,
    summary,
    isLong,
    /** The preview speaks of what is on screen, not of what was typed before. */
    settled: rested === draftText && !preview.isPlaceholderData,
  }
}

export type PreviewSummary = NonNullable<ReturnType<typeof useDraftPreview>['summary']>

/** The first period at the full price, else the first there is. */
export const regularIn = (summary: PreviewSummary | null) =>
  summary?.shown.find(({ phase }) => phase === 'regular') ?? summary?.shown[0]
