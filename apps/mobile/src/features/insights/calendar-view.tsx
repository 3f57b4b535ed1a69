import { useFormat, useHousehold } from '@streamline/client'
import { monthAfter, useMonthView } from '@streamline/client/insights'
import { monthOf } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button, IconButton } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { classes } from '../../design/classes.ts'
import { ChevronLeft, ChevronRight } from '../../design/icons.ts'
import { Heading } from '../../design/text.tsx'
import { CalendarAgenda } from './calendar-agenda.tsx'
import { CalendarGrid } from './calendar-grid.tsx'
import { Loaded } from './loaded.tsx'

/** A month of dates: a grid to tap, and what each day brings. */
export const CalendarView = () => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const { today } = useHousehold()
  const thisMonth = monthOf(today)
  const [month, setMonth] = useState(thisMonth)
  const [chosen, choose] = useState<string | null>(null)
  const query = useMonthView(month)
  const show = (next: string): void => {
    choose(null)
    setMonth(next)
  }
  return (
    <Loaded query={query}>
      {(view) => (
        <>
          <Card flush className="p-3">
            <View className="flex-row items-center justify-between pb-1 pl-2">
              <Heading accessibilityLiveRegion="polite" className="min-w-0 flex-1 tracking-tight">
                {format.monthAndYear(view.month)}
              </Heading>
              {view.month === thisMonth ? null : (
                <Button variant="quiet" size="sm" className="px-2" onPress={() => show(thisMonth)}>
                  {t('calendar.today')}
                </Button>
              )}
              <IconButton
                icon={ChevronLeft}
                label={t('calendar.before')}
                onPress={() => show(monthAfter(month, -1))}
              />
              <IconButton
                icon={ChevronRight}
                label={t('calendar.after')}
                onPress={() => show(monthAfter(month, 1))}
              />
            </View>
            <View className={classes(query.isPlaceholderData && 'opacity-60')}>
              <CalendarGrid view={view} chosen={chosen} onChoose={choose} />
            </View>
          </Card>
          <CalendarAgenda
            days={chosen === null ? view.days : view.days.filter(({ on }) => on === chosen)}
            onAll={chosen === null ? null : () => choose(null)}
          />
        </>
      )}
    </Loaded>
  )
}
