import { type CalendarMonthView, useFormat } from '@streamline/client'
import { firstWeekdayIn, monthGrid } from '@streamline/client/insights'
import type { CalendarDate } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { Pressable, View } from 'react-native'
import { classes } from '../../design/classes.ts'
import { Text } from '../../design/text.tsx'

const Day = ({
  date,
  of,
  today,
  chosen,
  onPress,
}: {
  date: CalendarDate
  of: CalendarMonthView['days'][number] | undefined
  today: string
  chosen: boolean
  onPress: () => void
}) => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const count = of?.entries.length ?? 0
  const isToday = date === today
  return (
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={t('calendar.day', {
        date: format.date(date),
        count: t('calendar.things', { count }),
      })}
      accessibilityState={{ selected: chosen }}
      aria-pressed={chosen}
      aria-disabled={count === 0}
      disabled={count === 0}
      onPress={onPress}
      className={classes(
        'min-h-14 items-center gap-1 rounded-control py-1.5 active:bg-sunken',
        chosen && 'bg-brand-soft',
      )}
    >
      <View className={classes('size-7 items-center justify-center rounded-full', isToday && 'bg-brand')}>
        <Text
          size="sm"
          weight={isToday ? 'bold' : count > 0 ? 'semibold' : 'normal'}
          tone={isToday ? 'onBrand' : count > 0 ? 'ink' : 'faint'}
          allowFontScaling={false}
        >
          {format.dayOfMonth(date)}
        </Text>
      </View>
      {count > 0 ? (
        <View
          className={classes(
            'size-1.5 rounded-full',
            (of?.totals.length ?? 0) > 0 ? 'bg-brand' : 'bg-marigold',
          )}
        />
      ) : null}
    </Pressable>
  )
}

/** A month in weeks; a day on which something is can be pressed. */
export const CalendarGrid = ({
  view,
  chosen,
  onChoose,
}: {
  view: CalendarMonthView
  chosen: string | null
  onChoose: (day: string | null) => void
}) => {
  const format = useFormat()
  const days = new Map(view.days.map((day) => [day.on, day]))
  const weeks = monthGrid(view.month, firstWeekdayIn(format.locale))
  const whole = weeks.find((week) => week.every((day) => day !== null)) ?? []
  return (
    <View>
      <View aria-hidden importantForAccessibility="no-hide-descendants" className="flex-row pb-1">
        {whole.map((day) =>
          day === null ? null : (
            <Text
              key={day}
              size="xs"
              weight="medium"
              tone="muted"
              allowFontScaling={false}
              className="flex-1 text-center"
            >
              {format.weekdayLetter(day)}
            </Text>
          ),
        )}
      </View>
      {weeks.map((week) => (
        <View key={week.find((day) => day !== null)} className="flex-row gap-0.5 py-0.5">
          {week.map((day, at) => (
            <View key={day ?? `none ${at}`} className="min-w-0 flex-1">
              {day === null ? null : (
                <Day
                  date={day}
                  of={days.get(day)}
                  today={view.today}
                  chosen={chosen === day}
                  onPress={() => onChoose(chosen === day ? null : day)}
                />
              )}
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}
