import { useFormat } from '@streamline/client'
import { useCancelForm } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { CalendarClock, Handshake } from '../../../design/icons.ts'
import { Notice } from '../../../design/notice.tsx'
import { RadioCards } from '../../../design/radio-cards.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { SwitchRow } from '../../../design/switch-row.tsx'
import { Text } from '../../../design/text.tsx'
import { OutlookLines, OutlookNote } from '../acts/outlook-panel.tsx'
import type { SubscriptionFormProps } from './sheet-name.ts'

/** Stops the renewal here; the provider has to be told as well, and the form says so. */
export const CancelForm = ({ subscription, onClose, onNext, ...sheet }: SubscriptionFormProps) => {
  const { t } = useTranslation(['subscriptions', 'billing'])
  const format = useFormat()
  const form = useCancelForm(subscription, { onDone: onClose, onNext })
  const { provider, decision, outlook, leaves, becomesCredit } = form
  const exitFee = leaves?.exitFee ?? null
  const sums = format.list(becomesCredit.map((sum) => format.money(sum)))
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
      {becomesCredit.length === 0 ? null : (
        <RadioCards
          label={t('billing:credit.becomes', { amount: sums })}
          value={form.fate}
          options={[
            {
              value: 'stays',
              label: t('billing:credit.stays', { provider }),
              hint: t('billing:credit.staysHint'),
            },
            {
              value: 'refundCredit',
              label: t('billing:credit.back'),
              hint: t('billing:credit.backHint'),
            },
            { value: 'useCredit', label: t('billing:credit.moves'), hint: t('billing:credit.movesHint') },
          ]}
          onChange={form.setFate}
        />
      )}
      <OutlookLines outlook={outlook} />
      <Text size="sm" tone="muted">
        {t('cancel.alsoThere', { provider })}
      </Text>
    </SheetForm>
  )
}
