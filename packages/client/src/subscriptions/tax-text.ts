import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Subscription } from '../answers.ts'
import { useFormat, type Format } from '../format/format.ts'

type Taxed = Pick<Subscription, 'price' | 'tax'>

/** "₹820 + 18 % GST" where the debit differs from the price that the provider advertises. */
export const taxText = (
  { price, tax }: Taxed,
  { t, format }: { t: TFunction<'subscriptions'>; format: Format },
): string | null =>
  tax.included || tax.basisPoints === 0
    ? null
    : t('taxOnTop', { price: format.money(price), percent: format.percent(tax.basisPoints / 10_000) })

export const useTaxText = (): ((taxed: Taxed) => string | null) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  return (taxed) => taxText(taxed, { t, format })
}
