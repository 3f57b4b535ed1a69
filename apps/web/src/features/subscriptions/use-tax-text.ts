import { useFormat, type Subscription } from '@streamline/client'
import { useTranslation } from 'react-i18next'

/** "₹820 + 18 % GST" where the debit differs from the price that the provider advertises. */
export const useTaxText = () => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  return ({ price, tax }: Pick<Subscription, 'price' | 'tax'>): string | null =>
    tax.included || tax.basisPoints === 0
      ? null
      : t('taxOnTop', { price: format.money(price), percent: format.percent(tax.basisPoints / 10_000) })
}
