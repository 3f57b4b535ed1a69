import { useFormat } from '@streamline/client'
import { draftOfSheet, useActForm, useFreedMoney, withdrawal } from '@streamline/client/subscriptions'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../../design/field.tsx'
import { useKeptForm } from '../../../design/kept-form.ts'
import { SheetForm } from '../../../design/sheet-form.tsx'
import type { SubscriptionFormProps } from '../detail/subscription-sheet.tsx'
import { FreedMoneyFields } from '../credit/freed-money-fields.tsx'
import { OutlookLines, OutlookNote } from './outlook-panel.tsx'

/** Added by mistake: what becomes of the money, and then back to the list, with the way back. */
export const WithdrawForm = ({ subscription, onDone }: SubscriptionFormProps) => {
  const { t } = useTranslation(['acts', 'app'])
  const format = useFormat()
  const navigate = useNavigate()
  const { draft, kept, register, handleSubmit } = useKeptForm(draftOfSheet('withdraw', subscription.id), {
    reason: '',
  })
  const { reason } = draft
  const { outlook, busy, at, error, rest, submit } = useActForm(subscription, withdrawal(''))
  const money = useFreedMoney(subscription, outlook.told, error)
  const { name, providerName, lifetimeSpend } = subscription

  const leave = (): void => {
    onDone()
    void navigate({ to: '/subscriptions' })
  }
  const send = handleSubmit(() => {
    if (!money.isReady()) return
    const act = { ...withdrawal(reason ?? ''), ...money.input }
    submit(act, { text: t('done.withdrawn', { name }), onDone: leave })
  })

  return (
    <SheetForm
      label={t('withdraw.save')}
      danger
      busy={busy}
      error={money.rest && rest}
      foot={
        <OutlookNote
          outlook={outlook}
          credit={(amount) => money.told(t('withdraw.credit', { amount, provider: providerName ?? name }))}
        />
      }
      kept={kept}
      onSubmit={() => void send()}
    >
      <p>{t('withdraw.lead')}</p>
      {lifetimeSpend.every(({ amount }) => amount === 0) ? (
        <p>{t('withdraw.noMoney')}</p>
      ) : (
        <p className="rounded-control bg-warn-soft px-4 py-3 text-sm font-medium text-warn">
          {t('withdraw.money', { amount: format.list(lifetimeSpend.map((sum) => format.money(sum))) })}
        </p>
      )}
      <FreedMoneyFields choice={money.choice} />
      <OutlookLines outlook={outlook} />
      <TextField
        {...register('reason')}
        label={t('correct.reason')}
        aside={t('app:actions.optional')}
        maxLength={200}
        error={at('reason')}
      />
    </SheetForm>
  )
}
