import { type SubscriptionDetail, useFormat, useHousehold } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { type SplitForm, useAdjustmentText, useSplitText } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Avatar } from '../../../design/avatar.tsx'
import { Badge } from '../../../design/badge.tsx'
import { Scale } from '../../../design/icons.ts'
import { Money } from '../../../design/money.tsx'
import { Notice } from '../../../design/notice.tsx'
import { Text } from '../../../design/text.tsx'

/** What each person will bear of this period and of the next, to the last unit, as it will be posted. */
export const SplitPreview = ({ columns }: Pick<SplitForm, 'columns'>) => {
  const { t } = useTranslation('split')
  const format = useFormat()
  const { members, nameOf } = usePeople()
  const bearing = new Set(columns.flatMap(({ shares }) => shares.map(({ memberId }) => memberId)))
  const known = members.map(({ id }) => id).filter((id) => bearing.has(id))
  const people = [...known, ...[...bearing].filter((id) => !known.includes(id))]
  return (
    <View className="gap-3 rounded-control bg-sunken p-4">
      <Text accessibilityRole="header" size="sm" weight="semibold" tone="muted">
        {t('preview')}
      </Text>
      {columns.map(({ label, entry: { startsOn, amount }, shares }) => (
        <View key={label} className="gap-1">
          <View className="flex-row items-baseline justify-between gap-3">
            <Text size="sm" weight="semibold" className="min-w-0 flex-1">
              {`${label}, ${format.shortDate(startsOn)}`}
            </Text>
            <Money value={amount} size="sm" tone="muted" />
          </View>
          {people.map((id) => {
            const share = shares.find(({ memberId }) => memberId === id)
            return (
              <View key={id} className="min-h-8 flex-row items-center gap-2.5">
                <Avatar id={id} name={nameOf(id)} size="sm" />
                <Text size="sm" numberOfLines={1} className="min-w-0 flex-1">
                  {nameOf(id)}
                </Text>
                {share && share.days !== share.ofDays ? (
                  <Text size="xs" tone="muted">
                    {t('days', { days: share.days, count: share.ofDays })}
                  </Text>
                ) : null}
                {share ? (
                  <Money size="sm" value={{ amount: share.amount, currency: amount.currency }} />
                ) : (
                  <Text tone="faint">–</Text>
                )}
              </View>
            )
          })}
        </View>
      ))}
    </View>
  )
}

/** Paid periods are not paid again: what changes is what people owe each other, and this says how much. */
export const SplitAdjustments = ({
  adjustments: { periods, people },
  currency,
}: Pick<SplitForm, 'adjustments'> & { currency: string }) => {
  const { t } = useTranslation('split')
  const text = useAdjustmentText()
  if (periods === 0) return null
  return (
    <View accessibilityLiveRegion="polite">
      <Notice icon={Scale} tone="warn">
        <Text size="sm" weight="semibold" tone="warn">
          {t('adjusts', { count: periods })}
        </Text>
        {people.map((person) => (
          <Text key={person.memberId} size="sm" tone="warn">
            {text(person, currency)}
          </Text>
        ))}
      </Notice>
    </View>
  )
}

/** Every split with the day from which it holds, the newest first. */
export const SplitHistory = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('split')
  const format = useFormat()
  const { today } = useHousehold()
  const text = useSplitText()
  const { splits, debit } = subscription
  const inForce = splits.findLast(({ fromOn }) => fromOn === null || fromOn <= today)
  if (splits.length < 2) return null
  return (
    <View className="gap-2">
      <Text accessibilityRole="header" size="sm" weight="semibold" tone="muted">
        {t('history')}
      </Text>
      {splits.toReversed().map((since) => (
        <View key={since.fromOn ?? 'beginning'}>
          <View className="flex-row flex-wrap items-center gap-x-2">
            <Text size="sm" weight="medium">
              {since.fromOn === null ? t('beginning') : t('since', { date: format.shortDate(since.fromOn) })}
            </Text>
            {since === inForce ? <Badge tone="brand">{t('now')}</Badge> : null}
            {since.fromOn !== null && since.fromOn > today ? <Badge>{t('planned')}</Badge> : null}
          </View>
          <Text size="sm" tone="muted">
            {text(since.split, debit.currency)}
          </Text>
        </View>
      ))}
    </View>
  )
}
