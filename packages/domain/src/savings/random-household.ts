// Households and plans as they could be, small enough to try every set: packs, bills, bundles with choices, family plans, packs beside a
// line, minimum terms, paid days that are left, fees and tax.
import * as fc from 'fast-check'
import { every, on } from '../test-drafts.ts'
import { factsOfActs } from '../subscription/fold.ts'
import type { Draft } from '../subscription/draft.ts'
import { addDays } from '../time/calendar.ts'
import type { BillingInterval } from '../time/interval.ts'
import type { HeldInclude, ServiceTier } from './holding.ts'
import type { HeldPlan } from './needs.ts'
import { needsOf } from './needs.ts'
import type { OfferedPlan } from './offered-plan.ts'
import type { SavingsInput } from './set-program.ts'

const today = on('2026-12-01')
const members = ['asha', 'ravi']
const ladders = ['hotstar', 'netflix', 'sony']

const tier: fc.Arbitrary<ServiceTier> = fc.record({
  ladderId: fc.constantFrom(...ladders),
  rank: fc.integer({ min: 0, max: 2 }),
})
const includes: fc.Arbitrary<HeldInclude[]> = fc
  .uniqueArray(tier, { maxLength: 3, selector: ({ ladderId }) => ladderId })
  .chain((tiers) =>
    fc
      .record({
        pick: fc.integer({ min: 0, max: 2 }),
        activation: fc.constantFrom('auto' as const, 'claim' as const),
        interval: fc.constantFrom<BillingInterval | null>(null, null, every(3, 'month'), every(1, 'year')),
      })
      .map(({ pick, activation, interval }) =>
        tiers.map((one) => ({
          serviceId: `${one.ladderId}:${one.rank}`,
          activation,
          interval,
          choice: pick === 0 || tiers.length < 2 ? null : { group: 'g', pick },
          tier: one,
        })),
      ),
  )

const price = fc.integer({ min: 50, max: 900 }).map((rupees) => ({ amount: rupees * 100, currency: 'INR' }))
const tax = fc.constantFrom({ included: true, basisPoints: 0 }, { included: false, basisPoints: 1800 })

type Shape = Pick<OfferedPlan, 'interval' | 'renewal' | 'isPostpaid'>
const pack: Shape[] = [28, 84, 365].map((days) => ({
  interval: every(days, 'day'),
  renewal: 'manual',
  isPostpaid: false,
}))
const bill: Shape = { interval: every(1, 'month'), renewal: 'automatic', isPostpaid: true }
const monthlyOrYearly: Shape[] = [every(1, 'month'), every(1, 'year')].map((interval) => ({
  interval,
  renewal: 'automatic',
  isPostpaid: false,
}))

const base = {
  announced: [],
  starts: 'packStart',
  besideLine: null,
  isOld: false,
  line: null,
  fee: 0,
} as const
const days = ({ interval }: Shape): number => (interval.unit === 'day' ? interval.count : 30)

const mobile: fc.Arbitrary<Omit<OfferedPlan, 'id'>> = fc
  .record({
    providerId: fc.constantFrom('jio', 'airtel'),
    shape: fc.constantFrom(...pack, bill),
    price,
    tax,
    includes,
    mbPerDay: fc.constantFrom(1024, 2048, 4096),
    seats: fc.constantFrom(1, 1, 1, 2),
    fee: fc.constantFrom(0, 0, 50_000),
  })
  .map(({ shape, mbPerDay, seats, ...rest }) => ({
    ...base,
    ...rest,
    ...shape,
    kind: 'mobile',
    standalone: null,
    isShareable: false,
    line: { kind: 'mobile', mbPerDay, hasCalls: true, days: days(shape), seats, mbps: null, capGb: null },
  }))
const beside: fc.Arbitrary<Omit<OfferedPlan, 'id'>> = fc
  .record({
    providerId: fc.constantFrom('jio', 'airtel'),
    shape: fc.constantFrom(...pack),
    price,
    tax,
    includes,
  })
  .map(({ shape, ...rest }) => ({
    ...base,
    ...rest,
    ...shape,
    kind: 'mobile',
    standalone: null,
    isShareable: false,
    besideLine: 'mobile',
  }))
const stream: fc.Arbitrary<Omit<OfferedPlan, 'id'>> = fc
  .record({ shape: fc.constantFrom(...monthlyOrYearly), price, tax, tier, isShareable: fc.boolean() })
  .map(({ shape, tier: standalone, ...rest }) => ({
    ...base,
    ...rest,
    ...shape,
    providerId: standalone.ladderId,
    kind: 'ott',
    standalone,
    includes: [],
  }))

const startsOn = fc.integer({ min: 0, max: 27 }).map((ago) => addDays(today, -ago))

function heldOf(
  plan: OfferedPlan,
  id: string,
  people: readonly string[],
  day: Draft['startsOn'],
  isBound: boolean,
): HeldPlan {
  const { interval, price: paid, tax: rule, isPostpaid, renewal } = plan
  const draft: Draft = {
    startsOn: day,
    interval,
    price: paid,
    tax: rule,
    ...(isPostpaid ? { billDay: Number(day.slice(8)) } : { renewal }),
    ...(isBound && renewal === 'automatic'
      ? { minimumTerm: { length: every(4, 'month'), exitFee: { amount: 70_000, currency: 'INR' } } }
      : {}),
  }
  const records = [
    { id, on: day, at: `${day}T06:00:00.000Z`, by: null, act: { kind: 'started' as const, draft } },
  ]
  return {
    subscription: {
      id,
      people,
      facts: factsOfActs(records),
      notice: { noticeDays: 0, mandateHours24: true },
      records,
      starts: 'packStart',
      standalone: plan.standalone,
      includes: plan.includes,
      isOnlyServices: plan.standalone !== null,
    },
    providerId: plan.providerId,
    planId: plan.id,
    line: plan.line,
    lineKind: plan.line?.kind === 'mobile' ? 'mobile' : null,
  }
}

const heldBy = fc.record({ who: fc.integer({ min: 0, max: 2 }), day: startsOn, isBound: fc.boolean() })

/** One or two lines, up to two streams and up to eight plans that could be taken instead. */
export const anyHousehold: fc.Arbitrary<SavingsInput> = fc
  .record({
    lines: fc.array(fc.tuple(mobile, heldBy), { minLength: 1, maxLength: 2 }),
    streams: fc.array(fc.tuple(stream, heldBy), { maxLength: 2 }),
    offers: fc.array(fc.oneof(mobile, mobile, beside, stream, stream), { maxLength: 8 }),
  })
  .map(({ lines, streams, offers }) => {
    const held = [
      ...lines.map(([plan, { day, isBound }], at) =>
        heldOf({ ...plan, id: `l${at}` }, `line${at}`, [members[at] ?? 'asha'], day, isBound),
      ),
      ...streams.map(([plan, { who, day, isBound }], at) =>
        heldOf(
          { ...plan, id: `s${at}` },
          `stream${at}`,
          who === 2 ? members : [members[who] ?? 'asha'],
          day,
          isBound,
        ),
      ),
    ]
    return {
      today,
      currency: 'INR',
      memberIds: members,
      held,
      needs: needsOf(held, members, today),
      apart: [],
      offers: offers.map((plan, at): OfferedPlan => ({ ...plan, id: `p${at}` })),
    }
  })
