import { type Savings, useFormat } from '@streamline/client'
import { useSavings, useSetNeeds, useStopSavings, useWorkOutSavings } from '@streamline/client/savings'
import { PiggyBank, RefreshCw, X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Page } from '../../design/page.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'
import { BenefitsCard } from './benefits-card.tsx'
import { ChosenCard } from './chosen-card.tsx'
import { NeedsCard } from './needs-card.tsx'
import { OverlapsCard } from './overlaps-card.tsx'
import { RotationsCard } from './rotations-card.tsx'
import { SetCard } from './set-card.tsx'
import { StepsCard } from './steps-card.tsx'
import { WatchCard } from './watch-card.tsx'

/** Whether it is up to date, and what to do about it. */
const State = ({ savings: { state, result } }: { savings: Savings }) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const work = useWorkOutSavings()
  const stop = useStopSavings()
  if (state === 'fresh' || (state !== 'working' && result === null)) return null
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3 rounded-card bg-brand-soft px-5 py-3">
      <p aria-live="polite" className="font-medium">
        {state === 'working' || result === null
          ? t('working')
          : t('stale', { date: format.date(result.madeOn) })}
      </p>
      {state === 'working' ? (
        <Button variant="quiet" size="sm" icon={X} busy={stop.isPending} onClick={() => stop.mutate(null)}>
          {t('stop')}
        </Button>
      ) : (
        <Button size="sm" icon={RefreshCw} busy={work.isPending} onClick={() => work.mutate(null)}>
          {t('again')}
        </Button>
      )}
    </div>
  )
}

const Result = ({ savings: { result, isEdited, state } }: { savings: Savings }) => {
  const setNeeds = useSetNeeds()
  if (result === null) return null
  const { set, needs } = result
  const busy = setNeeds.isPending || state === 'working'
  return (
    <div className="grid items-start gap-4 wide:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] wide:gap-6">
      <div className="min-w-0 space-y-4 wide:space-y-6">
        <SetCard result={result} busy={busy} onNeeds={(next) => setNeeds.mutate(next)} />
        <StepsCard set={set} />
        {set === null ? null : <RotationsCard rotations={set.rotations} />}
        {set === null ? null : (
          <ChosenCard set={set} needs={needs} busy={busy} onNeeds={(next) => setNeeds.mutate(next)} />
        )}
      </div>
      <div className="min-w-0 space-y-4 wide:space-y-6">
        <OverlapsCard overlaps={result.overlaps} busy={busy} />
        <BenefitsCard benefits={result.benefits} />
        <WatchCard />
        <NeedsCard
          result={result}
          isEdited={isEdited}
          busy={busy}
          onNeeds={(next) => setNeeds.mutate(next)}
        />
      </div>
    </div>
  )
}

/** What is paid twice, and the cheapest set of plans with its proof. */
export const SavingsScreen = () => {
  const { t } = useTranslation('savings')
  const { data: savings, error, refetch } = useSavings()
  const { mutate: work, isPending, isIdle } = useWorkOutSavings()
  const isUnknown = savings?.state === 'none'
  useEffect(() => {
    if (isUnknown && isIdle) work(null)
  }, [isUnknown, isIdle, work])
  return (
    <Page title={t('title')} lead={t('lead')} width="broad">
      {savings === undefined ? (
        <Card>
          {error ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : (
            <>
              <output className="sr-only">{t('working')}</output>
              <SkeletonRows rows={4} />
            </>
          )}
        </Card>
      ) : (
        <>
          <State savings={savings} />
          {savings.result === null && savings.state === 'none' ? (
            <Card>
              <Empty
                icon={PiggyBank}
                title={t('none')}
                action={
                  <Button busy={isPending} onClick={() => work(null)}>
                    {t('begin')}
                  </Button>
                }
              />
            </Card>
          ) : null}
          <Result savings={savings} />
        </>
      )}
    </Page>
  )
}
