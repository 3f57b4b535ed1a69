import { minDate, type CalendarDate } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubscriptionDetail, TimelineEntry } from '../answers.ts'
import { itemsOf } from '../queries/paged.ts'
import { useCharges } from '../billing/charges.queries.ts'
import { useHousehold } from '../client-context.tsx'
import { useDraft } from '../drafts/use-draft.ts'
import { usePeople } from '../households/people.ts'
import { useOpened } from '../queries/opened.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useFieldError, type FormPlaces } from '../use-field-error.ts'
import { draftOfSheet } from './sheet-draft.ts'
import { splitDraftOf, splitIn, splitProblemOf, type SplitDraft } from './split-draft.ts'
import { adjustmentsOf, historyOf, periodsAround, sharesAfter, type SplitChange } from './split-outlook.ts'
import { dayOfWhen, type WhenDraft } from './split-when.ts'
import { useUpdateSubscription } from './subscriptions.queries.ts'

const places: FormPlaces = {
  fields: ['splitFrom', 'split', 'paidBy'],
  codes: { 'unknown-member': 'split', 'invalid-split': 'split', 'date-out-of-range': 'splitFrom' },
}

/** Who pays each period: whoever pays its charge; what is neither paid nor over follows the subscription. */
const usePayerOf = (subscriptionId: string, paidBy: string, today: CalendarDate) => {
  const charges = itemsOf(useCharges({ subscriptionId }).data)
  const payers = new Map(charges.map((charge) => [charge.id, charge.paidBy]))
  return ({ chargeId, paid, endsOn }: TimelineEntry): string =>
    chargeId === null || (paid.amount === 0 && endsOn > today) ? paidBy : (payers.get(chargeId) ?? paidBy)
}

interface Typed {
  paidBy: string
  split: SplitDraft
  when: WhenDraft
}

/** Who pays and who bears it, from which day on, with what that changes while it is put together. */
export const useSplitForm = (subscription: SubscriptionDetail, onDone: () => void) => {
  const { t } = useTranslation('split')
  const { today } = useHousehold()
  const { members } = usePeople()
  const { id, name, debit, split: known, splits, timeline } = subscription
  const around = periodsAround(timeline, today)
  const [payerBefore] = useState(subscription.paidBy)
  const typed = useDraft<Typed>(draftOfSheet('split', id), {
    paidBy: payerBefore,
    split: splitDraftOf(
      known,
      members.map((member) => member.id),
      debit.currency,
    ),
    when: { when: around.current ? 'period' : 'today', date: today },
  })
  const { paidBy, split: draft, when } = typed.draft
  const [sent, setSent] = useState(false)
  const update = useUpdateSubscription()
  const opened = useOpened(subscription, update.error)
  const refused = useFieldError(update.error, places)
  const payerOf = usePayerOf(id, paidBy, today)
  const split = splitIn(draft, debit)
  const problem = splitProblemOf(draft, debit)
  const fromOn = dayOfWhen(when, around, today)
  const change: SplitChange | null =
    split === null || fromOn === null ? null : { before: historyOf(splits, known), split, fromOn, payerOf }
  const shown = [around.current, around.next].filter((entry) => entry !== null)
  return {
    kept: typed.kept,
    paidBy,
    setPaidBy: (memberId: string): void => typed.set({ paidBy: memberId }),
    draft,
    setDraft: (changed: SplitDraft): void => typed.set({ split: changed }),
    whole: debit,
    when,
    setWhen: (changed: WhenDraft): void => typed.set({ when: changed }),
    around,
    /** The first day of all that can be chosen. */
    earliest: timeline.reduce((first, { startsOn }) => minDate(first, startsOn), today),
    errors: {
      split: (sent && problem !== null ? t(`problem.${problem}`) : undefined) ?? refused.at('split'),
      paidBy: refused.at('paidBy'),
      splitFrom: (sent && fromOn === null ? t('problem.day') : undefined) ?? refused.at('splitFrom'),
    },
    /** What each will bear of this period and of the next, as it will be posted. */
    columns:
      change === null
        ? []
        : shown.map((entry) => ({
            label: entry === around.current ? t('thisPeriod') : t('nextPeriod'),
            entry,
            shares: sharesAfter(entry, change),
          })),
    /** How much people owe each other more or less for periods that are paid. */
    adjustments: change === null ? { periods: 0, people: [] } : adjustmentsOf(timeline, change),
    rest: refused.rest,
    busy: update.isPending,
    submit: (): void => {
      setSent(true)
      if (split === null || fromOn === null) return
      update.mutate(
        {
          id,
          revision: opened.revision,
          split,
          splitFrom: fromOn,
          ...(paidBy === payerBefore ? {} : { paidBy }),
        },
        {
          onSuccess: () => {
            onDone()
            showToast(t('done', { name }))
          },
        },
      )
    },
  }
}

export type SplitForm = ReturnType<typeof useSplitForm>
