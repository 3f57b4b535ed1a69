import { type SubscriptionDetail, useFormat } from '@streamline/client'
import type { EditDraft } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../../design/check-field.tsx'

/** Whether debits book themselves; who switches it on may have old dues booked too. */
export const RecordsItselfFields = ({
  subscription,
  before,
  form,
  set,
}: {
  subscription: SubscriptionDetail
  before: EditDraft
  form: EditDraft
  set: (change: Partial<EditDraft>) => void
}) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const oldest = subscription.timeline.find(({ state }) => state === 'overdue')
  return (
    <div className="space-y-2">
      <CheckField
        label={t('edit.recordsItself')}
        hint={t('edit.recordsItselfHint')}
        checked={form.recordsItself}
        onChange={(recordsItself) => set({ recordsItself })}
      />
      {oldest && form.recordsItself && !before.recordsItself ? (
        <CheckField
          label={t('edit.oldDues', { date: format.shortDate(oldest.dueOn) })}
          checked={form.recordsItselfFrom !== null}
          onChange={(checked) => set({ recordsItselfFrom: checked ? oldest.dueOn : null })}
        />
      ) : null}
    </div>
  )
}
