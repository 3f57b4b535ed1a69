import { type Spend, useFormat } from '@streamline/client'
import { spendChart, useSpend } from '@streamline/client/insights'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { ChoiceChips } from '../../design/choice-chips.tsx'
import { classes } from '../../design/classes.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Amounts, Money } from '../../design/money.tsx'
import { CardSkeleton } from '../overview/overview-skeleton.tsx'
import { COLOURS, dotOf } from './series-colours.ts'
import { SpendDownload } from './spend-download.tsx'
import { StackedMonths } from './stacked-months.tsx'

const route = getRouteApi('/household/shell/insights')
const groupings = ['kind', 'provider', 'payer', 'sharer', 'label', 'subscription'] as const

type Group = Spend['groups'][number]

/** What a group is called; what has no name of its own is said for what it is. */
const useGroupName = (by: Spend['by']) => {
  const { t } = useTranslation(['insights', 'words'])
  return ({ key, name }: Group): string => {
    if (by === 'kind' && key !== null) return t(`words:kind.${key as 'ott'}`)
    if (key !== null) return name ?? key
    return by === 'provider' || by === 'label' ? t(`spend.none.${by}`) : t('spend.none.other')
  }
}

const Groups = ({ spend }: { spend: Spend }) => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const nameOf = useGroupName(spend.by)
  const { currency } = spend
  const amountOf = ({ totals }: Pick<Group, 'totals'>): number =>
    totals.find((total) => total.currency === currency)?.amount ?? 0
  const all = spend.months.reduce((sum, month) => sum + Math.max(0, amountOf(month)), 0)
  const most = Math.max(1, ...spend.groups.map(amountOf))
  const unseen = spend.groupCount - spend.groups.length
  return (
    <>
      <ol className="space-y-3.5">
        {spend.groups.map((group, at) => (
          <li key={group.key}>
            <div className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 font-medium break-words">{nameOf(group)}</span>
              <Amounts values={group.totals} currency={currency} />
            </div>
            <div className="mt-1 flex items-center gap-3">
              <div className="h-1.5 flex-1 overflow-hidden rounded-full bg-sunken">
                <div
                  className={classes('h-full rounded-full', dotOf(at))}
                  style={{ width: `${Math.max(0, Math.round((amountOf(group) / most) * 100))}%` }}
                />
              </div>
              <span className="figures w-10 text-right text-xs text-muted">
                {all > 0 ? format.percent(Math.max(0, amountOf(group)) / all) : ''}
              </span>
            </div>
          </li>
        ))}
      </ol>
      {unseen > 0 ? <p className="mt-3 text-sm text-muted">{t('spend.more', { count: unseen })}</p> : null}
      {spend.by === 'label' ? <p className="mt-4 text-sm text-muted">{t('spend.labels')}</p> : null}
    </>
  )
}

const Year = ({ spend }: { spend: Spend }) => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const nameOf = useGroupName(spend.by)
  const { currency, months } = spend
  const chart = spendChart(spend, { currency, colours: COLOURS, nameOf, rest: t('spend.rest') })
  const own = months.flatMap(({ totals }) => totals.filter((total) => total.currency === currency))
  const amount = own.reduce((sum, total) => sum + total.amount, 0)
  const others = Object.values(
    Object.groupBy(
      months.flatMap(({ totals }) => totals).filter((total) => total.currency !== currency),
      (total) => total.currency,
    ),
  ).flatMap((totals = []) =>
    totals
      .slice(0, 1)
      .map((total) => ({ ...total, amount: totals.reduce((sum, one) => sum + one.amount, 0) })),
  )
  return (
    <>
      <Money value={{ amount, currency }} size="xl" />
      <p className="mt-1 text-sm text-muted">
        {t('spend.average', {
          money: format.money({ amount: Math.round(amount / months.length), currency }, { rounded: true }),
        })}
      </p>
      {others.length > 0 ? (
        <p className="mt-1 text-sm text-muted">
          {t('spend.otherCurrencies', { amounts: others.map((total) => format.money(total)).join(' + ') })}
        </p>
      ) : null}
      <div className="mt-4">
        <StackedMonths chart={chart} currency={currency} label={t('spend.chart')} />
      </div>
    </>
  )
}

/** Twelve months of what fell due, by what somebody wants to see it by. */
export const SpendView = () => {
  const { t } = useTranslation('insights')
  const navigate = useNavigate()
  const { by = 'kind' } = route.useSearch()
  const { data: spend, ...query } = useSpend({ by })
  const isEmpty = spend?.groups.length === 0
  return (
    <div className="grid items-start gap-4 wide:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] wide:gap-6">
      {spend === undefined ? (
        query.error ? (
          <Card>
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          </Card>
        ) : (
          <CardSkeleton />
        )
      ) : (
        <Card title={t('spend.title')}>
          <p className="-mt-2 mb-4 text-sm text-muted">{t('spend.note')}</p>
          {isEmpty ? <p className="text-muted">{t('spend.empty')}</p> : <Year spend={spend} />}
        </Card>
      )}
      <Card>
        <ChoiceChips
          label={t('spend.by')}
          value={by}
          onChange={(next) =>
            void navigate({ to: '/insights', search: next === 'kind' ? {} : { by: next }, replace: true })
          }
          options={groupings.map((value) => ({ value, label: t(`spend.grouping.${value}`) }))}
        />
        {spend === undefined || isEmpty ? null : (
          <div className={classes('mt-5', query.isPlaceholderData && 'opacity-60')}>
            <Groups spend={spend} />
            <div className="mt-5">
              <SpendDownload by={by} today={spend.today} />
            </div>
          </div>
        )}
      </Card>
    </div>
  )
}
