import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Need } from '../answers.ts'
import { priceNewsText } from '../subscriptions/price-news-text.ts'
import { useFormat, type Format } from '../format/format.ts'

export interface NeedText {
  readonly text: string
  readonly tone: 'danger' | 'warn' | 'brand'
}

/** What the need says beneath the name, and how loudly. */
export const needText = (
  { need, on, days, priceNews }: Pick<Need, 'need' | 'on' | 'days' | 'priceNews'>,
  { t, words, format }: { t: TFunction<'overview'>; words: TFunction<'words'>; format: Format },
): NeedText => {
  const relative = format.days(days)
  switch (need) {
    case 'overdue':
      return { text: t('needs.overdue', { date: format.shortDate(on) }), tone: 'danger' }
    case 'stopped':
      return { text: t('needs.stopped', { relative }), tone: 'danger' }
    case 'stopsSoon':
      return { text: days === 0 ? t('needs.stopsToday') : t('needs.stopsSoon', { relative }), tone: 'warn' }
    case 'due':
      return { text: t('needs.due', { relative }), tone: 'warn' }
    case 'trialEnding':
      return { text: t('needs.trialEnding', { relative }), tone: 'warn' }
    case 'decideBy':
      return { text: t('needs.decideBy', { date: format.date(on), relative }), tone: 'brand' }
    case 'priceChange':
      return {
        text: priceNews === null ? '' : priceNewsText(priceNews, { t: words, format }),
        tone: days < 0 ? 'warn' : 'brand',
      }
  }
}

export const useNeedText = (): ((need: Need) => NeedText) => {
  const { t } = useTranslation('overview')
  const words = useTranslation('words').t
  const format = useFormat()
  return (need) => needText(need, { t, words, format })
}
