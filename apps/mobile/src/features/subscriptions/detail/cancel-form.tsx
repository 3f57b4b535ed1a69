import { useFormat } from '@streamline/client'
import { useCancelForm } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { CalendarClock, Handshake } from '../../../design/icons.ts'
import { Notice } from '../../../design/notice.tsx'
import { RadioCards } from '../../../design/radio-cards.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { SwitchRow } from '../../../design/switch-row.tsx'
import { Text } from '../../../design/text.tsx'
import { FreedMoneyFields } from '../credit/freed-money-fields.tsx'
import { OutlookLines, OutlookNote } from '../acts/outlook-panel.tsx'
import type { SubscriptionFormProps } from './sheet-name.ts'

/** Stops the renewal here; the provider has to be told as well, and the form says so. */
export const CancelForm = ({ subscription, onClose, ...sheet }: SubscriptionFormProps) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const form = useCancelForm(subscription, onClose)
  const { provider, decision, outlook, leaves } = form
  const exitFee = leaves?.exitFee ?? null
  return (
    <SheetForm
      {...sheet}
      label={t('cancel.confirm')}
      isDangerous
      busy={form.busy}
      error={form.error}
      foot={<OutlookNote outlook={outlook} credit={form.credit} />}
      onClose={onClose}
      onSubmit={form.submit}
    >
      {decision === null ? null : (
        <Notice icon={CalendarClock} tone="warn">
          {decision}
        </Notice>
      )}
      <RadioCards label={t('cancel.when')} value={form.when} options={form.ways} onChange={form.setWhen} />
      {leaves === null ? null : (
        <Notice icon={Handshake} tone="warn">
          {exitFee === null
            ? t('cancel.term', { date: format.date(leaves.untilOn) })
            : t('cancel.termFee', { date: format.date(leaves.untilOn), amount: format.money(exitFee) })}
        </Notice>
      )}
      {exitFee === null ? null : (
        <SwitchRow
          label={t('cancel.exitFee', { amount: format.money(exitFee) })}
          hint={t('cancel.exitFeeHint')}
          value={form.isFeeCharged}
          onChange={form.setFeeCharged}
        />
      )}
      <FreedMoneyFields choice={form.money} />
      <OutlookLines outlook={outlook} />
      <Text size="sm" tone="muted">
        {t('cancel.alsoThere', { provider })}
      </Text>
    </SheetForm>
  )
}
