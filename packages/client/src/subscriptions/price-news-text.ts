import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { PriceNews } from '../answers.ts'
import { useFormat, type Format } from '../format/format.ts'

/** "₹499 → ₹649 from 12 Nov: + ₹1,800 a year, decide by 19 Nov". */
export const priceNewsText = (
  { from, to, on, perYear, decideBy }: PriceNews,
  { t, format }: { t: TFunction<'words'>; format: Format },
): string => {
  const { amount, currency } = perYear
  const year = {
    money: format.money({ amount: Math.abs(amount), currency }),
  }
  return [
    t('priceNews.change', { from: format.money(from), to: format.money(to), date: format.shortDate(on) }),
    t(amount > 0 ? 'priceNews.more' : 'priceNews.less', year),
    decideBy === null ? '' : t('priceNews.decideBy', { date: format.shortDate(decideBy) }),
  ].join('')
}

export const usePriceNewsText = (): ((news: PriceNews) => string) => {
  const { t } = useTranslation('words')
  const format = useFormat()
  return (news) => priceNewsText(news, { t, format })
}
