import { itemsOf, type Charge, type SubscriptionDetail, useFormat, useHousehold } from '@streamline/client'
import {
  isOpen,
  type Payable,
  payableOf,
  useCharges,
  useMarkPaid,
  usePaidText,
  useSharesText,
} from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { type PeriodNode, shownTimeline, usePeriodNote } from '@streamline/client/subscriptions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { ActButton } from '../../../design/act-button.tsx'
import { Badge } from '../../../design/badge.tsx'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { classes } from '../../../design/classes.ts'
import { Money } from '../../../design/money.tsx'
import { Text } from '../../../design/text.tsx'
import { ChargeState } from '../../billing/badge-of-charge.tsx'

const dotOf = ({ place, entry: { state } }: PeriodNode): string => {
  if (place === 'expected') return 'border-2 border-line bg-surface'
  if (state === 'overdue') return 'bg-danger'
  if (state === 'due' || state === 'partlyPaid') return 'bg-marigold'
  return state === 'paid' ? 'bg-positive' : 'bg-strong'
}

const Period = ({
  period,
  subscription,
  charge,
  isLast,
  onPay,
  onOpen,
}: {
  period: PeriodNode
  subscription: SubscriptionDetail
  charge: Charge | undefined
  isLast: boolean
  onPay: (payable: Payable) => void
  onOpen: (chargeId: string) => void
}) => {
  const { t } = useTranslation(['subscriptions', 'verbs'])
  const format = useFormat()
  const { role } = useHousehold()
  const { several } = usePeople()
  const sharesText = useSharesText()
  const { sentence } = usePaidText()
  const { markPaid, isMarking } = useMarkPaid()
  const note = usePeriodNote(period, subscription.renewal)
  const { entry, place } = period
  const { chargeId, state, amount, startsOn, endsOn, payments } = entry
  const payable = role === 'viewer' ? null : payableOf(subscription, entry)
  const isShared = several && charge !== undefined && charge.shares.length > 1
  const quiet = place === 'expected' ? 'muted' : 'ink'
  return (
    <View className="flex-row gap-3.5">
      <View className="items-center">
        <View className={classes('mt-1.5 size-3.5 rounded-full', dotOf(period))} />
        {isLast ? null : <View className="w-0.5 flex-1 bg-line" />}
      </View>
      <View className="min-w-0 flex-1 pb-5">
        <View className="flex-row items-start justify-between gap-3">
          <View className="min-w-0 flex-1 flex-row flex-wrap items-center gap-x-2">
            <Text weight="semibold" tone={quiet}>
              {format.period(startsOn, endsOn)}
            </Text>
            {place === 'current' ? <Badge tone="brand">{t('timeline.now')}</Badge> : null}
          </View>
          {amount.amount === 0 ? (
            <Text weight="semibold" tone="muted">
              {t('timeline.free')}
            </Text>
          ) : (
            <Money value={amount} tone={quiet} />
          )}
        </View>
        <View className="flex-row items-start justify-between gap-3">
          <View className="min-w-0 flex-1">
            {note === '' ? null : (
              <Text size="sm" tone="muted">
                {note}
              </Text>
            )}
            {isShared ? (
              <Text size="sm" tone="muted">
                {sharesText(charge.shares)}
              </Text>
            ) : null}
            {payments.map((payment) => (
              <Text key={payment.id} size="sm" tone="muted">
                {sentence(payment)}
              </Text>
            ))}
          </View>
          {state && amount.amount > 0 ? <ChargeState state={state} /> : null}
          {place === 'expected' ? <Badge>{t('timeline.expected')}</Badge> : null}
        </View>
        <View className={classes('flex-row flex-wrap items-center gap-1', isOpen(entry) ? 'mt-2' : '-ml-4')}>
          {payable === null ? null : (
            <ActButton
              variant={isOpen(entry) ? 'soft' : 'quiet'}
              size="sm"
              busy={isMarking(payable.id)}
              label={`${t('verbs:markPaid')}: ${format.period(startsOn, endsOn)}`}
              onPress={() => void markPaid(payable.id, payable.subscriptionName)}
              onDetails={() => onPay(payable)}
            >
              {t('verbs:markPaid')}
            </ActButton>
          )}
          {chargeId === null ? null : (
            <Button
              variant="quiet"
              size="sm"
              label={t('timeline.detailsOf', { period: format.period(startsOn, endsOn) })}
              onPress={() => onOpen(chargeId)}
            >
              {t('timeline.details')}
            </Button>
          )}
        </View>
      </View>
    </View>
  )
}

/** Periods and their payments on one line, the newest first. */
export const TimelineCard = ({
  subscription,
  onPay,
  onOpen,
}: {
  subscription: SubscriptionDetail
  onPay: (payable: Payable) => void
  onOpen: (chargeId: string) => void
}) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const { today } = useHousehold()
  const [all, setAll] = useState({ ahead: false, behind: false })
  const charges = itemsOf(useCharges({ subscriptionId: subscription.id }).data)
  const { shown, moreAhead, moreBehind } = shownTimeline(subscription.timeline, today, all)
  return (
    <Card title={t('timeline.title')}>
      {moreAhead > 0 ? (
        <Button
          variant="quiet"
          size="sm"
          className="mb-2 -ml-3 self-start"
          onPress={() => setAll({ ...all, ahead: true })}
        >
          {t('timeline.moreAhead', { count: moreAhead })}
        </Button>
      ) : null}
      <View className="-mb-5">
        {shown.map((node, at) =>
          node.node === 'gap' ? (
            <View key={`gap ${node.from}`} className="flex-row gap-3.5">
              <View className="w-3.5 items-center">
                <View className="w-0.5 flex-1 bg-line" />
              </View>
              <Text size="sm" tone="faint" className="min-w-0 flex-1 pb-5">
                {t('timeline.gap', { count: node.days, period: format.period(node.from, node.until) })}
              </Text>
            </View>
          ) : (
            <Period
              key={node.entry.index}
              period={node}
              subscription={subscription}
              charge={charges.find(({ id }) => id === node.entry.chargeId)}
              isLast={at === shown.length - 1}
              onPay={onPay}
              onOpen={onOpen}
            />
          ),
        )}
      </View>
      {moreBehind > 0 ? (
        <Button
          variant="quiet"
          size="sm"
          className="mt-3 -ml-3 self-start"
          onPress={() => setAll({ ...all, behind: true })}
        >
          {t('timeline.moreBehind', { count: moreBehind })}
        </Button>
      ) : null}
    </Card>
  )
}
