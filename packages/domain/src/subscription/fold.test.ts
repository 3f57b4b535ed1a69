import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chargesToRaise } from '../billing/charge.ts'
import { firstDifference } from '../billing/difference.ts'
import { DomainError } from '../error.ts'
import { draftFrom, every, inr, on, spansOf } from '../test-drafts.ts'
import { addDays } from '../time/calendar.ts'
import type { PlanChange } from './change.ts'
import { lastUndoable, actsThatStand } from './act.ts'
import type { Act, ActRecord, LifeAct } from './act.ts'
import { afterAct, factsOfActs } from './fold.ts'
import { statusOf } from './lifecycle.ts'
import type { Period } from './period.ts'
import { periodsOf } from './periods.ts'
import { extrasOf } from './standing-extras.ts'

let made = 0
const record = (date: string, act: Act): ActRecord => ({
  id: `act-${made++}`,
  on: on(date),
  at: `${date}T06:00:00.000Z`,
  by: 'asha',
  act,
})
const started = (date: string, changes: Parameters<typeof draftFrom>[1] = {}) =>
  record(date, { kind: 'started', draft: draftFrom(date, changes) })
const pack = (date: string) => started(date, { interval: every(28, 'day'), renewal: 'manual' })
const recharged = (date: string, changes: object = {}) =>
  record(date, { kind: 'recharged', renewedOn: on(date), ...changes })
const undone = (date: string, { id }: ActRecord) => record(date, { kind: 'undone', of: id })
const spans = (records: readonly ActRecord[]) => spansOf(periodsOf(factsOfActs(records).terms))

describe('undo', () => {
  it('of a cancellation by mistake leaves the period and its charge as they were', () => {
    const first = started('2026-11-10')
    const before = factsOfActs([first])
    const cancelled = record('2026-11-29', { kind: 'cancelled', mode: 'now' })
    expect(statusOf(factsOfActs([first, cancelled]), on('2026-11-29'))).toBe('expired')
    expect(factsOfActs([first, cancelled, undone('2026-11-29', cancelled)])).toEqual(before)
  })

  it('of a recharge pressed twice brings the date back', () => {
    const first = pack('2026-11-10')
    const one = recharged('2026-11-10')
    const two = recharged('2026-11-10')
    expect(spans([first, one, two]).at(-1)).toBe('2027-01-05/2027-02-02')
    expect(spans([first, one, two, undone('2026-11-10', two)]).at(-1)).toBe('2026-12-08/2027-01-05')
  })

  it('takes the last act back, then the one before; an undo undone counts again', () => {
    const records = [pack('2026-01-01'), recharged('2026-01-20'), recharged('2026-02-20')]
    const last = lastUndoable(records)
    expect(last).toBe(records[2])
    const undo = undone('2026-02-21', records[2] ?? pack('2026-01-01'))
    expect(lastUndoable([...records, undo])).toBe(records[1])
    expect(spans([...records, undo, undone('2026-02-22', undo)])).toEqual(spans(records))
    expect(lastUndoable([pack('2026-01-01')])).toBeUndefined()
  })
})

describe('a pack that is remembered to lie between others', () => {
  it('leaves the later one what it was bought as', () => {
    const records = [pack('2026-12-21'), recharged('2027-03-21')]
    expect(spans(records).at(-1)).toBe('2027-03-21/2027-04-18')
    const short = recharged('2027-01-30', { interval: every(14, 'day'), price: inr(19_900) })
    const known = [...records, short]
    expect(spans(known)).toEqual(['2026-12-21/2027-01-18', '2027-01-30/2027-02-13', '2027-03-21/2027-04-18'])
    expect(periodsOf(factsOfActs(known).terms).map(({ amount }) => amount)).toEqual([29_900, 19_900, 29_900])
    expect(factsOfActs([...known, undone('2027-04-01', short)])).toEqual(factsOfActs(records))
  })
})

describe('a correction', () => {
  it('of the year it began counts everything from there, and keeps what was said', () => {
    const wrong = started('2016-11-20')
    const right: LifeAct = { kind: 'started', draft: draftFrom('2026-11-20') }
    const corrected = record('2026-11-29', { kind: 'corrected', of: wrong.id, to: right, reason: 'a slip' })
    const facts = factsOfActs([wrong, corrected])
    expect(chargesToRaise(facts, on('2026-11-29')).map(({ startsOn }) => startsOn)).toEqual([
      '2026-11-20',
      '2026-12-20',
    ])
    expect(wrong.act).toMatchObject({ draft: { startsOn: '2016-11-20' } })
  })

  it('that takes the ground from a later act names that act', () => {
    const first = pack('2026-01-01')
    const later = recharged('2026-01-20')
    const to: LifeAct = { kind: 'started', draft: draftFrom('2026-01-01') }
    const corrected = record('2026-02-01', { kind: 'corrected', of: first.id, to, reason: null })
    expect(() => factsOfActs([first, later, corrected])).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ act: later.id }) }),
    )
  })
})

