import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Charge, SubscriptionDetail } from '../answers.ts'
import { itemsOf } from '../queries/paged.ts'
import { useCharges, usePayFromCredit } from '../billing/charges.queries.ts'
import { useDraft } from '../drafts/use-draft.ts'
import { amountText, parseAmount } from '../format/amount-text.ts'
import { useFormat } from '../format/format.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useFieldError, type FormPlaces } from '../use-field-error.ts'
import { draftOfSheet } from './sheet-draft.ts'
import { creditSums, payableBy } from './credit.ts'

const places: FormPlaces = {
  fields: ['amount'],
  codes: { 'amount-out-of-range': 'amount', 'currency-mismatch': 'amount', 'charge-closed': 'charge' },
}

interface Draft {
  charge: string | null
  amount: string | null
}

/** Credit with this provider pays a charge of another subscription. */
export const useCreditUse = (subscription: SubscriptionDetail, onDone: () => void) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  // As it was when the form opened: once it is used, there is less of it before the form is gone.
  const [before] = useState(subscription)
  const [sum] = creditSums(before.credits)
  const due = useCharges({ state: 'open' })
  const ahead = useCharges({ state: 'upcoming' })
  const charges = payableBy(before, [...itemsOf(due.data), ...itemsOf(ahead.data)], sum?.currency)
  // What may be paid depends on the charge: until an amount is typed it is as much as fits.
  const { draft, set, kept } = useDraft<Draft>(draftOfSheet('useCredit', subscription.id), {
    charge: null,
    amount: null,
  })
  const [paying, setPaying] = useState<Charge | null>(null)
  const charge = paying ?? charges.find(({ id }) => id === draft.charge) ?? charges[0]
  const most = Math.min(sum?.amount ?? 0, charge?.outstanding.amount ?? 0)
  const [sent, setSent] = useState(false)
  const pay = usePayFromCredit()
  const refused = useFieldError(pay.error, places)
  const currency = sum?.currency ?? subscription.price.currency
  const amount = draft.amount ?? amountText(most, currency)
  const minor = parseAmount(amount, currency)
  const fits = minor !== null && minor > 0 && minor <= most
  const mostText = format.money({ amount: most, currency })
  const later = [due, ahead].find(({ hasNextPage }) => hasNextPage)
  return {
    isPending: due.isPending || ahead.isPending,
    /** Null where no other charge can be paid with it. */
    chargeId: charge?.id ?? null,
    charges: (paying === null ? charges : [paying]).map(({ id, subscriptionName, outstanding, dueOn }) => ({
      value: id,
      label: t('credit.chargeOf', {
        name: subscriptionName,
        amount: format.money(outstanding),
        date: format.shortDate(dueOn),
      }),
    })),
    choose: (id: string): void => set({ charge: id, amount: null }),
    kept,
    /** Charges that are due later; null where all are on screen. */
    more: later === undefined ? null : () => void later.fetchNextPage(),
    currency,
    amount,
    setAmount: (text: string): void => set({ amount: text }),
    hint: t('credit.most', { amount: mostText }),
    amountError:
      (sent && !fits ? t('credit.problem', { amount: mostText }) : undefined) ?? refused.at('amount'),
    chargeError: refused.at('charge'),
    rest: refused.rest,
    busy: pay.isPending,
    submit: (): void => {
      setSent(true)
      if (charge === undefined || !fits) return
      setPaying(charge)
      pay.mutate(
        { id: charge.id, subscriptionId: subscription.id, amount: { amount: minor, currency } },
        {
          onError: () => setPaying(null),
          onSuccess: ({ payment }) => {
            onDone()
            showToast(
              t('credit.used', { amount: format.money(payment.amount), name: charge.subscriptionName }),
            )
          },
        },
      )
    },
  }
}
