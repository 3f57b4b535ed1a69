import { useTranslation } from 'react-i18next'
import type { Charge } from '../answers.ts'
import { useFormat } from '../format/format.ts'

type Facts = Pick<Charge, 'net' | 'tax' | 'paid' | 'outstanding' | 'subscriptionName'> & {
  credit: Charge['amount']
}

/** Beneath the amount of a charge: its tax, what is paid of it, what is open, what was too much. */
export const useChargeFigures = ({
  net,
  tax,
  paid,
  outstanding,
  credit,
  subscriptionName,
}: Facts): string[] => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  return [
    tax.amount > 0 ? t('charge.withTax', { net: format.money(net), tax: format.money(tax) }) : null,
    paid.amount > 0 ? t('charge.paid', { amount: format.money(paid) }) : null,
    outstanding.amount > 0 && paid.amount > 0
      ? t('charge.outstanding', { amount: format.money(outstanding) })
      : null,
    credit.amount > 0 ? t('charge.credit', { amount: format.money(credit), name: subscriptionName }) : null,
  ].filter((row) => row !== null)
}
