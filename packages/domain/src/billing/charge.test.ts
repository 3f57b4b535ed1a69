import { describe, expect, it } from 'vitest'
import { every, factsOf, inr, on, packFrom, startsOf, termsFrom } from '../test-drafts.ts'
import { cancelFacts, pauseFacts, renewFacts } from '../subscription/stop.ts'
import { chargesToRaise, chargeStateOf, outstandingOf } from './charge.ts'
import type { ChargeFacts, ChargeState } from './charge.ts'

const charge = (changes: Partial<ChargeFacts> = {}): ChargeFacts => ({
  billedOn: on('2026-03-01'),
  dueOn: on('2026-03-15'),
  amount: 100,
  paid: 0,
  waived: false,
  voided: false,
  ...changes,
})

describe('chargeStateOf', () => {
  it.each<[string, Partial<ChargeFacts>, ChargeState]>([
    ['2026-02-28', {}, 'upcoming'],
    ['2026-02-28', { paid: 100 }, 'paid'],
    ['2026-02-28', { paid: 1 }, 'partlyPaid'],
    ['2026-03-01', {}, 'due'],
    ['2026-03-15', {}, 'due'],
    ['2026-03-15', { paid: 99 }, 'partlyPaid'],
    ['2026-03-16', {}, 'overdue'],
    ['2026-03-16', { paid: 99 }, 'overdue'],
    ['2026-03-16', { paid: 100 }, 'paid'],
    ['2026-03-16', { paid: 150 }, 'paid'],
    ['2026-03-16', { amount: 0 }, 'paid'],
    ['2026-03-16', { waived: true }, 'waived'],
    ['2026-03-16', { waived: true, paid: 100 }, 'waived'],
    ['2026-03-16', { waived: true, voided: true }, 'void'],
    ['2026-02-28', { voided: true }, 'void'],
    ['2026-03-01', { amount: -100 }, 'due'],
    ['2026-03-01', { amount: -100, paid: -100 }, 'paid'],
  ])('on %s of %o is %s', (today, changes, state) => {
    expect(chargeStateOf(charge(changes), on(today))).toBe(state)
  })
})

describe('outstandingOf', () => {
  it('is what is left to pay, never less than nothing', () => {
    expect(outstandingOf(charge({ paid: 30 }))).toBe(70)
    expect(outstandingOf(charge({ paid: 130 }))).toBe(0)
    expect(outstandingOf(charge({ amount: -100, paid: -30 }))).toBe(-70)
    expect(outstandingOf(charge({ amount: -100, paid: -130 }))).toBe(0)
    expect(outstandingOf(charge({ waived: true }))).toBe(0)
    expect(outstandingOf(charge({ voided: true }))).toBe(0)
  })
})

