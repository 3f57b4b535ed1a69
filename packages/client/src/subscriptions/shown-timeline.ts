import type { CalendarDate } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import type { SubscriptionDetail, TimelineEntry } from '../answers.ts'
import { useFormat } from '../format/format.ts'
import { type PeriodNode, timelineOf } from './timeline.ts'

/** Nearest forecasts, and latest past periods, that are shown without asking. */
const ahead = 2
const behind = 5

/** What of the line is shown at first, and how much more there is on either side. */
export const shownTimeline = (
  entries: readonly TimelineEntry[],
  today: CalendarDate,
  all: { readonly ahead: boolean; readonly behind: boolean },
) => {
  const nodes = timelineOf(entries, today)
  const expected = nodes.filter((node) => node.node === 'period' && node.place === 'expected')
  const real = nodes.filter((node) => !expected.includes(node))
  const firstPast = real.findIndex((node) => node.node === 'period' && node.place === 'past')
  const shownUpTo = firstPast === -1 ? real.length : firstPast + behind
  return {
    shown: [
      ...(all.ahead ? expected : expected.slice(-ahead)),
      ...(all.behind ? real : real.slice(0, shownUpTo)),
    ],
    moreAhead: all.ahead ? 0 : Math.max(0, expected.length - ahead),
    moreBehind: all.behind ? 0 : Math.max(0, real.length - shownUpTo),
  }
}

/** What a period says under its dates. */
export const usePeriodNote = (
  { place, entry, priceBefore }: PeriodNode,
  renewal: SubscriptionDetail['renewal'],
): string => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const { phase, planName, dueOn, startsOn, state, tax, net } = entry
  const notes = [
    planName,
    phase === 'trial' ? t('timeline.trial') : phase === 'intro' ? t('timeline.intro') : null,
    place === 'expected' && renewal === 'manual' ? t('timeline.ifRecharged') : null,
    state !== 'paid' && phase !== 'trial' && (place !== 'expected' || dueOn !== startsOn)
      ? t('timeline.dueOn', { date: format.date(dueOn) })
      : null,
    priceBefore
      ? t('timeline.priceChange', { before: format.money(priceBefore), after: format.money(net) })
      : null,
    tax.amount > 0 && place === 'current' ? t('timeline.withTax', { tax: format.money(tax) }) : null,
  ]
  return notes.filter((note) => note !== null).join(' · ')
}
