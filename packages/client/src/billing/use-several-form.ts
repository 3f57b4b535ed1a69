import { isCalendarDate } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Charge } from '../answers.ts'
import { useHousehold } from '../client-context.tsx'
import { useDraft } from '../drafts/use-draft.ts'
import { useFieldError, type FormPlaces } from '../use-field-error.ts'
import { usePayCharges } from './charges.queries.ts'
import { dayProblemOf } from './day-problem.ts'
import { draftOfSeveral } from './draft-names.ts'
import { useRecordsForOthers } from './records-for-others.ts'
import { usePaidToast } from './use-paid-toast.ts'

interface SeveralDraft {
  readonly paidBy: string
  readonly when: 'dueDays' | 'oneDay'
  readonly paidOn: string
  readonly method: string | null
}

const places: FormPlaces = {
  fields: ['paidOn', 'paidBy'],
  codes: { 'date-out-of-range': 'paidOn', 'unknown-member': 'paidBy' },
}

/** Several dues at once, each in full: all of them are recorded, or none. */
export const useSeveralForm = (charges: readonly Charge[], onDone: () => void) => {
  const { t } = useTranslation('billing')
  const { today, memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  const usual = new Set(charges.map(({ paidBy }) => paidBy))
  const { draft, set, kept } = useDraft<SeveralDraft>(draftOfSeveral(charges), {
    // Without a payer each is taken as paid by whoever usually pays it.
    paidBy: forOthers ? (usual.size === 1 ? ([...usual][0] ?? '') : '') : memberId,
    when: 'dueDays',
    paidOn: today,
    method: null,
  })
  const [sent, setSent] = useState(false)
  const pay = usePayCharges()
  const paid = usePaidToast()
  const refused = useFieldError(pay.error, places)
  const { paidBy, when, paidOn, method } = draft
  const problem = when === 'oneDay' ? dayProblemOf(paidOn, today) : null
  return {
    draft,
    set,
    kept,
    forOthers,
    /** They have several payers: each by whoever usually pays it can be chosen. */
    isByUsual: usual.size > 1,
    busy: pay.isPending,
    rest: refused.rest,
    errorAt: (field: 'paidOn' | 'paidBy'): string | undefined =>
      field === 'paidOn' && sent && problem !== null ? t(`pay.problem.${problem}`) : refused.at(field),
    submit: (): void => {
      setSent(true)
      if (pay.isPending || problem !== null || !isCalendarDate(paidOn)) return
      pay.mutate(
        {
          chargeIds: charges.map(({ id }) => id),
          ...(when === 'dueDays' ? { onDueDays: true } : { paidOn }),
          ...(paidBy === '' ? {} : { paidBy }),
          ...(method === null ? {} : { method }),
        },
        {
          onSuccess: (recorded) => {
            kept.forget()
            onDone()
            if (recorded !== null) paid.several(recorded.items.map(({ payment }) => payment))
          },
        },
      )
    },
  }
}
