// Households of different countries and kinds on 1 December 2026, with what a careful person would do for each, step by step, and what
// that costs in twelve months, worked out by hand. The cheapest set has to be at least as good.
import { every } from '../test-drafts.ts'
import type { Act } from '../subscription/act.ts'
import type { OfferedPlan } from './offered-plan.ts'
import type { SavingsInput } from './set-program.ts'
import { brings, has, inputOf, netflix, pack, plan, hotstar } from './small-household.ts'

export interface AdvisedHousehold {
  readonly name: string
  readonly input: SavingsInput
  /** What the careful person tells them, and why. */
  readonly advice: string
  /** What twelve months cost as they are, and with the advice; minor units. */
  readonly today: number
  readonly advised: number
  /** What the result has to name, so that it says why: steps, in the words of `steps`. */
  readonly says: readonly string[]
}

const tier = (ladderId: string, rank = 1) => ({ ladderId, rank })
const yearly = every(1, 'year')

const of = (id: string, currency: string, amount: number, more: Partial<OfferedPlan> = {}): OfferedPlan =>
  plan(id, 0, { providerId: id, price: { amount, currency }, ...more })

const home = (id: string, currency: string, amount: number, mbps: number, more: Partial<OfferedPlan> = {}) =>
  of(id, currency, amount, {
    kind: 'broadband',
    line: { kind: 'broadband', mbPerDay: null, hasCalls: false, days: 30, seats: 1, mbps, capGb: null },
    ...more,
  })

const number = (
  id: string,
  currency: string,
  amount: number,
  mbPerDay: number,
  more: Partial<OfferedPlan> = {},
) =>
  of(id, currency, amount, {
    kind: 'mobile',
    line: { kind: 'mobile', mbPerDay, hasCalls: true, days: 30, seats: 1, mbps: null, capGb: null },
    ...more,
  })

const abroad = (input: SavingsInput, currency: string): SavingsInput => ({ ...input, currency })
const cancelled: Act = { kind: 'cancelled', mode: 'atPeriodEnd' }

const pack28 = pack('28 days', 299, 28)
const pack84 = pack('84 days', 799, 84)
const packNetflix = pack('84 days with Netflix', 1299, 84, {
  includes: [brings(netflix, { activation: 'claim' })],
})
const netflixIn = plan('netflix', 199, { standalone: netflix, providerId: 'netflix' })
const hotstarIn = plan('hotstar', 149, { standalone: hotstar, providerId: 'hotstar' })
const hotstarYear = plan('hotstar year', 899, {
  standalone: hotstar,
  providerId: 'hotstar',
  interval: yearly,
  isShareable: true,
})
const fibreIn = home('fibre', 'INR', 99_900, 100, {
  tax: { included: false, basisPoints: 1800 },
  includes: [brings(hotstar)],
})

const netflixUs = of('netflix us', 'USD', 1799, { standalone: tier('netflix us') })
const t1 = number('carrier one', 'USD', 6500, 500_000)
const t2 = number('carrier two', 'USD', 2500, 500_000)
const disney = of('disney', 'EUR', 1099, { standalone: tier('disney') })
const disneyYear = of('disney year', 'EUR', 10_990, { standalone: tier('disney'), interval: yearly })
const dsl = home('dsl', 'EUR', 4499, 100)
const cable = home('cable', 'EUR', 2999, 250, { fee: 6999 })
const music = of('music', 'GBP', 1199, { standalone: tier('music') })
const musicFamily = of('music family', 'GBP', 1999, { standalone: tier('music'), isShareable: true })
const video = of('video', 'JPY', 1490, { standalone: tier('video') })
const videoYear = of('video year', 'JPY', 11_900, { standalone: tier('video'), interval: yearly })
const cloud = of('cloud', 'AED', 3999, { standalone: tier('cloud', 2) })
const cloudSmall = of('cloud small', 'AED', 1499, { standalone: tier('cloud', 1) })

