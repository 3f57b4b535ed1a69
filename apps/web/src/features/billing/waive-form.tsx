import { useFormat } from '@streamline/client'
import { useUnwaiveCharge, useWaiveCharge } from '@streamline/client/billing'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../design/field.tsx'
import { focusFirst } from '../../design/focus-first.ts'
import type { ChargeTaskProps } from './charge-detail.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'

/** Nobody pays what is left, or it is owed again. */
export const WaiveForm = ({ charge, onDone }: ChargeTaskProps) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const [reason, setReason] = useState('')
  const waive = useWaiveCharge()
  const unwaive = useUnwaiveCharge()
  const way = charge.state === 'waived' ? 'unwaive' : 'waive'
  const write = way === 'waive' ? waive : unwaive
  const { amount, paid, subscriptionName: name } = charge
  const rest = format.money({ ...amount, amount: amount.amount - paid.amount })

  const submit = () => {
    write.mutate(
      { id: charge.id, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
      {
        onSuccess: () => {
          onDone()
          showToast(t(`waive.done.${way}`, { name, amount: rest }))
        },
      },
    )
  }

  return (
    <SheetForm
      label={t(`charge.do.${way}`)}
      busy={write.isPending}
      error={write.error}
      back={{ label: t('charge.back'), onBack: onDone }}
      onSubmit={submit}
    >
      <p className="text-muted">{t(`waive.text.${way}`, { amount: rest })}</p>
      <TextField
        ref={focusFirst}
        label={t('reverse.reason')}
        aside={t('reverse.optional')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </SheetForm>
  )
}
