import { type Spend, useFormat } from '@streamline/client'
import {
  groupShares,
  OWN_COLOURS,
  spendChart,
  spendGroupings,
  spendTotal,
  useInsightsText,
  useSpend,
} from '@streamline/client/insights'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { ChoiceChips } from '../../design/choice-chips.tsx'
import { classes } from '../../design/classes.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Amounts, Money } from '../../design/money.tsx'
import { MonthDifference } from '../overview/month-difference.tsx'
import { CardSkeleton } from '../overview/overview-skeleton.tsx'
import { dotOf } from './series-colours.ts'
import { SpendDownload } from './spend-download.tsx'
import { StatementDownloads } from './statement-downloads.tsx'
import { StackedMonths } from './stacked-months.tsx'

const route = getRouteApi('/household/shell/insights')

const Groups = ({ spend }: { spend: Spend }) => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const say = useInsightsText()
  const { by, currency } = spend
  const unseen = spend.groupCount - spend.groups.length
  return (
    <>
      <ol className="space-y-3.5">
        {groupShares(spend).map(({ group, length, share }, at) => (
          <li key={group.key}>
            <div className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 font-medium break-words">{say.group(by, group)}</span>
              <Amounts values={group.totals} currency={currency} />
            </div>
            <div className="mt-1 flex items-center gap-3">
              <div className="h-1.5 flex-1 overflow-hidden rounded-full bg-sunken">
                <div
                  className={classes('h-full rounded-full', dotOf(at))}
                  style={{ width: `${Math.round(length * 100)}%` }}
                />
              </div>
              <span className="figures w-10 text-right text-xs text-muted">
                {share === null ? '' : format.percent(share)}
              </span>
            </div>
          </li>
        ))}
      </ol>
      {unseen > 0 ? <p className="mt-3 text-sm text-muted">{t('spend.more', { count: unseen })}</p> : null}
      {by === 'label' ? <p className="mt-4 text-sm text-muted">{t('spend.labels')}</p> : null}
    </>
  )
}

const Year = ({ spend }: { spend: Spend }) => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const say = useInsightsText()
  const { by, currency, months } = spend
  const chart = spendChart(spend, {
    currency,
    colours: OWN_COLOURS,
    nameOf: (group) => say.group(by, group),
    rest: t('spend.rest'),
  })
  const { own, average, others } = spendTotal(spend)
  return (
    <>
      <Money value={own} size="xl" />
      <p className="mt-1 text-sm text-muted">
        {t('spend.average', { money: format.money(average, { rounded: true }) })}
      </p>
      <MonthDifference months={months} currency={currency} />
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
          options={spendGroupings.map((value) => ({ value, label: t(`spend.grouping.${value}`) }))}
        />
        {spend === undefined || isEmpty ? null : (
          <div className={classes('mt-5', query.isPlaceholderData && 'opacity-60')}>
            <Groups spend={spend} />
            <div className="mt-5 flex flex-wrap gap-3">
              <SpendDownload by={by} today={spend.today} />
              <StatementDownloads today={spend.today} />
            </div>
          </div>
        )}
      </Card>
    </div>
  )
}
