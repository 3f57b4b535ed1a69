import { type Savings, useFormat } from '@streamline/client'
import { useSavings, useSetNeeds, useStopSavings, useWorkOutSavings } from '@streamline/client/savings'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActivityIndicator, View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState, FormError } from '../../design/error-state.tsx'
import { useColor } from '../../design/icon.tsx'
import { PiggyBank, RefreshCw, X } from '../../design/icons.ts'
import { Page } from '../../design/page.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { Text } from '../../design/text.tsx'
import { TopBar } from '../../design/top-bar.tsx'
import { AgeLine } from '../kept/age-line.tsx'
import { ChosenCard } from './chosen-card.tsx'
import { BenefitsCard, OverlapsCard } from './findings-cards.tsx'
import { NeedsCard } from './needs-card.tsx'
import { RotationsCard } from './rotations-card.tsx'
import { SetCard } from './set-card.tsx'
import { StepsCard } from './steps-card.tsx'
import { WatchCard } from './watch-card.tsx'

/** Whether it is up to date, and what to do about it. */
const State = ({ savings: { state, result } }: { savings: Savings }) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const brand = useColor('brand')
  const work = useWorkOutSavings()
  const stop = useStopSavings()
  if (state === 'fresh' || (state !== 'working' && result === null)) return null
  const isWorking = state === 'working' || result === null
  return (
    <View className="gap-3 rounded-card bg-brand-soft px-5 py-4">
      <View className="flex-row items-center gap-3">
        {isWorking ? <ActivityIndicator color={brand} accessibilityLabel={t('working')} /> : null}
        <Text weight="medium" accessibilityLiveRegion="polite" className="min-w-0 flex-1">
          {isWorking ? t('working') : t('stale', { date: format.date(result.madeOn) })}
        </Text>
      </View>
      {isWorking ? (
        <Button
          variant="quiet"
          size="sm"
          icon={X}
          busy={stop.isPending}
          className="self-start"
          onPress={() => stop.mutate(null)}
        >
          {t('stop')}
        </Button>
      ) : (
        <Button
          size="sm"
          icon={RefreshCw}
          busy={work.isPending}
          className="self-start"
          onPress={() => work.mutate(null)}
        >
          {t('again')}
        </Button>
      )}
      <FormError error={work.error ?? stop.error} />
    </View>
  )
}

const Result = ({ savings: { result, isEdited, state } }: { savings: Savings }) => {
  const setNeeds = useSetNeeds()
  if (result === null) return null
  const { set, needs } = result
  const busy = setNeeds.isPending || state === 'working'
  return (
    <>
      <FormError error={setNeeds.error} />
      <SetCard result={result} busy={busy} onNeeds={(next) => setNeeds.mutate(next)} />
      <StepsCard set={set} />
      {set === null ? null : <RotationsCard rotations={set.rotations} />}
      <OverlapsCard overlaps={result.overlaps} busy={busy} />
      <BenefitsCard benefits={result.benefits} />
      <WatchCard />
      {set === null ? null : (
        <ChosenCard set={set} needs={needs} busy={busy} onNeeds={(next) => setNeeds.mutate(next)} />
      )}
      <NeedsCard result={result} isEdited={isEdited} busy={busy} onNeeds={(next) => setNeeds.mutate(next)} />
    </>
  )
}

const Nothing = ({ busy, error, onBegin }: { busy: boolean; error: unknown; onBegin: () => void }) => {
  const { t } = useTranslation('savings')
  return (
    <Card>
      <Empty
        icon={PiggyBank}
        title={t('none')}
        action={
          <Button busy={busy} onPress={onBegin}>
            {t('begin')}
          </Button>
        }
      />
      <FormError error={error} />
    </Card>
  )
}

/** What is paid twice, and the cheapest set of plans with its proof. */
export const SavingsScreen = () => {
  const { t } = useTranslation('savings')
  const { data: savings, error, refetch } = useSavings()
  const { mutate: work, isPending, isIdle, error: refused } = useWorkOutSavings()
  const [pulled, setPulled] = useState(false)
  const isUnknown = savings?.state === 'none'
  useEffect(() => {
    if (isUnknown && isIdle) work(null)
  }, [isUnknown, isIdle, work])
  const refresh = (): void => {
    setPulled(true)
    void refetch().finally(() => setPulled(false))
  }
  return (
    <Page head={<TopBar title={t('title')} home="/more" />} refreshing={pulled} onRefresh={refresh}>
      <Text tone="muted" className="px-1">
        {t('lead')}
      </Text>
      <AgeLine />
      {savings === undefined ? (
        error ? (
          <Card>
            <ErrorState error={error} onRetry={refresh} />
          </Card>
        ) : (
          <SkeletonCard />
        )
      ) : (
        <>
          <State savings={savings} />
          {savings.result === null && savings.state === 'none' ? (
            <Nothing busy={isPending} error={refused} onBegin={() => work(null)} />
          ) : null}
          {savings.result === null && savings.state === 'working' ? <SkeletonCard /> : null}
          <Result savings={savings} />
        </>
      )}
    </Page>
  )
}