describe('chargesToRaise', () => {
  const facts = factsOf(termsFrom('2026-01-31'))

  it('has exactly one ahead', () => {
    expect(startsOf(chargesToRaise(facts, on('2026-02-27')))).toEqual(['2026-01-31', '2026-02-28'])
    expect(startsOf(chargesToRaise(facts, on('2026-02-28')))).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
    ])
    expect(startsOf(chargesToRaise(facts, on('2025-06-01')))).toEqual(['2026-01-31'])
  })

  it('of a postpaid one has the running bill ahead', () => {
    const postpaid = factsOf(termsFrom('2026-01-05', { billDay: 5, dueDays: 15 }))
    expect(chargesToRaise(postpaid, on('2026-02-04')).map(({ billedOn }) => billedOn)).toEqual(['2026-02-05'])
    expect(chargesToRaise(postpaid, on('2026-02-05')).map(({ billedOn }) => billedOn)).toEqual([
      '2026-02-05',
      '2026-03-05',
    ])
  })

  it('of a manual one has what was recharged', () => {
    const pack = factsOf(packFrom('2026-01-01'))
    expect(startsOf(chargesToRaise(pack, on('2026-06-01')))).toEqual(['2026-01-01'])
    const renewed = renewFacts(pack, { renewedOn: on('2026-01-10'), today: on('2026-01-10') })
    expect(startsOf(chargesToRaise(renewed.facts, on('2026-01-10')))).toEqual(['2026-01-01', '2026-01-29'])
    expect(startsOf(chargesToRaise(renewed.facts, on('2026-01-10'), { fromIndex: 1 }))).toEqual([
      '2026-01-29',
    ])
  })

  it('skips what exists already', () => {
    expect(chargesToRaise(facts, on('2026-06-15'), { fromIndex: 4 }).map(({ index }) => index)).toEqual([
      4, 5,
    ])
    expect(chargesToRaise(facts, on('2026-06-15'), { fromIndex: 6 })).toEqual([])
    expect(chargesToRaise(facts, on('2026-06-15'), { fromIndex: 9 })).toEqual([])
    expect(chargesToRaise(facts, on('2025-06-15'), { fromIndex: 0 })).toHaveLength(1)
  })

  it('stops at a cancellation and bills the last postpaid days', () => {
    const cancelled = cancelFacts(facts, { requestedOn: on('2026-02-10'), mode: 'atPeriodEnd' })
    expect(startsOf(chargesToRaise(cancelled, on('2026-09-01')))).toEqual(['2026-01-31'])
    const postpaid = factsOf(termsFrom('2026-01-05', { billDay: 5, price: inr(28_000) }))
    const now = cancelFacts(postpaid, { requestedOn: on('2026-02-12'), mode: 'now' })
    expect(chargesToRaise(now, on('2026-02-12')).map(({ billedOn, amount }) => [billedOn, amount])).toEqual([
      ['2026-02-05', 28_000],
      ['2026-02-12', 7000],
    ])
  })

  it('raises nothing that begins in a pause', () => {
    const today = on('2026-02-10')
    const open = pauseFacts(facts, { fromOn: on('2026-03-01') }, today)
    expect(startsOf(chargesToRaise(open, on('2026-09-01')))).toEqual(['2026-01-31', '2026-02-28'])
    const planned = pauseFacts(facts, { fromOn: on('2026-03-01'), untilOn: on('2026-08-20') }, today)
    expect(startsOf(chargesToRaise(planned, on('2026-05-01')))).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-08-20',
    ])
    const past = { ...facts, pauses: [{ fromOn: on('2026-02-15'), untilOn: on('2026-03-31') }] }
    expect(startsOf(chargesToRaise(past, on('2026-02-20')))).toEqual(['2026-01-31', '2026-03-31'])
    expect(startsOf(chargesToRaise(past, on('2026-02-20'), { fromIndex: 2 }))).toEqual(['2026-03-31'])
    expect(chargesToRaise(past, on('2026-02-20'), { fromIndex: 3 })).toEqual([])
    expect(startsOf(chargesToRaise(past, on('2026-04-01')))).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-04-30',
    ])
  })

  it('raises at most 1000 at once', () => {
    const daily = factsOf(termsFrom('2026-01-01', { interval: every(1, 'day') }))
    expect(chargesToRaise(daily, on('2028-09-25'))).toHaveLength(1000)
    const tooMany: unknown = expect.objectContaining({ code: 'too-many-periods' })
    expect(() => chargesToRaise(daily, on('2028-09-26'))).toThrow(tooMany)
    expect(() => chargesToRaise(daily, on('2040-02-04'))).toThrow(tooMany)
    expect(chargesToRaise(daily, on('2028-09-26'), { fromIndex: 1000 })).toHaveLength(1)
    const packs = { ...packFrom('2026-01-01', { interval: every(1, 'day') }), opened: 1001 }
    expect(() => chargesToRaise(factsOf(packs), on('2026-01-01'))).toThrow(tooMany)
    expect(chargesToRaise(factsOf({ ...packs, opened: 1000 }), on('2026-01-01'))).toHaveLength(1000)
  })
})
