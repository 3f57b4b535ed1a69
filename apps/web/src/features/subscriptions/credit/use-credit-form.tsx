import {
  amountText,
  type Charge,
  type FormPlaces,
  itemsOf,
  parseAmount,
  useFieldError,
  useFormat,
} from '@streamline/client'
import { useCharges, usePayFromCredit } from '@streamline/client/billing'
import { creditSums, payableBy } from '@streamline/client/subscriptions'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { Button } from '../../../design/button.tsx'
import { SelectField } from '../../../design/field.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { SkeletonRows } from '../../../design/skeleton.tsx'
import type { SubscriptionFormProps } from '../detail/subscription-sheet.tsx'

const places: FormPlaces = {
  fields: ['amount'],
  codes: { 'amount-out-of-range': 'amount', 'currency-mismatch': 'amount', 'charge-closed': 'charge' },
}

/** Credit with this provider pays a charge of another subscription. */
export const UseCreditForm = ({ subscription, onDone }: SubscriptionFormProps) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  // As it was when the form opened: once it is used, there is less of it before the form is gone.
  const [before] = useState(subscription)
  const [sum] = creditSums(before.credits)
  const due = useCharges({ state: 'open' })
  const ahead = useCharges({ state: 'upcoming' })
  const charges = payableBy(before, [...itemsOf(due.data), ...itemsOf(ahead.data)])
  const [chosen, setChosen] = useState<string | null>(null)
  const [paying, setPaying] = useState<Charge | null>(null)
  const charge = paying ?? charges.find(({ id }) => id === chosen) ?? charges[0]
  const most = Math.min(sum?.amount ?? 0, charge?.outstanding.amount ?? 0)
  const [typed, setTyped] = useState<string | null>(null)
  const [sent, setSent] = useState(false)
  const pay = usePayFromCredit()
  const refused = useFieldError(pay.error, places)
  const currency = sum?.currency ?? subscription.price.currency
  const amount = typed ?? amountText(most, currency)
  const minor = parseAmount(amount, currency)
  const fits = minor !== null && minor > 0 && minor <= most
  if (due.isPending || ahead.isPending) return <SkeletonRows rows={3} />
  const later = [due, ahead].find(({ hasNextPage }) => hasNextPage)

  const submit = () => {
    setSent(true)
    if (charge === undefined || !fits) return
    setPaying(charge)
    pay.mutate(
      { id: charge.id, subscriptionId: subscription.id, amount: { amount: minor, currency } },
      {
        onError: () => setPaying(null),
        onSuccess: ({ payment }) => {
          onDone()
          showToast(t('credit.used', { amount: format.money(payment.amount), name: charge.subscriptionName }))
        },
      },
    )
  }

  return charge === undefined ? (
    <p className="text-muted">{t('credit.noCharge', { currency })}</p>
  ) : (
    <SheetForm label={t('credit.save')} busy={pay.isPending} error={refused.rest} onSubmit={submit}>
      <SelectField
        label={t('credit.charge')}
        value={charge.id}
        error={refused.at('charge')}
        onChange={(event) => {
          setChosen(event.target.value)
          setTyped(null)
        }}
      >
        {(paying === null ? charges : [paying]).map(({ id, subscriptionName, outstanding, dueOn }) => (
          <option key={id} value={id}>
            {t('credit.chargeOf', {
              name: subscriptionName,
              amount: format.money(outstanding),
              date: format.shortDate(dueOn),
            })}
          </option>
        ))}
      </SelectField>
      {later === undefined ? null : (
        <Button variant="quiet" size="sm" onClick={() => void later.fetchNextPage()}>
          {t('credit.more')}
        </Button>
      )}
      <AmountField
        label={t('credit.amount')}
        currency={currency}
        value={amount}
        onChange={setTyped}
        hint={t('credit.most', { amount: format.money({ amount: most, currency }) })}
        error={
          (sent && !fits
            ? t('credit.problem', { amount: format.money({ amount: most, currency }) })
            : undefined) ?? refused.at('amount')
        }
      />
    </SheetForm>
  )
}