describe('recharges as people make them', () => {
  it('of 28, then 84 days, then a month of the same date', () => {
    const records = [
      pack('2026-01-01'),
      recharged('2026-01-29', { interval: every(84, 'day'), price: inr(85_900) }),
      recharged('2026-04-23', { interval: every(1, 'month'), price: inr(31_900) }),
    ]
    expect(spans(records)).toEqual([
      '2026-01-01/2026-01-29',
      '2026-01-29/2026-04-23',
      '2026-04-23/2026-05-23',
    ])
  })

  it('goes where it was when it is remembered later', () => {
    const late = recharged('2026-02-10')
    const remembered = record('2026-02-12', { kind: 'recharged', renewedOn: on('2026-01-27') })
    expect(spans([pack('2026-01-01'), late])).toEqual(['2026-01-01/2026-01-29', '2026-02-10/2026-03-10'])
    expect(spans([pack('2026-01-01'), late, remembered])).toEqual([
      '2026-01-01/2026-01-29',
      '2026-01-29/2026-02-26',
      '2026-02-26/2026-03-26',
    ])
  })

  it('of twelve months with one on top renews after thirteen', () => {
    const yearly = started('2026-01-31', { interval: every(12, 'month'), renewal: 'manual' })
    const records = [yearly, recharged('2027-01-31', { bonus: every(1, 'month') }), recharged('2028-02-29')]
    expect(spans(records).slice(1)).toEqual(['2027-01-31/2028-02-29', '2028-02-29/2029-02-28'])
  })

  it('of a pack nobody goes on with: ended, not to be ended again, and taken up later', () => {
    const ended = record('2026-11-29', { kind: 'ended' })
    const facts = factsOfActs([pack('2026-10-01'), ended])
    expect(facts.cancellation).toMatchObject({ effectiveOn: '2026-10-29' })
    expect(() => afterAct(facts, { kind: 'ended' }, on('2026-11-30'))).toThrow(/ended already/)
    expect(() => factsOfActs([pack('2026-11-10'), ended])).toThrow(/cannot become expired by end/)
    const again = factsOfActs([pack('2026-10-01'), ended, recharged('2026-12-05')])
    expect(statusOf(again, on('2026-12-05'))).toBe('active')
  })
})

const anyAct = (today: string): fc.Arbitrary<LifeAct> => {
  const day = (from: number, until: number) =>
    fc.integer({ min: from, max: until }).map((days) => addDays(on(today), days))
  return fc.oneof(
    fc.constant<LifeAct>({ kind: 'recharged', renewedOn: on(today) }),
    // Another pack than the last one, with something on top, or remembered later.
    fc.record({
      kind: fc.constant('recharged' as const),
      renewedOn: day(-20, 0),
      interval: fc.constantFrom(undefined, every(84, 'day'), every(1, 'month')),
      price: fc.constantFrom(undefined, inr(85_900)),
      bonus: fc.constantFrom(undefined, every(3, 'day')),
      policy: fc.constantFrom(undefined, 'fromPaymentDate' as const, 'fromDueDate' as const),
    }),
    fc.constantFrom<LifeAct>(
      { kind: 'cancelled', mode: 'now' },
      { kind: 'cancelled', mode: 'atPeriodEnd' },
      { kind: 'reactivated' },
      { kind: 'ended' },
      { kind: 'priceChanged', price: inr(35_000) },
      { kind: 'planChanged', fromOn: on(today), change: { price: inr(64_900) } },
      { kind: 'paused', fromOn: on(today), untilOn: null },
      { kind: 'resumed', resumedOn: on(today) },
      { kind: 'dayRateChanged', fromOn: on(today), rate: inr(1100) },
    ),
    fc.record({
      kind: fc.constant('planChanged' as const),
      fromOn: day(0, 40),
      change: fc.constantFrom<PlanChange>(
        { interval: every(1, 'week'), price: inr(9900) },
        { renewal: 'manual' },
        { renewal: 'manual', interval: every(28, 'day') },
        { renewal: 'automatic' },
        { renewal: 'automatic', interval: every(1, 'month'), billDay: 5, dueDays: 10 },
        { billDay: 20 },
      ),
    }),
    fc.record({ kind: fc.constant('paused' as const), fromOn: day(-5, 30), untilOn: day(31, 60) }),
    day(-5, 5).map<LifeAct>((startsOn) => ({
      kind: 'charged',
      extra: { purpose: 'booster', title: null, price: inr(1900), startsOn, endsOn: null, dueOn: startsOn },
    })),
  )
}

const costsOf = ({ index, startsOn, endsOn, dueOn, amount }: Period) => ({
  index,
  startsOn,
  endsOn,
  dueOn,
  amount,
})

const daysOfExtras = (records: readonly ActRecord[]) =>
  extrasOf(records).map(({ purpose, startsOn, dueOn }) => ({ purpose, startsOn, dueOn }))

