import { useFormat } from '@streamline/client'
import { useActForm, useFreedMoney, withdrawal } from '@streamline/client/subscriptions'
import { useRouter } from 'expo-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../../design/field.tsx'
import { Notice } from '../../../design/notice.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { Text } from '../../../design/text.tsx'
import type { SubscriptionFormProps } from '../detail/sheet-name.ts'
import { FreedMoneyFields } from '../credit/freed-money-fields.tsx'
import { OutlookLines, OutlookNote } from './outlook-panel.tsx'

/** Added by mistake: what becomes of the money, and then back to the list, with the way back. */
export const WithdrawForm = ({ subscription, onClose, ...sheet }: SubscriptionFormProps) => {
  const { t } = useTranslation(['acts', 'app'])
  const format = useFormat()
  const router = useRouter()
  const [reason, setReason] = useState('')
  const { outlook, busy, at, error, rest, submit } = useActForm(subscription, withdrawal(''))
  const money = useFreedMoney(subscription, outlook.told, error)
  const { name, providerName, lifetimeSpend } = subscription
  const leave = (): void => {
    onClose()
    router.navigate('/subscriptions')
  }
  return (
    <SheetForm
      typed={reason}
      {...sheet}
      label={t('withdraw.save')}
      isDangerous
      busy={busy}
      error={money.rest && rest}
      foot={
        <OutlookNote
          outlook={outlook}
          credit={(amount) => money.told(t('withdraw.credit', { amount, provider: providerName ?? name }))}
        />
      }
      onClose={onClose}
      onSubmit={() => {
        if (!money.isReady()) return
        const act = { ...withdrawal(reason), ...money.input }
        submit(act, { text: t('done.withdrawn', { name }), onDone: leave })
      }}
    >
      <Text>{t('withdraw.lead')}</Text>
      {lifetimeSpend.every(({ amount }) => amount === 0) ? (
        <Text>{t('withdraw.noMoney')}</Text>
      ) : (
        <Notice tone="warn">
          {t('withdraw.money', { amount: format.list(lifetimeSpend.map((sum) => format.money(sum))) })}
        </Notice>
      )}
      <FreedMoneyFields choice={money.choice} />
      <OutlookLines outlook={outlook} />
      <TextField
        label={t('correct.reason')}
        aside={t('app:actions.optional')}
        maxLength={200}
        value={reason}
        onChangeText={setReason}
        error={at('reason')}
      />
    </SheetForm>
  )
}
