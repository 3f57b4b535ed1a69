import {
  itemsOf,
  type SubscriptionDetail,
  type UsageReading,
  type UsageSummary,
  useFormat,
} from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import {
  type AllowanceAnswer,
  isTold,
  useAllowanceText,
  useReadingText,
  useUsage,
  useUsageActs,
  useUsageSummary,
} from '@streamline/client/usage'
import { addDays } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button, IconButton } from '../../../design/button.tsx'
import { Card, Hairline } from '../../../design/card.tsx'
import { ErrorState } from '../../../design/error-state.tsx'
import { CalendarX, Check, Pencil, Plus, Trash } from '../../../design/icons.ts'
import { MoreButton } from '../../../design/more-button.tsx'
import { Money } from '../../../design/money.tsx'
import { Notice } from '../../../design/notice.tsx'
import { ProgressBar } from '../../../design/progress-bar.tsx'
import { Text } from '../../../design/text.tsx'
import { UsageForm } from './usage-form.tsx'

/** What was used of one allowance, what is left, and how it will end. */
const AllowanceBar = ({ allowance }: { allowance: AllowanceAnswer }) => {
  const { t } = useTranslation('usage')
  const format = useFormat()
  const { used, left, ahead, tone } = useAllowanceText()(allowance)
  const { kind, per, amount, source, knownUntil } = allowance
  const label = t('allowance.title', { kind: t(`kind.${kind}`), per: t(`per.${per}`) })
  const known =
    knownUntil === null
      ? t('allowance.nothing')
      : knownUntil === format.today
        ? null
        : t('allowance.known', { date: format.shortDate(knownUntil) })
  const ends = [left, ahead].filter((part) => part !== null).join('. ')
  const about = [known, source === 'own' ? t('allowance.own') : null].filter((part) => part !== null)
  return (
    <View className="gap-1.5">
      <View className="flex-row flex-wrap items-baseline justify-between gap-x-3">
        <Text weight="semibold">{label}</Text>
        <Text weight="semibold">{used}</Text>
      </View>
      {amount === null ? null : (
        <ProgressBar value={allowance.used / amount} label={label} text={used} tone={tone} />
      )}
      {ends === '' ? null : (
        <Text
          size="sm"
          tone={tone === 'brand' ? 'muted' : tone}
          weight={tone === 'brand' ? 'normal' : 'medium'}
        >
          {ends}
        </Text>
      )}
      {about.length === 0 ? null : (
        <Text size="sm" tone="muted">
          {about.join(' ')}
        </Text>
      )}
    </View>
  )
}

/** "Used this month?", answered with one tap; every use counts, and one use outweighs a no. */
const MonthAnswer = ({
  subscription: { id, name },
  summary: { usedThisMonth, lastUsedOn, mayNote, today },
}: {
  subscription: SubscriptionDetail
  summary: UsageSummary
}) => {
  const { t } = useTranslation('usage')
  const format = useFormat()
  const { note, busy } = useUsageActs()
  const say = (amount: 0 | 1): void =>
    void note({ id, kind: 'used', amount }, t(amount === 1 ? 'month.said' : 'month.saidNo', { name }))
  if (usedThisMonth === null && !mayNote) return null
  return (
    <View className="gap-2">
      <View>
        <Text weight="semibold">
          {usedThisMonth === null ? t('month.question') : t(usedThisMonth ? 'month.yes' : 'month.no')}
        </Text>
        {lastUsedOn === null ? null : (
          <Text size="sm" tone="muted">
            {t('month.last', { date: format.date(lastUsedOn) })}
          </Text>
        )}
      </View>
      {mayNote ? (
        <View className="flex-row flex-wrap gap-2">
          {lastUsedOn === today ? null : (
            <Button size="sm" variant="soft" icon={Check} busy={busy} onPress={() => say(1)}>
              {t(usedThisMonth === true ? 'month.usedToday' : 'month.usedIt')}
            </Button>
          )}
          {usedThisMonth === null ? (
            <Button size="sm" variant="secondary" busy={busy} onPress={() => say(0)}>
              {t('month.notThis')}
            </Button>
          ) : null}
        </View>
      ) : null}
    </View>
  )
}

const costs = ['perUse', 'perHour', 'perGigabyte'] as const