const isLegal = (records: readonly ActRecord[]): boolean => {
  try {
    factsOfActs(records)
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}

describe('any list of legal acts', () => {
  const walk = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.nat()), { maxLength: 12 })
  const beginnings = fc.constantFrom(
    () => pack('2026-01-31'),
    () => started('2026-01-31'),
    () => started('2026-01-10', { billDay: 31, dueDays: 10 }),
    () => started('2026-01-31', { trial: every(14, 'day'), intro: { price: inr(9900), periods: 2 } }),
    () => started('2026-01-31', { renewal: 'manual', price: inr(30_000), dayRate: inr(1000) }),
  )
  const drafts = fc.record({
    startsOn: fc.integer({ min: -40, max: 10 }).map((days) => addDays(on('2026-01-31'), days)),
    price: fc.constantFrom(inr(19_900), inr(45_000)),
  })

  it('with any of them undone or corrected, and that taken back or not, leaves what entering the rest afresh leaves', () => {
    let [undoes, corrections, returns] = [0, 0, 0]
    fc.assert(
      fc.property(beginnings, walk, drafts, fc.gen(), (begin, steps, other, gen) => {
        const first = begin()
        let records = [first]
        let today = on('2026-01-31')
        const say = (act: ActRecord): boolean => {
          const next = [...records, act]
          const isPossible = isLegal(next)
          if (isPossible) records = next
          return isPossible
        }
        for (const [days, which] of steps) {
          today = addDays(today, days)
          const [before, count] = [factsOfActs(records), records.length]
          const [, ...later] = records.filter(({ act }) => act.kind !== 'undone')
          const target = later[which % Math.max(1, later.length)]
          const back = which % 5
          if (back === 0 && target !== undefined && say(undone(today, target))) undoes++
          else if (back === 1 && first.act.kind === 'started') {
            const to: LifeAct = { kind: 'started', draft: { ...first.act.draft, ...other } }
            const corrected = record(today, { kind: 'corrected', of: first.id, to, reason: null })
            if (say(corrected)) corrections++
          } else say(record(today, gen(anyAct, today)))
          // What was just done, taken back, leaves exactly what was there.
          const last = records.at(-1)
          if (last === undefined || records.length === count) continue
          expect(factsOfActs([...records, undone(today, last)])).toEqual(before)
          returns++
        }
        const said = new Map(records.map(({ id }, position) => [id, position]))
        const afresh = actsThatStand(records)
          .acts.toSorted((a, b) => (said.get(a.id) ?? 0) - (said.get(b.id) ?? 0))
          .map((standing) => record(standing.on, standing.act))
        expect(factsOfActs(records)).toEqual(factsOfActs(afresh))
        expect(chargesToRaise(factsOfActs(records), today)).toEqual(
          chargesToRaise(factsOfActs(afresh), today),
        )
        expect(daysOfExtras(records)).toEqual(daysOfExtras(afresh))
      }),
      { numRuns: 400 },
    )
    expect(Math.min(undoes, corrections, returns)).toBeGreaterThan(50)
  })

  it('differ from what was before only from the number on that is said', () => {
    fc.assert(
      fc.property(beginnings, walk, fc.gen(), (begin, steps, gen) => {
        let records = [begin()]
        let today = on('2026-01-31')
        for (const [days] of steps) {
          today = addDays(today, days)
          const next = [...records, record(today, gen(anyAct, today))]
          if (!isLegal(next)) continue
          const [before, after] = [factsOfActs(records), factsOfActs(next)]
          const from = firstDifference(before, after, today)
          const below = (facts: typeof before) =>
            chargesToRaise(facts, today).filter(({ index }) => index < from)
          expect(below(after).map(costsOf)).toEqual(below(before).map(costsOf))
          const at = (facts: typeof before) =>
            chargesToRaise(facts, today).filter(({ index }) => index === from)
          if (at(before).length + at(after).length > 0)
            expect(at(after).map(costsOf)).not.toEqual(at(before).map(costsOf))
          records = next
        }
      }),
      { numRuns: 300 },
    )
  })

  it('each of which is undone, one after the other, leaves the beginning', () => {
    fc.assert(
      fc.property(beginnings, walk, fc.gen(), (begin, steps, gen) => {
        let records = [begin()]
        let today = on('2026-01-31')
        for (const [days] of steps) {
          today = addDays(today, days)
          const next = [...records, record(today, gen(anyAct, today))]
          if (isLegal(next)) records = next
        }
        const beginning = factsOfActs(records.slice(0, 1))
        for (let last = lastUndoable(records); last !== undefined; last = lastUndoable(records))
          records = [...records, undone(today, last)]
        expect(factsOfActs(records)).toEqual(beginning)
      }),
      { numRuns: 200 },
    )
  })
})

describe('an act that leads out of what can be', () => {
  const start = started('2027-02-05')
  const after = (act: LifeAct) => () => factsOfActs([start, record('2027-03-15', act)])

  it('is refused: a plan whose first period ends beyond the calendar, a pause that is over before it begins', () => {
    const change = { interval: every(1000, 'year') }
    expect(after({ kind: 'planChanged', fromOn: on('2027-03-15'), change })).toThrow('end of 2200')
    expect(after({ kind: 'planChanged', fromOn: on('2027-04-05'), change })).toThrow('end of 2200')
    const early = { kind: 'paused', fromOn: on('2027-01-20') } as const
    expect(after({ ...early, untilOn: null })).toThrow(DomainError)
    expect(after({ ...early, untilOn: on('2027-02-01') })).toThrow(DomainError)
  })
})
