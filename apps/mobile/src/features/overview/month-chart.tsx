import { type Overview, useFormat } from '@streamline/client'
import { monthStacks, sumOfStack } from '@streamline/client/overview'
import { kinds } from '@streamline/client/subscriptions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Pressable, View } from 'react-native'
import { classes } from '../../design/classes.ts'
import { Text } from '../../design/text.tsx'

const fills = {
  ott: 'bg-ott',
  mobile: 'bg-mobile',
  broadband: 'bg-broadband',
  tv: 'bg-tv',
  other: 'bg-other',
}

const height = 104

/** Bars stacked by kind; a press on a month tells what it came to. */
export const MonthChart = ({ months, currency }: { months: Overview['months']; currency: string }) => {
  const { t } = useTranslation('overview')
  const words = useTranslation('words').t
  const format = useFormat()
  const stacks = monthStacks(months, currency)
  const most = Math.max(1, ...stacks.map(({ parts }) => sumOfStack(parts)))
  const [pressed, press] = useState<number | null>(null)
  const shown = pressed ?? stacks.length - 1
  const amounts = stacks[shown]?.parts ?? []
  const present = kinds.filter((kind) =>
    stacks.some(({ parts }) => parts.some((part) => part.kind === kind && part.amount > 0)),
  )
  return (
    <View accessibilityLabel={t('month.chart')} className="gap-2">
      <View className="flex-row border-b border-line">
        {stacks.map(({ month, parts }, index) => (
          <Pressable
            key={month}
            accessibilityRole="button"
            accessibilityState={{ selected: index === shown }}
            accessibilityLabel={`${format.month(month)}: ${format.money({ amount: sumOfStack(parts), currency })}`}
            onPress={() => press(index)}
            className={classes(
              'min-w-0 flex-1 items-center justify-end gap-px px-1',
              index !== shown && 'opacity-45',
            )}
            style={{ height }}
          >
            {parts
              .toReversed()
              .map(({ kind, amount }) =>
                amount > 0 ? (
                  <View
                    key={kind}
                    className={classes('w-full max-w-9 rounded-[3px]', fills[kind])}
                    style={{ height: Math.max(1, (amount / most) * (height - 12)) }}
                  />
                ) : null,
              )}
          </Pressable>
        ))}
      </View>
      <View aria-hidden className="flex-row">
        {stacks.map(({ month }, index) => (
          <Text
            key={month}
            size="xs"
            tone={index === shown ? 'ink' : 'faint'}
            weight={index === shown ? 'bold' : 'normal'}
            numberOfLines={1}
            className="flex-1 text-center"
          >
            {format.month(month, 'short')}
          </Text>
        ))}
      </View>
      <View className="flex-row flex-wrap gap-x-4 gap-y-1">
        {present.map((kind) => (
          <View key={kind} className="flex-row items-center gap-1.5">
            <View className={classes('size-2.5 rounded-full', fills[kind])} />
            <Text size="xs" tone="muted">
              {words(`kind.${kind}`)}
            </Text>
            {pressed === null ? null : (
              <Text size="xs" weight="semibold">
                {format.money({ amount: amounts.find((part) => part.kind === kind)?.amount ?? 0, currency })}
              </Text>
            )}
          </View>
        ))}
      </View>
    </View>
  )
}
