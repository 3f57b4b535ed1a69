import { amountText, type Charge, parseAmount, useFormat, useHousehold } from '@streamline/client'
import { useRecordPayment } from '@streamline/client/billing'
import type { SharedText } from '@streamline/client/shared-text'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { DateField } from '../../design/date-field.tsx'
import { FormError } from '../../design/error-state.tsx'
import { feelDone } from '../../design/haptics'
import { Text } from '../../design/text.tsx'

/** A charge that the text may be about, with what it says of the payment: nothing is recorded before somebody says so. */
export const PayCard = ({
  charge,
  read,
  onDone,
}: {
  charge: Charge
  read: SharedText
  onDone: () => void
}) => {
  const { t } = useTranslation(['phone', 'billing', 'verbs'])
  const format = useFormat()
  const { today } = useHousehold()
  const pay = useRecordPayment()
  const { outstanding, subscriptionName: name } = charge
  const start = read.amount?.currency === outstanding.currency ? read.amount : outstanding
  const [amount, setAmount] = useState(amountText(start.amount, start.currency))
  const [paidOn, setPaidOn] = useState(read.on ?? today)
  const minor = parseAmount(amount, outstanding.currency)
  // What is paid is open no longer, and this card goes: what is said of it must not go along.
  const record = async (): Promise<void> => {
    if (minor === null || minor === 0) return
    const paid = { amount: minor, currency: outstanding.currency }
    const reference = read.reference === null ? {} : { reference: read.reference }
    try {
      const answer = await pay.mutateAsync({ id: charge.id, amount: paid, paidOn, ...reference })
      feelDone()
      if (answer !== null) showToast(t('phone:shared.paid', { name, amount: format.money(paid) }))
      onDone()
    } catch {
      // The form says it.
    }
  }
  return (
    <Card title={name} className="gap-3">
      <Text size="sm" tone="muted">
        {t('phone:shared.due', { amount: format.money(outstanding), date: format.date(charge.dueOn) })}
      </Text>
      <AmountField
        label={t('phone:shared.amount')}
        currency={outstanding.currency}
        value={amount}
        onChange={setAmount}
      />
      <DateField label={t('phone:shared.on')} value={paidOn} today={today} max={today} onChange={setPaidOn} />
      <FormError error={pay.error} />
      <Button
        busy={pay.isPending}
        disabled={minor === null || minor === 0}
        label={`${t('verbs:markPaid')}: ${name}`}
        onPress={() => void record()}
      >
        {t('verbs:markPaid')}
      </Button>
    </Card>
  )
}
