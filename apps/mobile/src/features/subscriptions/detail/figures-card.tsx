import { type SubscriptionDetail, useFormat, useHousehold } from '@streamline/client'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Card, Hairline } from '../../../design/card.tsx'
import { Amounts, Money } from '../../../design/money.tsx'
import { Text } from '../../../design/text.tsx'

const Figure = ({ label, under, children }: { label: string; under: string; children: ReactNode }) => (
  <View className="flex-row items-center justify-between gap-4 py-3">
    <View className="min-w-0 flex-1">
      <Text size="sm" weight="semibold" tone="faint">
        {label}
      </Text>
      <Text size="sm" tone="muted">
        {under}
      </Text>
    </View>
    {children}
  </View>
)

/** The three sums people ask for: what comes next, what it really costs, what it has cost. */
export const FiguresCard = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const { currency } = useHousehold()
  const { nextDebit, monthlyCost, lifetimeSpend, startsOn, status } = subscription
  const average =
    status === 'expired'
      ? 'figure.whileRunning'
      : status === 'scheduled'
        ? 'figure.onceRunning'
        : 'figure.average'
  return (
    <Card className="py-2">
      <Figure
        label={nextDebit?.expected ? t('figure.nextRecharge') : t('figure.nextDebit')}
        under={
          nextDebit ? `${format.date(nextDebit.on)} · ${format.relative(nextDebit.on)}` : t('figure.noDebit')
        }
      >
        {nextDebit ? (
          <Money value={nextDebit.amount} size="lg" />
        ) : (
          <Text size="xl" weight="bold">
            –
          </Text>
        )}
      </Figure>
      <Hairline />
      <Figure label={t('figure.monthly')} under={t(average)}>
        <Money value={monthlyCost} size="lg" />
      </Figure>
      <Hairline />
      <Figure
        label={t('figure.lifetime')}
        under={t(status === 'scheduled' ? 'figure.starts' : 'figure.since', {
          date: format.shortDate(startsOn),
        })}
      >
        <Amounts values={lifetimeSpend} currency={currency} size="lg" />
      </Figure>
    </Card>
  )
}
