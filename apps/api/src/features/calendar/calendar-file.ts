import type { AgendaEntry } from '@streamline/domain'
import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { Locale } from '../../platform/mail/letter.ts'
import { moneyText } from '../../platform/format/money-text.ts'
import { calendarWords } from './calendar-words.ts'

/** A line of the calendar, and what it is about. */
export interface CalendarLine extends AgendaEntry {
  readonly subscriptionId: string
  readonly name: string
  /** Null where it is whoever reads. */
  readonly payer: string | null
  readonly url: string
  /** Of the subscription: it grows with each change, and so does the event's. */
  readonly revision: number
  /** When the subscription was changed last, an ISO instant: of the same facts comes the same file. */
  readonly changedAt: string
}

/** Seconds: nine in the morning of the day before, counted from the midnight with which the day begins. */
const BEFORE = 15 * 60 * 60
const LOOK_AGAIN = 6 * 60 * 60

/** A calendar of whole days (RFC 5545), each event under a name that stays. */
export const calendarFile = (lines: readonly CalendarLine[], name: string, locale: Locale): string => {
  const words = calendarWords[locale]
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Streamline', product: 'Household', language: locale.toUpperCase() },
    ttl: LOOK_AGAIN,
  })
  for (const line of lines) {
    const amount = line.amount === null ? null : moneyText(line.amount, locale)
    const changedAt = new Date(line.changedAt)
    const event = calendar.createEvent({
      id: `${line.subscriptionId}-${line.key.replaceAll(' ', '-')}@streamline`,
      sequence: line.revision,
      allDay: true,
      start: dayOf(line.on),
      stamp: changedAt,
      lastModified: changedAt,
      summary: words.title[line.kind](line.name, amount),
      description: line.payer === null ? null : words.pays(line.payer),
      url: line.url,
      status: line.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
    if (!line.isCancelled) event.createAlarm({ type: ICalAlarmType.display, triggerBefore: BEFORE })
  }
  return calendar.toString()
}

/** The generator writes the local date of what it is given; the one that stands in the terms is meant. */
const dayOf = (on: string): Date => {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  return new Date(year, month - 1, day)
}
