import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CalendarMonthView, Forecast, Kind, Spend, SubscriptionInsights } from '../answers.ts'
import { useFormat, type Format } from '../format/format.ts'
import type { Budget } from './budgets.queries.ts'

type Item = SubscriptionInsights['subscriptions'][number]
type Entry = CalendarMonthView['days'][number]['entries'][number]

interface Words {
  readonly t: TFunction<'insights'>
  readonly words: TFunction<'words'>
  readonly format: Format
}

/** The figures in words: the same on every screen that says them. */
export const insightsText = ({ t, words, format }: Words) => ({
  /** What a group is called; what has no name of its own is said for what it is. */
  group: (by: Spend['by'], { key, name }: Pick<Spend['groups'][number], 'key' | 'name'>): string => {
    if (by === 'kind' && key !== null) return words(`kind.${key as Kind}`)
    if (key !== null) return name ?? key
    return by === 'provider' || by === 'label' ? t(`spend.none.${by}`) : t('spend.none.other')
  },

  /** What a budget is for. */
  budget: ({ scope, kind, memberName }: Pick<Budget, 'scope' | 'kind' | 'memberName'>): string => {
    if (scope === 'household' || (kind === null && memberName === null)) return t('budgets.household')
    return kind === null ? t('budgets.member', { name: memberName }) : words(`kind.${kind}`)
  },

  /** How much of it is gone, and what the month comes to. */
  budgetMonth: ({ spent, month, amount }: Pick<Budget, 'spent' | 'month' | 'amount'>): string =>
    t(spent.amount === month.amount ? 'budgets.gone' : 'budgets.goneAndToCome', {
      spent: format.money(spent),
      month: format.money(month),
      amount: format.money(amount),
    }),

  /** When it is overrun, by real debits. */
  budgetOverrun: ({ overrun }: Pick<Budget, 'overrun'>, today: string): string => {
    if (overrun === null) return t('budgets.holds')
    const said = { date: format.date(overrun.on), money: format.money(overrun.over) }
    if (overrun.on <= today) return t('budgets.since', said)
    return t(overrun.month === today.slice(0, 7) ? 'budgets.from' : 'budgets.later', said)
  },

  /** How many debits a month brings, and how many of them nobody has to make. */
  debits: ({ count, expected }: Pick<Forecast['months'][number], 'count' | 'expected'>): string =>
    [
      t('forecast.count', { count }),
      ...(expected > 0 ? [t('forecast.expected', { count: expected })] : []),
    ].join(', '),

  entry: ({ entry, line, cancelled }: Pick<Entry, 'entry' | 'line' | 'cancelled'>): string =>
    [
      t(`calendar.entry.${entry}`),
      ...(line === null ? [] : [line]),
      ...(cancelled ? [t('calendar.cancelled')] : []),
    ].join(' · '),

  running: ({ monthly, since }: Pick<Item, 'monthly' | 'since'>): string =>
    [
      monthly === null
        ? t('subscriptions.over')
        : t('subscriptions.monthly', { money: format.money(monthly) }),
      t('subscriptions.since', { date: format.shortDate(since) }),
    ].join(' · '),

  rise: ({ before, now, since }: NonNullable<Item['rise']>): string =>
    t('subscriptions.rise', {
      before: format.money(before),
      now: format.money(now),
      date: format.shortDate(since),
    }),
})

export const useInsightsText = () => {
  const { t } = useTranslation('insights')
  const words = useTranslation('words').t
  return insightsText({ t, words, format: useFormat() })
}
