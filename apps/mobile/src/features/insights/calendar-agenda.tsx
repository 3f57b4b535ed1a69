import { type CalendarMonthView, useFormat } from '@streamline/client'
import { useInsightsText } from '@streamline/client/insights'
import { useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { Pressable, View } from 'react-native'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { classes } from '../../design/classes.ts'
import { Money } from '../../design/money.tsx'
import { Heading, Text } from '../../design/text.tsx'

type Entry = CalendarMonthView['days'][number]['entries'][number]

const EntryRow = ({ entry }: { entry: Entry }) => {
  const router = useRouter()
  const say = useInsightsText()
  const struck = entry.cancelled && 'line-through'
  return (
    <Pressable
      accessibilityRole="button"
      onPress={() => router.push({ pathname: '/subscriptions/[id]', params: { id: entry.subscriptionId } })}
      className="min-h-13 flex-row items-center gap-3 px-5 py-1.5 active:bg-sunken"
    >
      <BrandTile name={entry.providerId ?? entry.name} color={entry.brandColor} look={entry.look} size="sm" />
      <View className="min-w-0 flex-1">
        <Text weight="medium" numberOfLines={1} className={classes(struck)}>
          {entry.name}
        </Text>
        <Text size="sm" tone="muted" numberOfLines={1}>
          {say.entry(entry)}
        </Text>
      </View>
      {entry.amount === null ? null : <Money value={entry.amount} size="sm" />}
    </Pressable>
  )
}

/** What each day brings, in words. */
export const CalendarAgenda = ({
  days,
  onAll,
}: {
  days: CalendarMonthView['days']
  /** Null where the whole month is shown. */
  onAll: (() => void) | null
}) => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  return (
    <Card flush className="py-2">
      {days.length === 0 ? (
        <Text tone="muted" className="px-5 py-3">
          {t('calendar.empty')}
        </Text>
      ) : null}
      {days.map(({ on, totals, entries }) => (
        <View key={on} className="py-2">
          <View className="flex-row items-baseline justify-between gap-3 px-5 pb-1">
            <Heading size="sm" tone="muted" weight="semibold" className="min-w-0 flex-1">
              {format.date(on)}
            </Heading>
            <Text size="sm" tone="muted" style={{ fontVariant: ['tabular-nums', 'lining-nums'] }}>
              {totals.map((total) => format.money(total)).join(' + ')}
            </Text>
          </View>
          {entries.map((entry) => (
            <EntryRow key={`${entry.subscriptionId} ${entry.entry}`} entry={entry} />
          ))}
        </View>
      ))}
      {onAll === null ? null : (
        <Button variant="secondary" size="sm" className="mx-5 mt-2 mb-3 self-start" onPress={onAll}>
          {t('calendar.all')}
        </Button>
      )}
    </Card>
  )
}