/** What a use, an hour or a gigabyte cost, and from which charges that comes. */
const UseCosts = ({ cost }: { cost: NonNullable<UsageSummary['cost']> }) => {
  const { t } = useTranslation('usage')
  const format = useFormat()
  return (
    <View className="gap-1 rounded-control bg-sunken px-4 py-3">
      {costs.map((part) => {
        const each = cost[part]?.each
        return each === undefined ? null : (
          <View key={part} className="flex-row items-baseline gap-1.5">
            <Money value={each} size="lg" />
            <Text size="sm" tone="muted">
              {t(`cost.${part}`)}
            </Text>
          </View>
        )
      })}
      <Text size="sm" tone="muted">
        {t('cost.since', {
          from: format.shortDate(cost.from),
          until: format.shortDate(addDays(cost.until, -1)),
          money: format.money(cost.cost),
        })}
      </Text>
    </View>
  )
}

/** What was noted, the latest day first; each can be put right or removed by whoever may. */
const Noted = ({
  subscriptionId,
  onEdit,
}: {
  subscriptionId: string
  onEdit: (reading: UsageReading) => void
}) => {
  const { t } = useTranslation('usage')
  const format = useFormat()
  const { several, isYou, nameOf } = usePeople()
  const list = useUsage(subscriptionId)
  const textOf = useReadingText()
  const { remove, busy } = useUsageActs()
  const readings = itemsOf(list.data)
  if (readings.length === 0) return null
  return (
    <View>
      <Text accessibilityRole="header" size="sm" weight="semibold" tone="faint">
        {t('history.title')}
      </Text>
      {readings.map((reading, at) => {
        const what = textOf(reading)
        const date = format.date(reading.on)
        const by =
          several && !isYou(reading.notedBy) ? t('history.by', { name: nameOf(reading.notedBy) }) : null
        return (
          <View key={reading.id}>
            {at > 0 ? <Hairline /> : null}
            <View className="min-h-13 flex-row items-center gap-1 py-1">
              <View className="min-w-0 flex-1">
                <Text weight="medium">{what}</Text>
                <Text size="sm" tone="muted">
                  {[date, by].filter((part) => part !== null).join(' · ')}
                </Text>
              </View>
              {reading.mayChange && reading.kind !== 'used' ? (
                <IconButton
                  icon={Pencil}
                  label={t('history.edit', { what, date })}
                  onPress={() => onEdit(reading)}
                />
              ) : null}
              {reading.mayChange ? (
                <IconButton
                  icon={Trash}
                  label={t('history.remove', { what, date })}
                  disabled={busy}
                  onPress={() => void remove(reading, t('done.removed', { what }))}
                />
              ) : null}
            </View>
          </View>
        )
      })}
      <MoreButton list={list} />
    </View>
  )
}

/** Kinds where somebody answers with one tap whether they use it; of a line the amounts tell. */
const isAnswered = (kind: SubscriptionDetail['kind']): boolean => kind !== 'mobile' && kind !== 'broadband'

/** Nobody noted anything, and who looks at it may not. */
const saysNothing = ({ mayNote, allowances, cost, usedThisMonth, lastUsedOn }: UsageSummary): boolean =>
  !mayNote && cost === null && usedThisMonth === null && lastUsedOn === null && !allowances.some(isTold)

/** How much of it is used: against the allowance, against the money, and whether at all. */
export const UsageCard = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('usage')
  const { data: summary, error, refetch } = useUsageSummary(subscription.id)
  const [noting, setNoting] = useState<UsageReading | 'new' | null>(null)
  if (subscription.status === 'scheduled' || (summary === undefined && !error)) return null
  if (summary === undefined)
    return (
      <Card title={t('title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Card>
    )
  if (saysNothing(summary)) return null
  const reading = noting === 'new' ? null : noting
  const { allowances, cost, unusedDays, kinds, mayNote } = summary
  return (
    <Card
      title={t('title')}
      aside={
        mayNote ? (
          <Button
            size="sm"
            variant="quiet"
            icon={Plus}
            className="-my-2 -mr-4"
            onPress={() => setNoting('new')}
          >
            {t('note')}
          </Button>
        ) : null
      }
      className="gap-4"
    >
      {unusedDays === null ? null : (
        <Notice icon={CalendarX} tone="warn">
          {t('unused', { count: unusedDays })}
        </Notice>
      )}
      {allowances.filter(isTold).map((allowance) => (
        <AllowanceBar key={allowance.kind} allowance={allowance} />
      ))}
      {isAnswered(subscription.kind) ? <MonthAnswer subscription={subscription} summary={summary} /> : null}
      {cost === null ? null : <UseCosts cost={cost} />}
      <Noted subscriptionId={subscription.id} onEdit={setNoting} />
      {noting === null ? null : (
        <UsageForm
          subscriptionId={subscription.id}
          title={reading === null ? t('form.title', { name: subscription.name }) : t('form.editTitle')}
          kinds={kinds.filter((kind) => kind !== 'used')}
          reading={reading}
          onClose={() => setNoting(null)}
        />
      )}
    </Card>
  )
}
