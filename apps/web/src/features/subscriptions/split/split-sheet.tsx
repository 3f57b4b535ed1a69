import type { SubscriptionDetail } from '@streamline/client'
import { useSplitForm } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../../../design/sheet.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { PayerField } from '../../billing/payer-field.tsx'
import { SplitAdjustments } from './split-adjustments.tsx'
import { SplitFields } from './split-fields.tsx'
import { SplitHistory } from './split-history.tsx'
import { SplitPreview } from './split-preview.tsx'
import { SplitWhen } from './split-when.tsx'

const Form = ({ subscription, onDone }: { subscription: SubscriptionDetail; onDone: () => void }) => {
  const { t } = useTranslation('split')
  const { errors, columns, adjustments, whole, ...form } = useSplitForm(subscription, onDone)
  return (
    <SheetForm
      label={t('save')}
      busy={form.busy}
      error={form.rest}
      kept={form.kept}
      roomy
      onSubmit={form.submit}
    >
      <PayerField label={t('payer')} value={form.paidBy} onChange={form.setPaidBy} error={errors.paidBy} />
      <SplitFields draft={form.draft} whole={whole} error={errors.split} onChange={form.setDraft} />
      <SplitWhen
        value={form.when}
        around={form.around}
        earliest={form.earliest}
        error={errors.splitFrom}
        onChange={form.setWhen}
      />
      {columns.length > 0 ? <SplitPreview columns={columns} /> : null}
      <SplitAdjustments {...adjustments} currency={whole.currency} />
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
