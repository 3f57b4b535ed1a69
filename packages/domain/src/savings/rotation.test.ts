import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsOfActs } from '../subscription/fold.ts'
import type { Draft } from '../subscription/draft.ts'
import { every, inr, on } from '../test-drafts.ts'
import { addDays, addMonths } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { occurrenceOn } from '../time/interval.ts'
import { leastCost } from './brute-force.ts'
import { cashOfHeld, cashOfOffered, totalOf, yearFrom } from './cash.ts'
import { cheapestSet } from './cheapest-set.ts'
import type { CheapestSet } from './cheapest-set.ts'
import { undominated } from './dominated.ts'
import type { ServiceTier } from './holding.ts'
import { leavesOf } from './leave.ts'
import type { HeldPlan, ServiceNeed } from './needs.ts'
import type { OfferedPlan } from './offered-plan.ts'
import { anyHousehold } from './random-household.ts'
import { savingsOfRotation } from './rotation-saving.ts'
import { programOf } from './set-options.ts'
import type { SavingsInput } from './set-program.ts'

const today = on('2026-12-01')
const year = yearFrom(today)
const tierOf = (ladderId: string): ServiceTier => ({ ladderId, rank: 0 })

const plan = (
  id: string,
  ladderId: string,
  rupees: number,
  more: Partial<OfferedPlan> = {},
): OfferedPlan => ({
  id,
  providerId: ladderId,
  kind: 'ott',
  isPostpaid: false,
  interval: every(1, 'month'),
  renewal: 'automatic',
  price: inr(rupees * 100),
  tax: { included: true, basisPoints: 0 },
  announced: [],
  standalone: tierOf(ladderId),
  includes: [],
  starts: 'packStart',
  line: null,
  besideLine: null,
  isShareable: false,
  fee: 0,
  isOld: false,
  ...more,
})

function has(one: OfferedPlan, startsOn: string, more: Partial<Draft> = {}): HeldPlan {
  const { interval, price, tax, renewal, standalone, includes, starts, providerId } = one
  const draft: Draft = { startsOn: on(startsOn), interval, price, tax, renewal, ...more }
  const act = { kind: 'started' as const, draft }
  const records = [{ id: one.id, on: draft.startsOn, at: `${startsOn}T06:00:00.000Z`, by: null, act }]
  return {
    subscription: {
      id: `my ${one.id}`,
      people: ['asha'],
      facts: factsOfActs(records),
      notice: { noticeDays: 0, mandateHours24: true },
      records,
      starts,
      standalone,
      includes,
      isOnlyServices: true,
    },
    providerId,
    planId: one.id,
    line: null,
    lineKind: null,
  }
}

const wants = (ladderId: string, monthsAYear?: number): ServiceNeed => ({
  tier: tierOf(ladderId),
  memberIds: ['asha'],
  isWanted: true,
  monthsAYear,
})

const inputOf = (
  held: readonly HeldPlan[],
  offers: readonly OfferedPlan[],
  services: readonly ServiceNeed[],
): SavingsInput => ({
  today,
  currency: 'INR',
  memberIds: ['asha'],
  held,
  offers,
  apart: [],
  needs: { services, lines: [], keep: [], never: [], withOldPrices: true, budget: null },
})

const months = (set: CheapestSet | null) =>
  set?.rotations.map(({ tier, from, until, planId }) => [tier.ladderId, from, until, planId].join(' '))
const steps = (set: CheapestSet | null) =>
  set?.steps.map(({ kind, on: day, subscriptionId, planId }) =>
    [day, kind, subscriptionId ?? planId].join(' '),
  )

const shapeOf = ({ interval, fee }: Pick<OfferedPlan, 'interval' | 'fee'>) => ({ interval, fee })
const netflix = plan('netflix', 'netflix', 199)
const sony = plan('sony', 'sony', 299)

