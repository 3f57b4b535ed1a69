import { describe, expect, it } from 'vitest'
import { cancelFacts } from '../subscription/stop.ts'
import { factsOf, inr, on, packFrom, termsFrom } from '../test-drafts.ts'
import { isOnLine, lineTimeline, type ServedSubscription } from './line-timeline.ts'

const today = on('2026-11-23')
const jio: ServedSubscription = { id: 'jio', facts: factsOf(packFrom('2026-10-01')), records: [] }
const airtel: ServedSubscription = {
  id: 'airtel',
  facts: factsOf(termsFrom('2026-11-10', { billDay: 10, dueDays: 15 })),
  records: [
    {
      id: 'b1',
      on: today,
      at: '2026-11-23T06:00:00Z',
      by: 'asha',
      act: {
        kind: 'charged',
        extra: {
          purpose: 'booster',
          title: '2 GB',
          price: inr(2900),
          startsOn: on('2026-11-20'),
          endsOn: on('2026-11-22'),
          dueOn: on('2026-11-20'),
        },
      },
    },
  ],
}

const shownOf = (served: readonly ServedSubscription[]) =>
  lineTimeline(served, today).map(
    ({ subscriptionId, as, extra, startsOn, usableUntil }) =>
      `${extra?.title ?? subscriptionId} ${as} ${startsOn}–${usableUntil ?? ''}`,
  )

const cancelled = (id: string, startsOn: string, requestedOn: string): ServedSubscription => ({
  id,
  facts: cancelFacts(factsOf(termsFrom(startsOn)), { requestedOn: on(requestedOn), mode: 'now' }),
  records: [],
})

describe('the timeline of a number', () => {
  it('shows packs, boosters and what is billed afterwards in the order in which they began', () => {
    expect(shownOf([airtel, jio])).toEqual([
      'jio prepaid 2026-10-01–2026-10-28',
      'airtel postpaid 2026-11-10–',
      '2 GB prepaid 2026-11-20–2026-11-21',
    ])
  })

  it('ends what was cancelled on the day before it is over, and never before it began', () => {
    expect(
      shownOf([cancelled('a', '2026-09-01', '2026-11-10'), cancelled('b', '2026-11-12', '2026-11-12')]),
    ).toEqual(['a prepaid 2026-09-01–2026-11-09', 'b prepaid 2026-11-12–2026-11-12'])
  })

  it('tells what is on it now from what was', () => {
    const timeline = lineTimeline([airtel, jio], today)
    expect(
      timeline.filter((stretch) => isOnLine(stretch, today)).map(({ subscriptionId }) => subscriptionId),
    ).toEqual(['airtel'])
  })

  it('has what begins later', () => {
    const later = { id: 'later', facts: factsOf(termsFrom('2026-12-01')), records: [] }
    const [stretch] = lineTimeline([later], today)
    expect(stretch).toMatchObject({ status: 'scheduled', usableUntil: null })
  })
})
