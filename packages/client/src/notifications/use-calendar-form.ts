import { agendaKinds } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarFeed } from '../answers.ts'
import { showToast } from '../toasts/toast-store.ts'
import {
  type CalendarWishes,
  useChangeCalendarFeed,
  useEndCalendarFeed,
  useMakeCalendarFeed,
} from './calendar.queries.ts'

export const calendarScopes = ['own', 'household'] as const

type AgendaKind = CalendarWishes['kinds'][number]

/** With one kind of dates, or without it, in the order of all. */
export const withAgendaKind = (
  wishes: CalendarWishes,
  kind: AgendaKind,
  isWanted: boolean,
): CalendarWishes => ({
  ...wishes,
  kinds: agendaKinds.filter((one) => (one === kind ? isWanted : wishes.kinds.includes(one))),
})

const isSame = (one: CalendarWishes, other: CalendarWishes): boolean =>
  one.scope === other.scope && one.kinds.join(' ') === other.kinds.join(' ')

/** The calendar somebody has of the household: whose dates and which, its address, and its end. */
export const useCalendarForm = (feed: CalendarFeed | null) => {
  const { t } = useTranslation('notifications')
  const [wishes, setWishes] = useState<CalendarWishes>(feed ?? { scope: 'own', kinds: [...agendaKinds] })
  const make = useMakeCalendarFeed()
  const change = useChangeCalendarFeed()
  const end = useEndCalendarFeed()
  return {
    wishes,
    setWishes,
    isEmpty: wishes.kinds.length === 0,
    isChanged: feed !== null && !isSame(wishes, feed),
    /** Its address, told this once; null where none was made just now. */
    address: make.data?.url ?? null,
    error: make.error ?? change.error ?? end.error,
    makes: make.isPending,
    changes: change.isPending,
    ends: end.isPending,
    make: (): void => make.mutate(wishes),
    change: (): void => change.mutate(wishes, { onSuccess: () => showToast(t('saved')) }),
    end: (): void => end.mutate(undefined, { onSuccess: () => showToast(t('calendar.ended')) }),
    forgetAddress: (): void => make.reset(),
  }
}

/** A calendar program opens it by itself. */
export const calendarLink = (address: string): string => address.replace(/^https?:/, 'webcal:')
