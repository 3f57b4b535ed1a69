import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Plan, SubscriptionDetail } from '../answers.ts'
import { useHousehold } from '../client-context.tsx'
import { useDraft } from '../drafts/use-draft.ts'
import { parseAmount } from '../format/amount-text.ts'
import { usePeople } from '../households/people.ts'
import type { Moving } from '../lines/moving.ts'
import { useFieldError } from '../use-field-error.ts'
import { draftPlaces } from './draft-places.ts'
import type { DraftForm } from './draft.ts'
import type { DraftField } from './draft-problems.ts'
import { useSaveDraft } from './save-draft.ts'
import { splitIn, splitProblemOf } from './split-draft.ts'
import { regularIn, useDraftPreview } from './use-draft-preview.ts'

/** A new subscription as it is being typed: what will come of it, what is wrong with it, and saving it as it stands on screen. */
export const useNewSubscription = (
  beginning: DraftForm,
  { plan, replaces }: { plan: Plan | null; replaces: Moving['replaces'] },
) => {
  const { t } = useTranslation(['add', 'split', 'subscriptions'])
  const { draft: form, set: typed, kept } = useDraft(`add.${plan?.id ?? 'own'}`, beginning, true)
  const { today } = useHousehold()
  const { several } = usePeople()
  const { problems, preview, summary, isLong, settled } = useDraftPreview(form, plan)
  const { save, error, forget, busy } = useSaveDraft()
  const refused = useFieldError(error, draftPlaces)
  const [sent, setSent] = useState(false)
  // What a full period costs: as the preview says, else as it is being typed.
  const whole = regularIn(summary)?.charge ?? {
    amount: parseAmount(form.price, form.currency) ?? 0,
    currency: form.currency,
  }
  const split = splitIn(form.split, whole)
  const splitProblem = form.private || !several ? null : splitProblemOf(form.split, whole)
  const isWrong = Object.keys(problems).length > 0 || splitProblem !== null
  return {
    form,
    kept,
    preview,
    summary,
    isLong,
    whole,
    split,
    busy,
    /** A refusal that belongs to no field. */
    refusal: refused.rest,
    errorAt: (field: DraftField): string | undefined => {
      if (sent && field === 'split' && splitProblem !== null) return t(`split:problem.${splitProblem}`)
      const problem = sent ? problems[field] : undefined
      return problem === undefined ? refused.at(field) : t(`subscriptions:problem.${problem}`)
    },
    set: (change: Partial<DraftForm>): void => {
      // What was refused is being corrected: the refusal no longer speaks of what is on screen.
      if (error !== null) forget()
      typed(change)
    },
    /** Null where something is wrong, which stands on its field then; 'kept' where it waits for the connection. */
    submit: async (): Promise<SubscriptionDetail | 'kept' | null> => {
      setSent(true)
      if (busy || isWrong) return null
      // Where the preview is still on its way, the date alone says whether there is a past to speak of.
      const hasPast =
        isLong || (settled && summary !== null ? summary.past.length > 0 : form.startsOn < today)
      const created = await save({
        form,
        plan,
        split: split ?? { kind: 'payer' },
        hasPast,
        replaces,
      }).catch(() => null)
      if (created !== null) kept.forget()
      return created
    },
    isWrong,
  }
}
