import type { CalendarDate, ReminderKind } from '@streamline/domain'
import type { Locale } from '../../platform/mail/letter.ts'
import { headlineIn, toldIn } from '../letters/reminder-words.ts'
import type { Said } from '../letters/said.types.ts'

type Parts = readonly [Said, ...Said[]]

/** Where somebody acts on what they were told. */
export const pageOf = ({ kind, subscriptionId }: Pick<Said, 'kind' | 'subscriptionId'>): string => {
  if (kind === 'settlement' || kind === 'settleUp') return '/money?tab=between'
  if (kind === 'joined' || kind === 'left') return '/settings/people'
  if (kind === 'budget') return '/insights?view=forecast'
  return subscriptionId === null ? '/home' : `/subscriptions/${subscriptionId}`
}

/** What is said where there is little room: one thing whole, of several each in a line. */
export const shortly = (parts: Parts, today: CalendarDate, locale: Locale) => {
  const [first] = parts
  const isOne = parts.length === 1
  const told = parts.map((part) => toldIn(part, today, locale))
  return {
    title: headlineIn(parts, today, locale),
    body: told.map(({ title, text }) => (isOne ? text : title)).join('\n'),
    path: isOne ? pageOf(first) : '/inbox',
    kind: first.kind,
  }
}

interface Pushed {
  readonly title: string
  readonly body: string
  readonly path: string
  readonly kind: ReminderKind
  readonly tag: string
  readonly subject: { householdId: string; subscriptionId: string | null; on: CalendarDate } | null
}

/** What a device shows of it, the same whether it is sent there or was planned there. */
export const pushedOf = (
  parts: Parts,
  { householdId, today, locale }: { householdId: string; today: CalendarDate; locale: Locale },
): Pushed => {
  const [{ kind, subjectId, subscriptionId, on }, ...rest] = parts
  const isOne = rest.length === 0
  return {
    ...shortly(parts, today, locale),
    // The next word about the same takes the place of the one before; so does the next day's of a whole day.
    tag: isOne ? `${kind} ${subjectId} ${on}` : `several ${householdId}`,
    subject: isOne ? { householdId, subscriptionId, on } : null,
  }
}
