import {
  itemsOf,
  type SubscriptionDetail,
  type TimelineEntry,
  type FormPlaces,
  useFieldError,
  useHousehold,
  useOpened,
} from '@streamline/client'
import { useCharges } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import {
  adjustmentsOf,
  type SplitChange,
  historyOf,
  periodsAround,
  sharesAfter,
  splitDraftOf,
  splitIn,
  splitProblemOf,
  useUpdateSubscription,
} from '@streamline/client/subscriptions'
import { showToast } from '@streamline/client/toasts'
import { minDate, type CalendarDate } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../../../design/sheet.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { PayerField } from '../../billing/payer-field.tsx'
import { SplitAdjustments } from './split-adjustments.tsx'
import { SplitFields } from './split-fields.tsx'
import { SplitHistory } from './split-history.tsx'
import { SplitPreview } from './split-preview.tsx'
import { dayOfWhen, SplitWhen, type WhenDraft } from './split-when.tsx'

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

const Form = ({ subscription, onDone }: { subscription: SubscriptionDetail; onDone: () => void }) => {
  const { t } = useTranslation('split')
  const { today } = useHousehold()
  const { members } = usePeople()
  const { id, name, debit, split: known, splits, timeline } = subscription
  const around = periodsAround(timeline, today)
  const [payerBefore] = useState(subscription.paidBy)
  const [paidBy, setPaidBy] = useState(payerBefore)
  const [draft, setDraft] = useState(() =>
    splitDraftOf(
      known,
      members.map((member) => member.id),
      debit.currency,
    ),
  )
  const [when, setWhen] = useState<WhenDraft>({ when: around.current ? 'period' : 'today', date: today })
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
  const adjustments = change === null ? { periods: 0, people: [] } : adjustmentsOf(timeline, change)
  const shown = [around.current, around.next].filter((entry) => entry !== null)

  const submit = () => {
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
  }

  return (
    <SheetForm label={t('save')} busy={update.isPending} error={refused.rest} roomy onSubmit={submit}>
      <PayerField label={t('payer')} value={paidBy} onChange={setPaidBy} error={refused.at('paidBy')} />
      <SplitFields
        draft={draft}
        whole={debit}
        error={(sent && problem !== null ? t(`problem.${problem}`) : undefined) ?? refused.at('split')}
        onChange={setDraft}
      />
      <SplitWhen
        value={when}
        around={around}
        earliest={timeline.reduce((first, { startsOn }) => minDate(first, startsOn), today)}
        error={(sent && fromOn === null ? t('problem.day') : undefined) ?? refused.at('splitFrom')}
        onChange={setWhen}
      />
      {change !== null && shown.length > 0 ? (
        <SplitPreview
          columns={shown.map((entry) => ({
            label: entry === around.current ? t('thisPeriod') : t('nextPeriod'),
            entry,
            shares: sharesAfter(entry, change),
          }))}
        />
      ) : null}
      <SplitAdjustments {...adjustments} currency={debit.currency} />
      <SplitHistory subscription={subscription} />
    </SheetForm>
  )
}

/** Who pays and who bears it, from which day on; somebody else's change meanwhile is said, the typing is kept. */
export const SplitSheet = ({
  subscription,
  open,
  onClose,
}: {
  subscription: SubscriptionDetail
  open: boolean
  onClose: () => void
}) => {
  const { t } = useTranslation('split')
  return (
    <Sheet open={open} onClose={onClose} title={t('title', { name: subscription.name })}>
      <Form subscription={subscription} onDone={onClose} />
    </Sheet>
  )
}
