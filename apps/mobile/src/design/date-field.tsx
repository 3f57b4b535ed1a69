import { useFormat } from '@streamline/client'
import { monthGrid } from '@streamline/client/insights'
import { addDays, addMonths, isCalendarDate, startOfMonth, type CalendarDate } from '@streamline/domain'
import { useState } from 'react'
import { Pressable, View } from 'react-native'
import { Button, IconButton } from './button.tsx'
import { chosen as chosenOf } from './chosen.ts'
import { classes } from './classes.ts'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'
import { CalendarDays, ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from './icons.ts'
import { Sheet } from './sheet.tsx'
import { Text } from './text.tsx'

const nextMonth = (month: CalendarDate): CalendarDate => startOfMonth(addDays(month, 31))
const yearFrom = (month: CalendarDate, months: 12 | -12): CalendarDate =>
  startOfMonth(addMonths(month, months))
const monthBefore = (month: CalendarDate): CalendarDate => startOfMonth(addDays(month, -1))

/** A calendar date, chosen in a month; no clock of the device is asked. */
export const DateField = ({
  label,
  value,
  today,
  min,
  max,
  none,
  hint,
  error,
  onChange,
}: {
  label: string
  value: string
  today: CalendarDate
  /** No earlier day can be meant. */
  min?: CalendarDate | undefined
  /** No later day can be meant. */
  max?: CalendarDate | undefined
  /** What no day means, where none has to be chosen, and how to go back to that. */
  none?: { readonly label: string; readonly onClear: () => void }
  hint?: string | undefined
  error?: string | undefined
  onChange: (value: CalendarDate) => void
}) => {
  const format = useFormat()
  const chosen = isCalendarDate(value) ? value : today
  const [open, setOpen] = useState(false)
  const [month, setMonth] = useState(startOfMonth(chosen))
  const weeks = monthGrid(month.slice(0, 7), 0)
  const isNone = none !== undefined && !isCalendarDate(value)
  const shown = isNone ? none.label : format.longDate(chosen)
  return (
    <Field label={label} hint={hint} error={error}>
      <Pressable
        accessibilityRole="button"
        accessibilityLabel={`${label}: ${shown}`}
        onPress={() => {
          setMonth(startOfMonth(chosen))
          setOpen(true)
        }}
        className={classes(
          'min-h-13 flex-row items-center justify-between rounded-control border bg-surface px-4 active:bg-sunken',
          error ? 'border-danger' : 'border-strong/60',
        )}
      >
        <Text tone={isNone ? 'muted' : 'ink'}>{shown}</Text>
        <Icon of={CalendarDays} tone="muted" />
      </Pressable>
      <Sheet title={label} open={open} onClose={() => setOpen(false)}>
        <View className="flex-row items-center justify-between">
          <IconButton
            icon={ChevronsLeft}
            label={format.monthAndYear(yearFrom(month, -12).slice(0, 7))}
            onPress={() => setMonth(yearFrom(month, -12))}
          />
          <IconButton
            icon={ChevronLeft}
            label={format.monthAndYear(monthBefore(month).slice(0, 7))}
            onPress={() => setMonth(monthBefore(month))}
          />
          <Text weight="bold" className="min-w-0 flex-1 text-center" accessibilityLiveRegion="polite">
            {format.monthAndYear(month.slice(0, 7))}
          </Text>
          <IconButton
            icon={ChevronRight}
            label={format.monthAndYear(nextMonth(month).slice(0, 7))}
            onPress={() => setMonth(nextMonth(month))}
          />
          <IconButton
            icon={ChevronsRight}
            label={format.monthAndYear(yearFrom(month, 12).slice(0, 7))}
            onPress={() => setMonth(yearFrom(month, 12))}
          />
        </View>
        <View>
          <View aria-hidden className="flex-row">
            {Array.from({ length: 7 }, (_, day) => (
              <Text key={day} size="xs" tone="faint" className="flex-1 text-center">
                {format.weekdayLetter(addDays('1900-01-01' as CalendarDate, day))}
              </Text>
            ))}
          </View>
          {weeks.map((week) => (
            <View key={week.find((on) => on !== null)} className="flex-row">
              {week.map((on, day) => {
                const isOut =
                  on === null || (max !== undefined && on > max) || (min !== undefined && on < min)
                return (
                  <Pressable
                    key={on ?? `none ${day}`}
                    disabled={isOut}
                    accessibilityElementsHidden={on === null}
                    accessibilityRole={on === null ? undefined : 'button'}
                    accessibilityLabel={on === null ? undefined : format.longDate(on)}
                    {...chosenOf(on === value)}
                    aria-disabled={isOut}
                    onPress={() => {
                      if (on === null) return
                      onChange(on)
                      setOpen(false)
                    }}
                    className={classes(
                      'h-12 flex-1 items-center justify-center rounded-full',
                      on !== null && on === value ? 'bg-brand' : 'active:bg-brand-soft',
                    )}
                  >
                    {on === null ? null : (
                      <Text
                        weight={on === today || on === value ? 'bold' : 'normal'}
                        tone={on === value ? 'onBrand' : isOut ? 'faint' : on === today ? 'brand' : 'ink'}
                      >
                        {format.dayOfMonth(on)}
                      </Text>
                    )}
                  </Pressable>
                )
              })}
            </View>
          ))}
        </View>
        {none === undefined || isNone ? null : (
          <Button
            variant="quiet"
            onPress={() => {
              none.onClear()
              setOpen(false)
            }}
          >
            {none.label}
          </Button>
        )}
      </Sheet>
    </Field>
  )
}
