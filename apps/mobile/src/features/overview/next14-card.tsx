import { type Overview, useFormat } from '@streamline/client'
import { dayTotals } from '@streamline/client/overview'
import { addDays } from '@streamline/domain'
import { useRouter } from 'expo-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Pressable, View } from 'react-native'
import { Badge } from '../../design/badge.tsx'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Card, Hairline } from '../../design/card.tsx'
import { classes } from '../../design/classes.ts'
import { Icon } from '../../design/icon.tsx'
import { ChevronDown, ChevronUp } from '../../design/icons.ts'
import { RowLink } from '../../design/list-row.tsx'
import { Amounts, Money } from '../../design/money.tsx'
import { Text } from '../../design/text.tsx'
import { PayerBars } from './payer-bars.tsx'

type Next14 = Overview['next14']

/** The fortnight at a glance. The list of debits beneath says the same in words, so this is hidden from readers. */
const DayStrip = ({
  next14,
  today,
  currency,
}: {
  next14: Next14
  today: Overview['today']
  currency: string
}) => {
  const format = useFormat()
  const days = dayTotals(next14.days, { today, days: 14, currency })
  const most = Math.max(1, ...days.map(({ amount }) => amount))
  return (
    <View aria-hidden importantForAccessibility="no-hide-descendants" className="flex-row gap-1">
      {days.map(({ on, amount }, index) => (
        <View key={on} className="min-w-0 flex-1 items-center gap-1">
          <View className="h-16 w-full justify-end overflow-hidden rounded-md bg-sunken">
            {amount > 0 ? (
              <View
                className={classes('w-full rounded-md', index === 0 ? 'bg-marigold' : 'bg-brand')}
                style={{ height: `${Math.max(14, Math.round((amount / most) * 100))}%` }}
              />
            ) : null}
          </View>
          <Text
            tone={index === 0 ? 'ink' : amount > 0 ? 'muted' : 'faint'}
            weight={index === 0 ? 'bold' : amount > 0 ? 'semibold' : 'normal'}
            className="text-[11px]"
            allowFontScaling={false}
          >
            {format.dayOfMonth(on)}
          </Text>
        </View>
      ))}
    </View>
  )
}

const Debits = ({ next14: { count, debits } }: { next14: Next14 }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Hairline />
      <Pressable
        accessibilityRole="button"
        aria-expanded={open}
        onPress={() => setOpen(!open)}
        className="min-h-13 flex-row items-center justify-between px-5 active:bg-sunken"
      >
        <Text weight="semibold" tone="brand">
          {count > debits.length
            ? t('next14.first', { shown: debits.length, count })
            : t('next14.show', { count })}
        </Text>
        <Icon of={open ? ChevronUp : ChevronDown} size={18} tone="brand" />
      </Pressable>
      {open
        ? debits.map((debit) => (
            <RowLink
              key={`${debit.subscriptionId} ${debit.on}`}
              onPress={() =>
                router.push({ pathname: '/subscriptions/[id]', params: { id: debit.subscriptionId } })
              }
              leading={
                <BrandTile
                  name={debit.providerId ?? debit.name}
                  color={debit.brandColor}
                  look={debit.look}
                  size="sm"
                />
              }
              title={debit.name}
              subtitle={format.date(debit.on)}
              trailing={
                <>
                  <Money value={debit.amount} />
                  {debit.expected ? <Badge>{t('next14.expected')}</Badge> : null}
                </>
              }
            />
          ))
        : null}
    </>
  )
}

/** Second answer: money out in the next 14 days, by payer. */
export const Next14Card = ({ overview: { today, currency, next14 } }: { overview: Overview }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  return (
    <Card title={t('next14.title')} flush>
      <View className="gap-4 px-5 pb-5">
        <View>
          <Amounts values={next14.totals} currency={currency} size="xl" />
          <Text size="sm" tone="muted">
            {next14.count === 0
              ? t('next14.none')
              : t('next14.lead', { date: format.date(addDays(next14.until, -1)) })}
          </Text>
        </View>
        {next14.count > 0 ? <DayStrip next14={next14} today={today} currency={currency} /> : null}
        {next14.count > 0 && next14.byPayer.length > 1 ? (
          <PayerBars payers={next14.byPayer} currency={currency} />
        ) : null}
      </View>
      {next14.count > 0 ? <Debits next14={next14} /> : null}
    </Card>
  )
}