/** Every way to leave what is there, and every plan from every day for every number of periods, walked day by day. */
const leastFor = ({ held, offers }: SavingsInput, count: number): number | null => {
  const grid = Array.from({ length: 13 }, (_, at) => addMonths(today, at))
  const kept = held.flatMap(({ subscription: { id, facts, notice } }) => [
    { until: year.until, cost: totalOf(cashOfHeld(id, facts, year), 'INR') },
    ...leavesOf({ id, facts, notice }, grid.slice(1, 12), year).map(({ on: until, debits }) => ({
      until,
      cost: totalOf(debits, 'INR'),
    })),
  ])
  const days: CalendarDate[] = []
  for (let day = today; day < year.until; day = addDays(day, 1)) days.push(day)
  const begun = offers.flatMap((one) =>
    days.flatMap((from) => {
      const debits = cashOfOffered(one, from, year, true)
      return Array.from({ length: 14 }, (_, at) => {
        const until = occurrenceOn(from, one.interval, at + 1)
        return {
          from,
          until,
          cost: totalOf(
            debits.filter((debit) => debit.on < until),
            'INR',
          ),
        }
      })
    }),
  )
  const isHeld = (until: CalendarDate, hold: { from: CalendarDate; until: CalendarDate } | null) =>
    grid
      .slice(0, 13 - count)
      .some((from, at) =>
        days
          .filter((day) => day >= from && day < (grid[at + count] ?? year.until))
          .every((day) => day < until || (hold !== null && day >= hold.from && day < hold.until)),
      )
  let least: number | null = null
  for (const { until, cost } of kept.length === 0 ? [{ until: today, cost: 0 }] : kept)
    for (const hold of [null, ...begun]) {
      const total = cost + (hold?.cost ?? 0)
      if ((least === null || total < least) && isHeld(until, hold)) least = total
    }
  return least
}

