import { useFormat, type Need } from '@streamline/client'
import { useTranslation } from 'react-i18next'

/** What the need says beneath the name, and how loudly. */
export const useNeedText = (): ((need: Need) => { text: string; tone: 'danger' | 'warn' | 'brand' }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  return ({ need, on, days }) => {
    const relative = format.days(days)
    switch (need) {
      case 'overdue':
        return { text: t('needs.overdue', { date: format.date(on) }), tone: 'danger' }
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
    }
  }
}