export const advisedHouseholds: readonly AdvisedHousehold[] = [
  {
    name: 'a student in Pune with one number who recharges every 28 days',
    input: inputOf([has(pack28, '2026-11-20')], [pack28, pack84], undefined, { memberIds: ['asha'] }),
    advice:
      'Thirteen packs of 28 days from 18 December on cost 13 × ₹299. From the same day 84 days cost ₹799, five times in the year: 18 December, 12 March, 4 June, 27 August and 19 November. That is dearer, so nothing changes.',
    today: 13 * 29_900,
    advised: 13 * 29_900,
    says: [],
  },
  {
    name: 'a couple in Indore who pay Netflix beside a number',
    input: inputOf(
      [has(pack84, '2026-10-01'), has(netflixIn, '2026-11-10')],
      [pack84, packNetflix, netflixIn],
    ),
    advice:
      'The pack is used up on 24 December. With Netflix it costs ₹500 more, five times a year, which is ₹2,500; Netflix alone, which still has to bridge until then, would cost ₹2,189 less. That is dearer: stay.',
    today: 5 * 79_900 + 12 * 19_900,
    advised: 5 * 79_900 + 12 * 19_900,
    says: [],
  },
  {
    name: 'a family in Kochi whose fibre brings what they pay again',
    input: inputOf([has(fibreIn, '2026-11-05', 'everybody'), has(hotstarIn, '2026-11-18')], [hotstarYear]),
    advice: 'Fibre gives Hotstar to everybody. Cancel Hotstar before 18 December: twelve times ₹149 less.',
    today: 12 * 117_882 + 12 * 14_900,
    advised: 12 * 117_882,
    says: ['2026-12-17 cancel my hotstar'],
  },
  {
    name: 'grandparents in Jaipur with a stream they will watch all year',
    input: inputOf([has(hotstarIn, '2026-11-18')], [hotstarIn, hotstarYear]),
    advice:
      'The year costs ₹899, twelve months ₹1,788. What is paid runs to 18 December: begin the year then.',
    today: 12 * 14_900,
    advised: 89_900,
    says: ['2026-12-17 cancel my hotstar', '2026-12-18 begin hotstar year'],
  },
  {
    name: 'two flatmates in Bengaluru who want an account each',
    input: inputOf(
      [has(hotstarIn, '2026-11-18'), has({ ...hotstarIn, id: 'his' }, '2026-11-18', ['ravi'])],
      [hotstarYear],
      undefined,
      { wantsBoth: [['my hotstar', 'my his']] },
    ),
    advice:
      'One year for both would be cheaper still, but they do not want to share. A year for each: 2 × ₹899.',
    today: 24 * 14_900,
    advised: 2 * 89_900,
    says: ['2026-12-18 begin hotstar year', '2026-12-18 begin hotstar year'],
  },
  {
    name: 'a family in Nagpur that cancelled Hotstar and wants it on for longer',
    input: inputOf([has(hotstarIn, '2026-11-15', ['asha'], {}, [['2026-11-28', cancelled]])], [hotstarYear]),
    advice: 'It is paid until 15 December. The year begins then, not a day before.',
    today: 0,
    advised: 89_900,
    says: ['2026-12-15 begin hotstar year'],
  },
  {
    name: 'a couple in Ohio with one number and one stream',
    input: abroad(inputOf([has(t1, '2026-11-05'), has(netflixUs, '2026-11-20')], [t1, t2]), 'USD'),
    advice: 'Take the number to the second carrier when its month is over, on 5 December: 12 × $40 less.',
    today: 12 * 6500 + 12 * 1799,
    advised: 12 * 2500 + 12 * 1799,
    says: ['2026-12-05 port my carrier one carrier two'],
  },
  {
    name: 'a family in Leipzig bound to its line until June, with a fee to leave',
    input: abroad(
      inputOf(
        [
          has(dsl, '2026-06-15', ['asha'], {
            minimumTerm: { length: every(12, 'month'), exitFee: { amount: 20_000, currency: 'EUR' } },
          }),
          has(disney, '2026-11-10'),
        ],
        [cable, disneyYear],
      ),
      'EUR',
    ),
    advice:
      'Leaving the line now costs €200 and saves €15 a month: wait for 15 June, then take cable with its €69.99 once. That spares 6 × €15 of this year and costs €69.99. Disney by the year from 10 December costs €109.90, not 12 × €10.99.',
    today: 12 * 4499 + 12 * 1099,
    advised: 6 * 4499 + 6 * 2999 + 6999 + 10_990,
    says: ['2027-06-15 port my dsl cable', '2026-12-10 begin disney year'],
  },
  {
    name: 'two people in Leeds who pay music each',
    input: abroad(
      inputOf(
        [has(music, '2026-11-09'), has({ ...music, id: 'his' }, '2026-11-09', ['ravi'])],
        [musicFamily],
      ),
      'GBP',
    ),
    advice: 'One family plan from 9 December for both: £19.99 instead of twice £11.99.',
    today: 24 * 1199,
    advised: 12 * 1999,
    says: ['2026-12-09 begin music family'],
  },
  {
    name: 'a single in Osaka who wants video two months a year',
    input: abroad(
      inputOf(
        [has(video, '2026-11-25')],
        [video, videoYear],
        (needs) => ({ ...needs, services: needs.services.map((need) => ({ ...need, monthsAYear: 2 })) }),
        { memberIds: ['asha'] },
      ),
      'JPY',
    ),
    advice: 'It is paid to 25 December. Pay twice more, which gives two months in a row, and cancel it.',
    today: 12 * 1490,
    advised: 2 * 1490,
    says: ['2027-02-24 cancel my video'],
  },
  {
    name: 'a household in Dubai that needs less room than it pays for',
    input: abroad(
      inputOf([has(cloud, '2026-11-12')], [cloud, cloudSmall], (needs) => ({
        ...needs,
        services: [{ tier: tier('cloud', 1), memberIds: ['asha'], isWanted: true }],
      })),
      'AED',
    ),
    advice: 'The small plan is enough: change on 12 December, 12 × 25 dirham less.',
    today: 12 * 3999,
    advised: 12 * 1499,
    says: ['2026-12-12 begin cloud small'],
  },
]