describe('services that may rotate', () => {
  it('are held one after another, each for its months, and said to be begun and cancelled', () => {
    const set = cheapestSet(inputOf([], [netflix, sony], [wants('netflix', 2), wants('sony', 2)]))
    expect(set?.best.total).toBe(2 * 19_900 + 2 * 29_900)
    expect(months(set)).toEqual(['netflix 2026-12-01 2027-02-01 netflix', 'sony 2027-02-01 2027-04-01 sony'])
    expect(steps(set)).toEqual([
      '2026-12-01 begin netflix',
      '2027-01-31 cancel netflix',
      '2027-02-01 begin sony',
      '2027-03-31 cancel sony',
    ])
    expect(set?.best.chosen.map(({ planId, on: from, until }) => [planId, from, until])).toEqual([
      ['netflix', '2026-12-01', '2027-02-01'],
      ['sony', '2027-02-01', '2027-04-01'],
    ])
  })

  it('use up what is paid: a year that runs for two more months is enough', () => {
    const yearly = plan('yearly', 'netflix', 1499, { interval: every(1, 'year') })
    const set = cheapestSet(inputOf([has(yearly, '2026-02-10')], [netflix], [wants('netflix', 2)]))
    expect([set?.best.total, set?.saving]).toEqual([0, 149_900])
    expect(months(set)).toEqual(['netflix 2026-12-01 2027-02-01 '])
    expect(steps(set)).toEqual(['2027-02-09 cancel my yearly'])
    expect(set?.lost).toEqual([])
  })

  it('go on as they are for their months rather than being begun anew for the same money', () => {
    const set = cheapestSet(
      inputOf(
        [has(netflix, '2026-11-10'), has(sony, '2026-11-15')],
        [netflix, sony],
        [wants('netflix', 2), wants('sony', 2)],
      ),
    )
    expect(months(set)).toEqual(['netflix 2026-12-01 2027-02-01 ', 'sony 2027-02-01 2027-04-01 sony'])
    expect(steps(set)).toEqual([
      '2026-12-14 cancel my sony',
      '2027-02-01 begin sony',
      '2027-02-09 cancel my netflix',
      '2027-03-31 cancel sony',
    ])
  })

  it('keep what binds until it can be left', () => {
    const bound = has(netflix, '2026-11-20', { minimumTerm: { length: every(6, 'month'), exitFee: null } })
    const set = cheapestSet(inputOf([bound], [netflix], [wants('netflix', 2)]))
    expect(months(set)).toEqual(['netflix 2026-12-01 2027-02-01 '])
    expect(steps(set)).toEqual(['2027-05-19 cancel my netflix'])
  })

  it('are taken for a longer time where that is cheaper', () => {
    const yearly = plan('yearly', 'netflix', 599, { interval: every(1, 'year') })
    const set = (count: number) => cheapestSet(inputOf([], [netflix, yearly], [wants('netflix', count)]))
    expect([3, 4].map((count) => set(count)?.rotations[0]?.planId)).toEqual(['netflix', 'yearly'])
  })

  it('cost nothing in the months in which something else brings them along', () => {
    const bundle = plan('bundle', 'sony', 299, {
      includes: [
        {
          serviceId: 'netflix',
          activation: 'claim',
          interval: every(3, 'month'),
          choice: null,
          tier: tierOf('netflix'),
        },
      ],
    })
    const set = cheapestSet(inputOf([], [netflix, bundle], [wants('netflix', 1), wants('sony')]))
    expect(set?.best.total).toBe(12 * 29_900)
    expect(months(set)?.map((word) => word.split(' ').at(-1))).toEqual([''])
  })

  it('save what all year costs more, to the paisa', () => {
    const input = inputOf([], [netflix, sony], [wants('netflix', 2), wants('sony')])
    const savings = (value: number, household = input) => [
      ...savingsOfRotation(household, value, { timeout: 60_000 }),
    ]
    expect(savings(2 * 19_900 + 12 * 29_900)).toEqual([
      { need: input.needs.services[0], saving: 10 * 19_900 },
    ])
    const nothing = inputOf([], [sony], [wants('netflix', 2)])
    expect(savings(0, nothing)).toEqual([{ need: nothing.needs.services[0], saving: null }])
  })

  it('cost what trying every set of a household finds, among lines, bundles and packs beside them', () => {
    fc.assert(
      fc.property(anyHousehold, fc.integer({ min: 1, max: 3 }), (household, count) => {
        const services = household.needs.services.map((need, at) =>
          at === 0 ? { ...need, isWanted: true, monthsAYear: count } : need,
        )
        const input = {
          ...household,
          offers: household.offers.slice(0, 4),
          needs: { ...household.needs, services },
        }
        const set = cheapestSet(input, { secondBest: false })
        const program = programOf(input)
        const small = { ...program, choices: undominated(program.choices) }
        expect(set?.proof.value ?? null).toBe(leastCost(small))
        if (set === null) return
        expect(set.best.total).toBe(set.proof.value + totalOf(program.fixed, 'INR'))
        expect(set.best.debits.reduce((sum, { amount }) => sum + amount, 0)).toBe(set.best.total)
        for (const { saving } of savingsOfRotation(input, set.proof.value, { timeout: 60_000 }))
          if (saving !== null) expect(saving).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 20 },
    )
  })

  it('are told as not there where nothing gives them', () => {
    const set = cheapestSet(inputOf([], [sony], [wants('netflix', 2)]))
    expect(set?.unmet).toMatchObject([{ memberId: 'asha', from: '2026-12-01', until: '2027-12-01' }])
  })

  it('wanted for twelve months are wanted all year', () => {
    const [twelve, all] = [12, undefined].map((count) =>
      cheapestSet(inputOf([], [netflix], [wants('netflix', count)])),
    )
    expect(twelve?.best).toEqual(all?.best)
  })

  it('cost the least there is, begun on any day and ended after any period, and never more than all year', () => {
    const price = fc.integer({ min: 50, max: 900 })
    const shape = fc.record({
      price,
      interval: fc.constantFrom(every(1, 'month'), every(3, 'month'), every(28, 'day'), every(1, 'year')),
      fee: fc.constantFrom(0, 0, 5000),
    })
    fc.assert(
      fc.property(
        fc.option(fc.record({ one: shape, ago: fc.integer({ min: 0, max: 27 }), isBound: fc.boolean() })),
        fc.array(shape, { minLength: 1, maxLength: 2 }),
        fc.integer({ min: 1, max: 6 }),
        (own, all, count) => {
          const offers = all.map((one, at) => plan(`p${at}`, 'netflix', one.price, shapeOf(one)))
          const held =
            own === null
              ? []
              : [
                  has(
                    plan('own', 'netflix', own.one.price, shapeOf(own.one)),
                    addDays(today, -own.ago),
                    own.isBound ? { minimumTerm: { length: every(3, 'month'), exitFee: inr(9000) } } : {},
                  ),
                ]
          const input = inputOf(held, offers, [wants('netflix', count)])
          const set = cheapestSet(input)
          expect(set?.best.total ?? null).toBe(leastFor(input, count))
          const allYear = cheapestSet(inputOf(held, offers, [wants('netflix')]))
          expect(allYear?.best.total).toBeGreaterThanOrEqual(set?.best.total ?? 0)
        },
      ),
      { numRuns: 12 },
    )
  }, 60_000)
})
