import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chargesToRaise } from '../billing/charge.ts'
import { cancelFacts, pauseFacts } from '../subscription/stop.ts'
import { every, factsOf, inr, on, packFrom, termsFrom } from '../test-drafts.ts'
import type { Terms } from '../subscription/terms.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { chargesBySubscription, overviewOfStandings } from './overview.ts'
import type { Overview } from './overview.ts'
import type { OverviewCharge, OverviewSubscription } from './overview-input.ts'
import { standingOf } from './standing.ts'

interface OverviewInput {
  readonly subscriptions: readonly OverviewSubscription[]
  readonly charges: readonly OverviewCharge[]
}

const overviewOf = ({ subscriptions, charges }: OverviewInput, today: CalendarDate): Overview => {
  const chargesOf = chargesBySubscription(charges)
  const standings = subscriptions.map((one) => standingOf(one, chargesOf.get(one.id) ?? [], today))
  return overviewOfStandings(standings, today)
}

const subscription = (
  id: string,
  terms: Terms,
  changes: Partial<OverviewSubscription> = {},
): OverviewSubscription => ({
  id,
  name: id,
  kind: 'ott',
  providerId: id,
  facts: factsOf(terms),
  paidByMemberId: 'asha',
  ownerMemberId: 'asha',
  ...changes,
})
const chargesOf = (sub: OverviewSubscription, today: CalendarDate, paid = 0): OverviewCharge[] =>
  chargesToRaise(sub.facts, today).map(({ index, billedOn, dueOn, amount, currency }) => ({
    id: `${sub.id}-${index}`,
    subscriptionId: sub.id,
    index,
    billedOn,
    dueOn,
    amount,
    currency,
    paid,
    waived: false,
    voided: false,
  }))
const input = (changes: Partial<OverviewInput> = {}): OverviewInput => ({
  subscriptions: [],
  charges: [],
  ...changes,
})
const needsOf = (
  subscriptions: readonly OverviewSubscription[],
  today: string,
  charges: readonly OverviewCharge[] = [],
) =>
  overviewOf(input({ subscriptions, charges }), on(today)).needsYou.map(
    ({ kind, subscriptionId, on: day, inDays }) => [kind, subscriptionId, day, inDays],
  )

const chargeDue = (id: string, dueOn: string): OverviewCharge => ({
  id,
  subscriptionId: 'bill',
  index: 0,
  billedOn: on('2026-02-01'),
  dueOn: on(dueOn),
  amount: 100,
  currency: 'INR',
  paid: 0,
  waived: false,
  voided: false,
})

it('a bill to come of which credit has paid a part is no need until its day', () => {
  const bill = { ...chargeDue('ahead', '2026-03-15'), billedOn: on('2026-03-05'), paid: 50 }
  const sub = subscription('bill', termsFrom('2026-02-05'))
  const dueOn = (today: string) => needsOf([sub], today, [bill]).filter(([kind]) => kind === 'due')
  expect(dueOn('2026-02-10')).toEqual([])
  expect(dueOn('2026-03-05')).toEqual([])
  expect(dueOn('2026-03-12')).toEqual([['due', 'bill', '2026-03-15', 3]])
})

