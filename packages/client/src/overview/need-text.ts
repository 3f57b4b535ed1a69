import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Need } from '../answers.ts'
import { priceNewsText } from '../subscriptions/price-news-text.ts'
import { useFormat, type Format } from '../format/format.ts'

export interface NeedText {
  readonly text: string
  readonly tone: 'danger' | 'warn' | 'brand'
}

const stopsText = (
  { days, stopsAt }: Pick<Need, 'days' | 'stopsAt'>,
  { t, format }: { t: TFunction<'overview'>; format: Format },
): string => {
  if (days !== 0) return t('needs.stopsSoon', { relative: format.days(days) })
  return stopsAt === null
    ? t('needs.stopsToday')
    : t('needs.stopsTodayAt', { time: format.wallTime(stopsAt) })
}

/** What the need says beneath the name, and how loudly. */
export const needText = (
  { need, on, days, priceNews, stopsAt }: Pick<Need, 'need' | 'on' | 'days' | 'priceNews' | 'stopsAt'>,
  { t, words, format }: { t: TFunction<'overview'>; words: TFunction<'words'>; format: Format },
): NeedText => {
  const relative = format.days(days)
  switch (need) {
    case 'overdue':
      return { text: t('needs.overdue', { date: format.shortDate(on) }), tone: 'danger' }
    case 'stopped':
      return { text: t('needs.stopped', { relative }), tone: 'danger' }
    case 'stopsSoon':
      return { text: stopsText({ days, stopsAt }, { t, format }), tone: 'warn' }
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
