import { useCancelForm } from '@streamline/client/subscriptions'
import { CalendarClock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RadioCards } from '../../../design/radio-cards.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { OutlookLines, OutlookNote } from '../acts/outlook-panel.tsx'
import { FreedMoneyFields } from '../credit/freed-money-fields.tsx'
import { CancelExitFee } from './cancel-exit-fee.tsx'
import type { SubscriptionFormProps } from './subscription-sheet.tsx'

/** Stops the renewal here; the provider has to be told as well, and the form says so. */
export const CancelForm = ({ subscription, onDone }: SubscriptionFormProps) => {
  const { t } = useTranslation('subscriptions')
  const form = useCancelForm(subscription, onDone)
  const { provider, decision, outlook } = form
  return (
    <SheetForm
      label={t('cancel.confirm')}
      busy={form.busy}
      error={form.error}
      danger
      foot={<OutlookNote outlook={outlook} credit={form.credit} />}
      onSubmit={form.submit}
    >
      {decision ? (
        <p className="flex gap-3 rounded-control bg-warn-soft px-4 py-3 text-sm font-medium text-warn">
          <CalendarClock size={18} className="mt-px shrink-0" aria-hidden />
          {decision}
        </p>
      ) : null}
      <RadioCards label={t('cancel.when')} value={form.when} onChange={form.setWhen} options={form.ways} />
      {form.leaves === null ? null : (
        <CancelExitFee
          minimumTerm={form.leaves}
          isCharged={form.isFeeCharged}
          onChange={form.setFeeCharged}
        />
      )}
      <FreedMoneyFields choice={form.money} />
      <OutlookLines outlook={outlook} />
      <p className="text-sm text-muted">{t('cancel.alsoThere', { provider })}</p>
    </SheetForm>
  )
}