describe('needsYou', () => {
  it('says that a pack stops three days ahead, and that it has stopped', () => {
    const pack = subscription('jio', packFrom('2026-01-01'))
    expect(needsOf([pack], '2026-01-25')).toEqual([])
    expect(needsOf([pack], '2026-01-26')).toEqual([['stopsSoon', 'jio', '2026-01-29', 3]])
    expect(needsOf([pack], '2026-01-28')).toEqual([['stopsSoon', 'jio', '2026-01-29', 1]])
    expect(needsOf([pack], '2026-01-29')).toEqual([['stopped', 'jio', '2026-01-29', 0]])
    expect(needsOf([pack], '2026-03-01')).toEqual([['stopped', 'jio', '2026-01-29', -31]])
    expect(overviewOf(input({ subscriptions: [pack] }), on('2026-03-01')).needsYou[0]?.amount).toEqual(
      inr(29_900),
    )
  })

  it('asks nothing of what is cancelled or paused', () => {
    const pack = packFrom('2026-01-01')
    const cancelled = cancelFacts(factsOf(pack), { requestedOn: on('2026-01-10'), mode: 'atPeriodEnd' })
    const paused = pauseFacts(factsOf(pack), { fromOn: on('2026-01-27') }, on('2026-01-10'))
    const subscriptions = [
      subscription('a', pack, { facts: cancelled }),
      subscription('b', pack, { facts: paused }),
    ]
    expect(needsOf(subscriptions, '2026-01-28')).toEqual([])
    expect(needsOf(subscriptions, '2026-02-10')).toEqual([])
  })

  it('lists unpaid charges as due three days ahead, overdue after the due date, with what is outstanding', () => {
    const bill = subscription('airtel', termsFrom('2026-01-05', { billDay: 5, dueDays: 15 }))
    const charges = chargesOf(bill, on('2026-02-10'), 100)
    expect(needsOf([bill], '2026-02-04', chargesOf(bill, on('2026-02-04')))).toEqual([])
    expect(needsOf([bill], '2026-02-16', chargesOf(bill, on('2026-02-04')))).toEqual([])
    expect(needsOf([bill], '2026-02-17', chargesOf(bill, on('2026-02-04')))).toEqual([
      ['due', 'airtel', '2026-02-20', 3],
    ])
    expect(needsOf([bill], '2026-02-20', charges.slice(0, 1))).toEqual([['due', 'airtel', '2026-02-20', 0]])
    expect(needsOf([bill], '2026-02-21', charges.slice(0, 1))).toEqual([
      ['overdue', 'airtel', '2026-02-20', -1],
    ])
    const { needsYou } = overviewOf(
      input({ subscriptions: [bill], charges: charges.slice(0, 1) }),
      on('2026-02-21'),
    )
    expect(needsYou[0]).toMatchObject({ chargeId: 'airtel-0', amount: inr(29_800) })
    expect(needsOf([], '2026-02-21', charges)).toEqual([])
  })

  it('asks for a decision three days ahead where the provider wants notice', () => {
    const notice = { noticeDays: 30, mandateHours24: true }
    const act = subscription('act', termsFrom('2026-01-31'), { notice, kind: 'broadband' })
    // The debit of 31 March can be avoided until 28 February.
    expect(needsOf([act], '2026-02-24')).toEqual([])
    expect(needsOf([act], '2026-02-25')).toEqual([['decideBy', 'act', '2026-02-28', 3]])
    expect(needsOf([act], '2026-02-28')).toEqual([['decideBy', 'act', '2026-02-28', 0]])
    expect(needsOf([act], '2026-03-01')).toEqual([])
    expect(needsOf([subscription('plain', termsFrom('2026-01-31'))], '2026-02-27')).toEqual([])
  })

  it('asks for a decision before a trial becomes paid, then says that it ends', () => {
    const trial = subscription('trial', termsFrom('2026-01-01', { trial: every(14, 'day') }))
    expect(needsOf([trial], '2026-01-10')).toEqual([])
    expect(needsOf([trial], '2026-01-11')).toEqual([['decideBy', 'trial', '2026-01-14', 3]])
    expect(needsOf([trial], '2026-01-14')).toEqual([['decideBy', 'trial', '2026-01-14', 0]])
    expect(needsOf([trial], '2025-12-31')).toEqual([])
    const notice = { noticeDays: 3, mandateHours24: true }
    const late = subscription('late', termsFrom('2026-01-01', { trial: every(14, 'day') }), { notice })
    expect(needsOf([late], '2026-01-11')).toEqual([['decideBy', 'late', '2026-01-11', 0]])
    expect(needsOf([late], '2026-01-12')).toEqual([['trialEnding', 'late', '2026-01-15', 3]])
    expect(overviewOf(input({ subscriptions: [late] }), on('2026-01-12')).needsYou[0]?.amount).toEqual(
      inr(29_900),
    )
    expect(needsOf([late], '2026-01-15')).toEqual([])
  })

  it('puts stopped and overdue first, then goes by date', () => {
    const subscriptions = [
      subscription('bill', termsFrom('2026-06-01')),
      subscription('soon', packFrom('2026-01-17')),
      subscription('stopped', packFrom('2026-01-04')),
      subscription('also', packFrom('2026-01-04')),
    ]
    const charges = [
      chargeDue('z', '2026-02-12'),
      chargeDue('y', '2026-02-15'),
      chargeDue('x', '2026-02-05'),
      chargeDue('w', '2026-02-12'),
    ]
    const needs = overviewOf(input({ subscriptions, charges }), on('2026-02-12')).needsYou
    expect(needs.map(({ kind, subscriptionId, chargeId }) => [kind, chargeId ?? subscriptionId])).toEqual([
      ['stopped', 'also'],
      ['stopped', 'stopped'],
      ['overdue', 'x'],
      ['due', 'w'],
      ['due', 'z'],
      ['stopsSoon', 'soon'],
      ['due', 'y'],
    ])
  })
})

