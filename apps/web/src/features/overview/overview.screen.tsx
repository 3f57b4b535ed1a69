import { type Overview, useApi, useFormat, useHousehold } from '@streamline/client'
import { meQuery } from '@streamline/client/identity'
import { useOverview } from '@streamline/client/overview'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { StreamLines } from '../../design/stream-lines.tsx'
import { Card } from '../../design/card.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Page } from '../../design/page.tsx'
import { BetweenCard } from './between-card.tsx'
import { CardSkeleton, LineSkeleton, OverviewSkeleton } from './overview-skeleton.tsx'
import { NeedsCard } from './needs-card.tsx'

/** Below what needs somebody, and drawn. */
const Next14Card = lazy(async () => ({ default: (await import('./next14-card.tsx')).Next14Card }))

/** What booked itself is one line, and looking at each comes with it. */
const AssumedCard = lazy(async () => ({ default: (await import('./assumed-card.tsx')).AssumedCard }))

/** Few have any, and noting that it was used after all brings the whole of usage with it. */
const UnusedLines = lazy(async () => ({ default: (await import('./unused-lines.tsx')).UnusedLines }))

/** What a plan brings along is claimed once; then nobody has this. */
const ClaimsCard = lazy(async () => ({ default: (await import('./claims-card.tsx')).ClaimsCard }))

/** Asked once of who has what renews by itself. */
const UnaskedCard = lazy(async () => ({ default: (await import('./unasked-card.tsx')).UnaskedCard }))

/** Before the first subscription. */
const OverviewEmpty = lazy(async () => ({ default: (await import('./overview-empty.tsx')).OverviewEmpty }))

/** The last answers, below all others on a phone. */
const LastAnswers = lazy(async () => ({ default: (await import('./last-answers.tsx')).LastAnswers }))

/** The five answers. One column reads 1 to 5; two columns stand 1, 2 beside 3, 4, 5. */
const Answers = ({ overview }: { overview: Overview }) => (
  <div className="grid grid-cols-1 items-start gap-4 wide:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] wide:gap-6">
    <div className="min-w-0 space-y-4 wide:space-y-6">
      <NeedsCard overview={overview} />
      <Suspense fallback={<LineSkeleton />}>
        {overview.assumed ? <AssumedCard assumed={overview.assumed} currency={overview.currency} /> : null}
      </Suspense>
      <Suspense fallback={<CardSkeleton />}>
        {overview.toClaim.length > 0 ? <ClaimsCard toClaim={overview.toClaim} /> : null}
      </Suspense>
      <Suspense>{overview.unused.length > 0 ? <UnusedLines unused={overview.unused} /> : null}</Suspense>
      <Suspense fallback={<CardSkeleton />}>
        {overview.unasked.length > 0 ? <UnaskedCard unasked={overview.unasked} /> : null}
      </Suspense>
      <Suspense fallback={<CardSkeleton />}>
        <Next14Card overview={overview} />
      </Suspense>
    </div>
    <div className="min-w-0 space-y-4 wide:space-y-6">
      <BetweenCard overview={overview} />
      <Suspense fallback={<CardSkeleton />}>
        <LastAnswers overview={overview} />
      </Suspense>
    </div>
  </div>
)

/** A new day began in the household since its facts were fetched: ask for them again. */
const useSameDay = (overview: Overview | undefined): void => {
  const { client } = useApi()
  const { today } = useHousehold()
  const queries = useQueryClient()
  const isBehind = overview !== undefined && overview.today > today
  useEffect(() => {
    if (isBehind) void queries.invalidateQueries({ queryKey: meQuery(client).queryKey })
  }, [isBehind, queries, client])
}

const isEmpty = ({ running, needs, arrivals, steps, months }: Overview): boolean =>
  running.count === 0 &&
  needs.length === 0 &&
  arrivals.length === 0 &&
  steps.length === 0 &&
  months.every(({ totals }) => totals.length === 0)

export const OverviewScreen = () => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const { today } = useHousehold()
  const { data: overview, error, refetch } = useOverview()
  useSameDay(overview)
  return (
    <div className="relative isolate overflow-x-clip">
      <StreamLines className="absolute top-3 right-0 -z-10 h-14 w-5/12 opacity-80 mask-l-from-30% wide:top-8 wide:h-20 wide:w-1/2" />
      <Page title={t('title')} lead={format.longDate(overview?.today ?? today)} width="broad">
        {overview ? (
          isEmpty(overview) ? (
            <Suspense fallback={<OverviewSkeleton />}>
              <OverviewEmpty />
            </Suspense>
          ) : (
            <Answers overview={overview} />
          )
        ) : error ? (
          <Card>
            <ErrorState error={error} onRetry={() => void refetch()} />
          </Card>
        ) : (
          <OverviewSkeleton />
        )}
      </Page>
    </div>
  )
}
