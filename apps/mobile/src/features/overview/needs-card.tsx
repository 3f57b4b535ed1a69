import { type Overview, useFormat } from '@streamline/client'
import { useRecordsForOthers } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { foldedNeeds, useNeedActions } from '@streamline/client/overview'
import { useRouter } from 'expo-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Card, Hairline } from '../../design/card.tsx'
import { Icon } from '../../design/icon.tsx'
import { ChevronDown, ChevronUp, CircleCheckBig } from '../../design/icons.ts'
import { Text } from '../../design/text.tsx'
import { ArrivalRow } from './arrival-row.tsx'
import { NeedRow } from './need-row.tsx'
import { StepRow } from './step-row.tsx'

/** The others stand on the Savings screen. */
const STEPS_SHOWN = 3

const NothingToDo = ({ next }: { next: Overview['running']['renewals'][number] | undefined }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  return (
    <View className="flex-row items-center gap-4 px-5 pt-1 pb-6">
      <View className="size-11 items-center justify-center rounded-full bg-positive-soft">
        <Icon of={CircleCheckBig} size={22} tone="positive" />
      </View>
      <View className="min-w-0 flex-1">
        <Text weight="semibold">{t('needs.none')}</Text>
        {next ? (
          <Text tone="muted">
            {t('needs.next', { name: next.name, when: format.relative(next.renewsOn) })}
          </Text>
        ) : null}
      </View>
    </View>
  )
}

/** First answer: what waits for who looks, the most urgent first, each with what to do about it; others in one line. */
export const NeedsCard = ({ overview }: { overview: Overview }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const { nameOf } = usePeople()
  const forOthers = useRecordsForOthers()
  const actions = useNeedActions()
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState(false)
  const router = useRouter()
  const { arrivals, running, steps } = overview
  const { yours, shown, count: asked, others, unseen } = foldedNeeds(overview, all)
  const count = asked + steps.length
  return (
    <Card
      flush
      title={t('needs.title')}
      aside={
        count > 0 ? (
          <View
            accessible
            accessibilityLabel={t('needs.count', { count })}
            className="h-7 min-w-7 items-center justify-center rounded-full bg-brand px-2"
          >
            <Text size="sm" weight="bold" tone="onBrand">
              {format.number(count)}
            </Text>
          </View>
        ) : null
      }
    >
      {count === 0 ? <NothingToDo next={running.renewals[0]} /> : null}
      {arrivals.map((arrival) => (
        <ArrivalRow key={arrival.settlementId} arrival={arrival} />
      ))}
      {shown.map((group, at) => (
        <View key={group.key}>
          {at > 0 || arrivals.length > 0 ? <Hairline /> : null}
          <NeedRow group={group} actions={actions} mayAct />
        </View>
      ))}
      {steps.slice(0, STEPS_SHOWN).map((step, at) => (
        <View key={step.id}>
          {at > 0 || shown.length > 0 || arrivals.length > 0 ? <Hairline /> : null}
          <StepRow step={step} />
        </View>
      ))}
      {steps.length > STEPS_SHOWN ? (
        <Button variant="quiet" onPress={() => router.push('/savings')}>
          {t('steps.all', { count: steps.length })}
        </Button>
      ) : null}
      {shown.length < yours.length ? (
        <Button variant="quiet" onPress={() => setAll(true)}>
          {t('needs.all', { count: asked })}
        </Button>
      ) : null}
      {unseen > 0 ? (
        <Text tone="muted" className="px-5 pb-4">
          {t('needs.more', { count: unseen })}
        </Text>
      ) : null}
      {others.count > 0 ? (
        <>
          <Hairline />
          <View className="flex-row items-center justify-between gap-2 py-1 pr-1 pl-5">
            <Text size="sm" tone="muted" className="min-w-0 flex-1">
              {t('needs.household', {
                count: others.count,
                names: format.list(others.people.map((id) => nameOf(id))),
              })}
            </Text>
            <Button
              size="sm"
              variant="quiet"
              icon={open ? ChevronUp : ChevronDown}
              aria-expanded={open}
              onPress={() => setOpen(!open)}
            >
              {t(open ? 'needs.fold' : 'needs.show')}
            </Button>
          </View>
          {open
            ? others.groups.map((group) => (
                <View key={group.key}>
                  <Hairline />
                  <NeedRow group={group} actions={actions} mayAct={forOthers} />
                </View>
              ))
            : null}
        </>
      ) : null}
    </Card>
  )
}