describe('next14', () => {
  const today = on('2026-02-20')

  it('sums open charges and forecasts per payer and currency', () => {
    const netflix = subscription('netflix', termsFrom('2026-01-28'))
    const jio = subscription('jio', packFrom('2026-01-30'), { paidByMemberId: 'ravi' })
    const hbo = subscription('hbo', termsFrom('2026-01-25', { price: { amount: 999, currency: 'USD' } }))
    const nobody = subscription('nobody', termsFrom('2026-01-22', { interval: every(1, 'week') }), {
      paidByMemberId: null,
    })
    const charges = chargesOf(netflix, today).map((charge) =>
      charge.index === 1 ? { ...charge, paid: 900 } : charge,
    )
    const { next14 } = overviewOf(input({ subscriptions: [nobody, jio, netflix, hbo], charges }), today)
    expect(next14).toEqual([
      {
        memberId: 'asha',
        currency: 'INR',
        amount: 29_000,
        debits: [
          {
            memberId: 'asha',
            currency: 'INR',
            subscriptionId: 'netflix',
            chargeId: 'netflix-1',
            on: '2026-02-28',
            amount: 29_000,
            expected: false,
          },
        ],
      },
      {
        memberId: 'asha',
        currency: 'USD',
        amount: 999,
        debits: [
          {
            memberId: 'asha',
            currency: 'USD',
            subscriptionId: 'hbo',
            chargeId: null,
            on: '2026-02-25',
            amount: 999,
            expected: false,
          },
        ],
      },
      {
        memberId: 'ravi',
        currency: 'INR',
        amount: 29_900,
        debits: [
          {
            memberId: 'ravi',
            currency: 'INR',
            subscriptionId: 'jio',
            chargeId: null,
            on: '2026-02-27',
            amount: 29_900,
            expected: true,
          },
        ],
      },
      {
        memberId: null,
        currency: 'INR',
        amount: 59_800,
        debits: [
          {
            memberId: null,
            currency: 'INR',
            subscriptionId: 'nobody',
            chargeId: null,
            on: '2026-02-26',
            amount: 29_900,
            expected: false,
          },
          {
            memberId: null,
            currency: 'INR',
            subscriptionId: 'nobody',
            chargeId: null,
            on: '2026-03-05',
            amount: 29_900,
            expected: false,
          },
        ],
      },
    ])
  })

  it('begins today, ends before the fourteenth day, and leaves out what is paid or waived, and charges that are void', () => {
    const daily = subscription('daily', termsFrom('2026-01-01', { interval: every(1, 'day') }))
    expect(
      overviewOf(input({ subscriptions: [daily] }), today).next14[0]?.debits.map((debit) => debit.on),
    ).toHaveLength(14)
    const netflix = subscription('netflix', termsFrom('2026-02-20'))
    const [charge] = chargesOf(netflix, today)
    if (charge === undefined) throw new Error('no charge')
    const next14 = (changes: Partial<OverviewCharge>) =>
      overviewOf(input({ subscriptions: [netflix], charges: [{ ...charge, ...changes }] }), today).next14
    expect(next14({})).toHaveLength(1)
    expect(next14({ paid: 29_900 })).toEqual([])
    expect(next14({ waived: true })).toEqual([])
    // Its period went; the one that comes with the same number has no charge yet.
    expect(next14({ voided: true })[0]?.debits).toMatchObject([{ chargeId: null }])
    expect(next14({ dueOn: on('2026-03-05') })).toHaveLength(1)
    expect(next14({ dueOn: on('2026-03-06') })).toEqual([])
    expect(next14({ dueOn: on('2026-02-19') })).toEqual([])
  })

  it('orders debits of one day by subscription', () => {
    const subscriptions = ['c', 'a', 'b'].map((id) => subscription(id, termsFrom('2026-01-25')))
    const [asha] = overviewOf(input({ subscriptions }), today).next14
    expect(asha?.debits.map(({ subscriptionId }) => subscriptionId)).toEqual(['a', 'b', 'c'])
  })
})

describe('counts and the true monthly cost', () => {
  it('count what runs, and cost only what goes on', () => {
    const cancelled = cancelFacts(factsOf(termsFrom('2026-01-31')), {
      requestedOn: on('2026-02-10'),
      mode: 'atPeriodEnd',
    })
    const paused = pauseFacts(
      factsOf(termsFrom('2026-01-31')),
      { fromOn: on('2026-02-10') },
      on('2026-02-01'),
    )
    const subscriptions = [
      subscription('active', termsFrom('2026-01-31')),
      subscription('trialing', termsFrom('2026-02-10', { trial: every(30, 'day'), price: inr(100) })),
      subscription('pack', packFrom('2026-02-10'), { kind: 'mobile' }),
      subscription('stopped', packFrom('2026-01-01'), { kind: 'mobile' }),
      subscription('cancelled', termsFrom('2026-01-31'), { facts: cancelled, kind: 'broadband' }),
      subscription('paused', termsFrom('2026-01-31'), { facts: paused }),
      subscription('usd', termsFrom('2026-01-31', { price: { amount: 500, currency: 'USD' } })),
      subscription('scheduled', termsFrom('2026-03-01')),
    ]
    const { counts, monthlyCost } = overviewOf(input({ subscriptions }), on('2026-02-20'))
    expect(counts).toEqual({
      running: 5,
      byStatus: { scheduled: 1, trialing: 1, active: 3, grace: 0, paused: 1, cancelled: 1, expired: 1 },
      byKind: { ott: 3, mobile: 1, broadband: 1, tv: 0, other: 0 },
    })
    expect(monthlyCost).toEqual([inr(29_900 + 100 + 32_503), { amount: 500, currency: 'USD' }])
  })

  it('reads grace from unpaid charges unless told', () => {
    const sub = subscription('a', termsFrom('2026-02-18', { graceDays: 3 }))
    const charges = chargesOf(sub, on('2026-02-20'))
    expect(overviewOf(input({ subscriptions: [sub], charges }), on('2026-02-20')).counts.byStatus.grace).toBe(
      1,
    )
    const told = { ...sub, facts: { ...sub.facts, unpaidDueOn: [] } }
    expect(
      overviewOf(input({ subscriptions: [told], charges }), on('2026-02-20')).counts.byStatus.grace,
    ).toBe(0)
    const paid = charges.map((charge) => ({ ...charge, paid: charge.amount }))
    expect(
      overviewOf(input({ subscriptions: [sub], charges: paid }), on('2026-02-20')).counts.byStatus.grace,
    ).toBe(0)
  })
})

describe('the overview', () => {
  it('does not depend on the order in which things are read', () => {
    const today = on('2026-02-20')
    const all = [
      subscription('a', termsFrom('2026-01-31')),
      subscription('b', packFrom('2026-01-26'), { paidByMemberId: 'ravi' }),
      subscription('c', termsFrom('2026-02-18', { trial: every(5, 'day') }), { paidByMemberId: null }),
      subscription('d', termsFrom('2026-01-05', { billDay: 5, dueDays: 20 }), { kind: 'broadband' }),
    ]
    const charges = all.flatMap((sub) => chargesOf(sub, today))
    const expected = overviewOf(input({ subscriptions: all, charges }), today)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.shuffledSubarray(charges, { minLength: charges.length }),
        (subscriptions, shuffled) => {
          expect(overviewOf(input({ subscriptions, charges: shuffled }), today)).toEqual(expected)
        },
      ),
    )
  })
})

describe('what pays by itself', () => {
  const today = on('2026-11-23')
  const needs = (changes: Partial<OverviewSubscription>, charge: Partial<OverviewCharge> = {}) => {
    const sub = subscription('a', termsFrom('2026-09-05'), changes)
    const charges = chargesOf(sub, today).map((one) => ({ ...one, ...charge }))
    return overviewOf(input({ subscriptions: [sub], charges }), today).needsYou.map(({ on: day }) => day)
  }

  it('is no need, but for what was due before it did, and for what was denied', () => {
    expect(needs({})).toEqual(['2026-09-05', '2026-10-05', '2026-11-05'])
    expect(needs({ recordsItselfFrom: on('2026-09-05') })).toEqual([])
    expect(needs({ recordsItselfFrom: on('2026-11-01') })).toEqual(['2026-09-05', '2026-10-05'])
    expect(needs({ recordsItselfFrom: on('2026-09-05') }, { booked: true })).toHaveLength(3)
    expect(needs({ recordsItselfFrom: null })).toHaveLength(3)
  })
})
