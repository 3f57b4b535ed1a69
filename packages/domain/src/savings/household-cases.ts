// Households as a careful person would look at them on 1 December 2026, and what that person would tell them. Written by hand: the
// rupees are days × daily price, in paise, and a month of ₹310 is ₹10 a day in December.
import { every, monthly, on } from '../test-drafts.ts'
import type { Act, ActRecord } from '../subscription/act.ts'
import type { Draft } from '../subscription/draft.ts'
import { factsOfActs } from '../subscription/fold.ts'
import type { HeldInclude, HeldSubscription, People, ServiceTier } from './holding.ts'
import type { WantedBoth } from './overlap.ts'

export const casesToday = on('2026-12-01')

export interface HouseholdCase {
  readonly name: string
  readonly has: readonly HeldSubscription[]
  readonly wantsBoth?: readonly WantedBoth[]
  /** Pairs of which they said that one is enough. */
  readonly enough?: readonly WantedBoth[]
  /** `drop a for b: days, paise`, `ask a for b: …`, `unclaimed a x|y`, `ends a x on`. */
  readonly finds: readonly string[]
}

const ladders = ['hotstar', 'netflix', 'prime', 'sony', 'zee5', 'music']

/** `netflix2` is the second tier of Netflix. */
function tierOf(text: string): ServiceTier {
  const ladderId = ladders.find((name) => text.startsWith(name))
  if (ladderId === undefined) throw new Error(`no ladder ${text}`)
  return { ladderId, rank: Number(text.slice(ladderId.length)) }
}

interface Details {
  readonly for?: People
  readonly from?: string
  readonly draft?: Partial<Draft>
  readonly acts?: readonly (readonly [string, Act])[]
  readonly counts?: 'purchase'
}

const recordsOf = (id: string, draft: Draft, later: Details['acts'] = []): ActRecord[] =>
  [[draft.startsOn, { kind: 'started', draft }] as const, ...later].map(([day, act], at) => ({
    id: `${id}-${at}`,
    on: on(day),
    at: `${day}T06:00:00.000Z`,
    by: 'asha',
    act,
  }))

function held(
  id: string,
  paise: number,
  details: Details & Pick<HeldSubscription, 'standalone' | 'includes' | 'isOnlyServices'>,
): HeldSubscription {
  const { for: people = ['asha'], from = '2026-11-01', standalone, includes, isOnlyServices } = details
  const price = { amount: paise, currency: 'INR' }
  const records = recordsOf(
    id,
    { startsOn: on(from), interval: monthly, price, ...details.draft },
    details.acts,
  )
  return {
    id,
    people,
    facts: factsOfActs(records),
    notice: { noticeDays: 0, mandateHours24: true },
    records,
    starts: details.counts ?? 'packStart',
    standalone,
    includes,
    isOnlyServices,
  }
}

const paid = (id: string, tier: string, paise: number, more: Details = {}) =>
  held(id, paise, { ...more, standalone: tierOf(tier), includes: [], isOnlyServices: true })
const streams = (id: string, paise: number, includes: HeldInclude[], more: Details = {}) =>
  held(id, paise, { ...more, standalone: null, includes, isOnlyServices: true })
const line = (id: string, paise: number, includes: HeldInclude[], more: Details = {}) =>
  held(id, paise, { ...more, standalone: null, includes, isOnlyServices: false })
const fibre = (includes: HeldInclude[], more: Details = {}) =>
  line('fibre', 99_900, includes, { for: 'everybody', ...more })
/** 28 days from 20 November: through 17 December. */
const pack = (id: string, includes: HeldInclude[], more: Details = {}) =>
  line(id, 29_900, includes, {
    from: '2026-11-20',
    ...more,
    draft: { interval: every(28, 'day'), renewal: 'manual', ...more.draft },
  })

const auto = (tier: string, more: Partial<HeldInclude> = {}): HeldInclude => ({
  serviceId: tier.replace(/\d/, ''),
  activation: 'auto',
  interval: null,
  choice: null,
  tier: tierOf(tier),
  ...more,
})
const toClaim = (tier: string, more: Partial<HeldInclude> = {}) =>
  auto(tier, { activation: 'claim', ...more })
const oneOf = (...tiers: string[]) => tiers.map((tier) => toClaim(tier, { choice: { group: 'g', pick: 1 } }))

const claimed = (day: string, serviceId: string): [string, Act] => [
  day,
  { kind: 'claimed', serviceId, state: 'claimed' },
]
const dismissed = (day: string, serviceId: string): [string, Act] => [
  day,
  { kind: 'claimed', serviceId, state: 'dismissed' },
]
const cancelled = (day: string): [string, Act] => [day, { kind: 'cancelled', mode: 'atPeriodEnd' }]
const both: People = ['asha', 'ravi']
const ravi: People = ['ravi']
const yearly = every(1, 'year')

export const householdCases: readonly HouseholdCase[] = [
  { name: 'nothing at all', has: [], finds: [] },
  {
    name: 'a stream that the home line includes',
    has: [paid('h', 'hotstar2', 14_900), fibre([auto('hotstar2')])],
    finds: ['drop h for fibre: 365, 178800'],
  },
  {
    name: 'a stream that a pack includes, for the days of the pack',
    has: [paid('h', 'hotstar2', 31_000), pack('jio', [auto('hotstar2')])],
    finds: ['drop h for jio: 17, 17000'],
  },
  {
    name: 'a better tier than the included one',
    has: [paid('n', 'netflix4', 64_900), pack('jio', [auto('netflix1')])],
    finds: [],
  },
  {
    name: 'a lesser tier than the included one',
    has: [paid('n', 'netflix1', 14_900), fibre([auto('netflix2')])],
    finds: ['drop n for fibre: 365, 178800'],
  },
  {
    name: 'another service than the included one',
    has: [paid('z', 'zee52', 9900), fibre([auto('hotstar2')])],
    finds: [],
  },
  {
    name: 'a benefit that has to be claimed first',
    has: [paid('n', 'netflix1', 31_000), pack('jio', [toClaim('netflix1')])],
    finds: ['drop n for jio: 17, 17000, claim netflix'],
  },
  {
    name: 'a benefit that was claimed',
    has: [
      paid('n', 'netflix1', 31_000),
      pack('jio', [toClaim('netflix1')], { acts: [claimed('2026-11-21', 'netflix')] }),
    ],
    finds: ['drop n for jio: 17, 17000'],
  },
  {
    name: 'a benefit that nobody wants',
    has: [
      paid('n', 'netflix1', 31_000),
      pack('jio', [toClaim('netflix1')], { acts: [dismissed('2026-11-21', 'netflix')] }),
    ],
    finds: [],
  },
  {
    name: 'a benefit that could be picked, and is not yet',
    has: [paid('s', 'sony1', 31_000), line('vi', 45_100, oneOf('sony1', 'hotstar1'))],
    finds: ['unclaimed vi sony|hotstar'],
  },
  {
    name: 'a benefit that was picked',
    has: [
      paid('s', 'sony1', 31_000),
      line('vi', 45_100, oneOf('sony1', 'hotstar1'), { acts: [claimed('2026-11-02', 'sony')] }),
    ],
    finds: ['drop s for vi: 365, 372000'],
  },
  {
    name: 'a benefit that cannot be picked any more',
    has: [
      paid('s', 'sony1', 31_000),
      line('vi', 45_100, oneOf('sony1', 'hotstar1'), { acts: [claimed('2026-11-02', 'hotstar')] }),
    ],
    finds: [],
  },
  {
    name: 'a home line that begins on the 16th',
    has: [paid('h', 'hotstar2', 31_000), fibre([auto('hotstar2')], { from: '2026-12-16' })],
    finds: ['drop h for fibre: 350, 357000'],
  },
  {
    name: 'a stream that begins on the 11th',
    has: [paid('h', 'hotstar2', 31_000, { from: '2026-12-11' }), fibre([auto('hotstar2')])],
    finds: ['drop h for fibre: 355, 361667'],
  },
  {
    name: 'a home line that ends before the stream is due again',
    has: [
      paid('h', 'hotstar2', 31_000),
      fibre([auto('hotstar2')], { from: '2026-11-10', acts: [cancelled('2026-11-28')] }),
    ],
    finds: [],
  },
  {
    name: 'a home line that ends in March',
    has: [
      paid('h', 'hotstar2', 31_000),
      fibre([auto('hotstar2')], {
        from: '2026-03-01',
        draft: { interval: yearly },
        acts: [cancelled('2026-11-28')],
      }),
    ],
    finds: ['drop h for fibre: 90, 93000, ends'],
  },
  {
    name: 'a stream that is cancelled already',
    has: [paid('h', 'hotstar2', 31_000, { acts: [cancelled('2026-11-20')] }), fibre([auto('hotstar2')])],
    finds: [],
  },
  {
    name: 'a stream that is paused',
    has: [
      paid('h', 'hotstar2', 31_000, {
        acts: [['2026-11-20', { kind: 'paused', fromOn: on('2026-11-20'), untilOn: null }]],
      }),
      fibre([auto('hotstar2')]),
    ],
    finds: [],
  },
  {
    name: 'a home line that is paused',
    has: [
      paid('h', 'hotstar2', 31_000),
      fibre([auto('hotstar2')], {
        acts: [['2026-11-20', { kind: 'paused', fromOn: on('2026-11-20'), untilOn: null }]],
      }),
    ],
    finds: [],
  },
  {
    name: 'a pack that is over',
    has: [paid('h', 'hotstar2', 31_000), pack('jio', [auto('hotstar2')], { from: '2026-10-01' })],
    finds: [],
  },
  {
    name: 'a free week that becomes dear',
    has: [
      paid('h', 'hotstar2', 31_000, { from: '2026-12-01', draft: { trial: every(7, 'day') } }),
      fibre([auto('hotstar2')]),
    ],
    finds: ['drop h for fibre: 365, 364767'],
  },
  {
    name: 'a stream paid for a year',
    has: [
      paid('h', 'hotstar2', 365_000, { from: '2026-09-01', draft: { interval: yearly } }),
      fibre([auto('hotstar2')]),
    ],
    finds: ['drop h for fibre: 365, 364751'],
  },
  {
    name: 'a stream with tax on top',
    has: [
      paid('h', 'hotstar2', 10_000, { draft: { tax: { included: false, basisPoints: 1800 } } }),
      fibre([auto('hotstar2')]),
    ],
    finds: ['drop h for fibre: 365, 141600'],
  },
  {
    name: 'a benefit that ends long before its pack',
    has: [
      paid('p', 'prime1', 31_000),
      pack('jio', [auto('prime1', { interval: every(28, 'day') })], {
        draft: { interval: every(84, 'day') },
      }),
    ],
    finds: [],
  },
  {
    name: 'a benefit of ninety days in a pack of a year, beyond what the stream has paid',
    has: [
      paid('p', 'prime1', 31_000),
      pack('jio', [auto('prime1', { interval: every(90, 'day') })], {
        draft: { interval: every(365, 'day') },
      }),
    ],
    finds: ['drop p for jio: 79, 80821, ends'],
  },
  {
    name: 'the same stream twice',
    has: [paid('a', 'netflix2', 30_000), paid('b', 'netflix2', 31_000)],
    finds: ['drop b for a: 365, 372000'],
  },
  {
    name: 'the same stream twice at the same price',
    has: [paid('x', 'netflix2', 31_000), paid('y', 'netflix2', 31_000)],
    finds: ['drop y for x: 365, 372000'],
  },
  {
    name: 'the same stream three times',
    has: [paid('a', 'netflix2', 20_000), paid('b', 'netflix2', 30_000), paid('c', 'netflix1', 10_000)],
    finds: ['drop b for a: 365, 360000', 'drop c for a: 365, 120000'],
  },
  {
    name: 'a lesser tier beside a better one, both paid',
    has: [paid('a', 'prime1', 7900), paid('b', 'prime3', 29_900)],
    finds: ['drop a for b: 365, 94800'],
  },
  {
    name: 'two people, each with one',
    has: [paid('a', 'netflix2', 31_000), paid('b', 'netflix2', 31_000, { for: ravi })],
    finds: ['ask b for a: 365, 372000'],
  },
  {
    name: 'two people who want both',
    has: [paid('a', 'netflix2', 31_000), paid('b', 'netflix2', 31_000, { for: ravi })],
    wantsBoth: [['b', 'a']],
    finds: [],
  },
  {
    name: 'two people who said that one is enough',
    has: [paid('a', 'netflix2', 31_000), paid('b', 'netflix2', 31_000, { for: ravi })],
    enough: [['b', 'a']],
    finds: ['drop b for a: 365, 372000'],
  },
  {
    name: 'one of two people has a share in the other one',
    has: [paid('a', 'netflix2', 20_000), paid('b', 'netflix2', 31_000, { for: both })],
    finds: ['drop a for b: 365, 240000'],
  },
  {
    name: 'one is dearer and serves more people',
    has: [paid('a', 'music1', 31_000), paid('b', 'music3', 50_000, { for: 'everybody' })],
    finds: ['drop a for b: 365, 372000'],
  },
  {
    name: 'somebody has a better tier than the other',
    has: [paid('a', 'netflix1', 31_000), paid('b', 'netflix4', 60_000, { for: ravi })],
    finds: ['ask a for b: 365, 372000'],
  },
  {
    name: 'two services of one person',
    has: [paid('a', 'netflix1', 31_000), paid('b', 'hotstar1', 31_000)],
    finds: [],
  },
  {
    name: 'the same stream twice, of which one ends this month',
    has: [
      paid('a', 'netflix2', 31_000, { from: '2026-11-20', acts: [cancelled('2026-11-25')] }),
      paid('b', 'netflix2', 31_000),
    ],
    finds: [],
  },
  {
    name: 'the same stream twice, both ending',
    has: [
      paid('a', 'netflix2', 31_000, { acts: [cancelled('2026-11-25')] }),
      paid('b', 'netflix2', 31_000, { acts: [cancelled('2026-11-25')] }),
    ],
    finds: [],
  },
  {
    name: 'a stream paid for some days by hand beside the same by the month',
    has: [
      paid('a', 'sony2', 31_000),
      paid('b', 'sony2', 9900, {
        from: '2026-11-20',
        draft: { interval: every(28, 'day'), renewal: 'manual' },
      }),
    ],
    finds: ['drop a for b: 17, 17000'],
  },
  {
    name: 'a bundle of streams that is cheaper than both of them',
    has: [
      streams('bundle', 19_900, [auto('hotstar2'), auto('zee52')]),
      paid('h', 'hotstar2', 14_900),
      paid('z', 'zee52', 9900),
    ],
    finds: ['drop h for bundle: 365, 178800', 'drop z for bundle: 365, 118800'],
  },
  {
    name: 'a bundle of streams that is dearer than both of them',
    has: [
      streams('bundle', 31_000, [auto('hotstar2'), auto('zee52')]),
      paid('h', 'hotstar2', 14_900),
      paid('z', 'zee52', 9900),
    ],
    finds: ['drop bundle for h+z: 365, 372000'],
  },
  {
    name: 'a bundle of streams and one of them',
    has: [streams('bundle', 31_000, [auto('hotstar2'), auto('zee52')]), paid('h', 'hotstar2', 14_900)],
    finds: ['drop h for bundle: 365, 178800'],
  },
  {
    name: 'a bundle of streams that the home line includes',
    has: [
      streams('bundle', 31_000, [auto('hotstar2'), auto('zee52')]),
      fibre([auto('hotstar2'), auto('zee52')]),
    ],
    finds: ['drop bundle for fibre: 365, 372000'],
  },
  {
    name: 'a bundle of streams of which the home line includes one',
    has: [streams('bundle', 31_000, [auto('hotstar2'), auto('zee52')]), fibre([auto('hotstar2')])],
    finds: [],
  },
  {
    name: 'a bundle whose two services come from two lines',
    has: [
      streams('bundle', 31_000, [auto('hotstar2'), auto('zee52')]),
      fibre([auto('hotstar2')]),
      line('airtel', 50_000, [auto('zee52')]),
    ],
    finds: ['drop bundle for airtel+fibre: 365, 372000'],
  },
  {
    name: 'a bundle inside another',
    has: [
      streams('big', 50_000, [auto('hotstar2'), auto('zee52'), auto('sony2')]),
      streams('small', 31_000, [auto('hotstar2'), auto('zee52')]),
    ],
    finds: ['drop small for big: 365, 372000'],
  },
  {
    name: 'two lines that include the same',
    has: [pack('jio', [auto('hotstar2')]), fibre([auto('hotstar2')])],
    finds: [],
  },
  {
    name: 'a line of which all that it includes is there anyway',
    has: [line('airtel', 50_000, [auto('hotstar1')]), paid('h', 'hotstar3', 29_900)],
    finds: [],
  },
  {
    name: 'a pack of somebody else includes it',
    has: [paid('h', 'hotstar1', 31_000), pack('jio', [auto('hotstar1')], { for: ravi })],
    finds: ['ask h for jio: 17, 17000'],
  },
  {
    name: 'a pack of somebody else includes it, and both are wanted',
    has: [paid('h', 'hotstar1', 31_000), pack('jio', [auto('hotstar1')], { for: ravi })],
    wantsBoth: [['h', 'jio']],
    finds: [],
  },
  {
    name: 'a pack of somebody else includes it, and that is enough',
    has: [paid('h', 'hotstar1', 31_000), pack('jio', [auto('hotstar1')], { for: ravi })],
    enough: [['jio', 'h']],
    finds: ['drop h for jio: 17, 17000'],
  },
  {
    name: 'the home line gives to everybody what two pay, and both are wanted: it is the one of them',
    has: [
      paid('h', 'hotstar1', 31_000),
      paid('his', 'hotstar1', 24_800, { for: ravi }),
      fibre([auto('hotstar1')]),
    ],
    wantsBoth: [['h', 'his']],
    finds: ['drop h for fibre: 365, 372000'],
  },
  {
    name: 'two home lines give to everybody what two pay, and both are wanted: one for each',
    has: [
      paid('h', 'hotstar1', 31_000),
      paid('his', 'hotstar1', 31_000, { for: ravi }),
      fibre([auto('hotstar1')]),
      line('tv', 50_000, [auto('hotstar1')], { for: 'everybody' }),
    ],
    wantsBoth: [['his', 'h']],
    finds: ['drop h for tv: 365, 372000', 'drop his for fibre: 365, 372000'],
  },
  {
    name: 'a pack of two people includes what one of them pays',
    has: [paid('h', 'hotstar1', 31_000), pack('jio', [auto('hotstar1')], { for: both })],
    finds: ['drop h for jio: 17, 17000'],
  },
  {
    name: 'a stream of everybody beside the pack of one',
    has: [paid('h', 'hotstar1', 31_000, { for: 'everybody' }), pack('jio', [auto('hotstar1')])],
    finds: ['ask h for jio: 17, 17000'],
  },
  {
    name: 'a stream in a pack and in the home line: what lasts longer covers',
    has: [paid('h', 'hotstar1', 31_000), pack('jio', [auto('hotstar1')]), fibre([auto('hotstar1')])],
    finds: ['drop h for fibre: 365, 372000'],
  },
  {
    name: 'a benefit that nobody has claimed',
    has: [pack('jio', [toClaim('netflix1')])],
    finds: ['unclaimed jio netflix'],
  },
  {
    name: 'two benefits that nobody has claimed',
    has: [pack('jio', [toClaim('netflix1'), toClaim('prime1')])],
    finds: ['unclaimed jio netflix', 'unclaimed jio prime'],
  },
  {
    name: 'one of two may be picked, and none is',
    has: [line('vi', 45_100, oneOf('sony1', 'hotstar1'))],
    finds: ['unclaimed vi sony|hotstar'],
  },
  {
    name: 'one of two was picked',
    has: [line('vi', 45_100, oneOf('sony1', 'hotstar1'), { acts: [claimed('2026-11-02', 'sony')] })],
    finds: [],
  },
  {
    name: 'a benefit that nobody wants and nobody pays',
    has: [pack('jio', [toClaim('netflix1')], { acts: [dismissed('2026-11-21', 'netflix')] })],
    finds: [],
  },
  {
    name: 'a benefit nobody has claimed beside a better one that is paid',
    has: [pack('jio', [toClaim('netflix1')]), paid('n', 'netflix4', 64_900)],
    finds: [],
  },
  {
    name: 'a benefit that ends with its pack in five days',
    has: [
      pack('jio', [toClaim('netflix1')], { from: '2026-11-08', acts: [claimed('2026-11-08', 'netflix')] }),
    ],
    finds: ['ends jio netflix 2026-12-06'],
  },
  {
    name: 'a benefit that ends with its pack in seven days',
    has: [pack('jio', [auto('hotstar1')], { from: '2026-11-10' })],
    finds: ['ends jio hotstar 2026-12-08'],
  },
  {
    name: 'a benefit that ends with its pack in eight days',
    has: [pack('jio', [auto('hotstar1')], { from: '2026-11-11' })],
    finds: [],
  },
  {
    name: 'a benefit that ends soon and goes on in the home line',
    has: [pack('jio', [auto('hotstar1')], { from: '2026-11-08' }), fibre([auto('hotstar2')])],
    finds: [],
  },
  {
    name: 'a benefit that ends soon and goes on with a dearer stream of one’s own',
    has: [pack('jio', [auto('netflix1')], { from: '2026-11-08' }), paid('n', 'netflix4', 64_900)],
    finds: [],
  },
  {
    name: 'a benefit of a pack that was bought early counts from the purchase',
    has: [
      pack('jio', [auto('music1', { interval: every(30, 'day') })], {
        from: '2026-10-20',
        counts: 'purchase',
        acts: [['2026-11-05', { kind: 'recharged', renewedOn: on('2026-11-05') }]],
      }),
    ],
    finds: ['ends jio music 2026-12-05'],
  },
  {
    name: 'a bill that was cancelled takes its benefit along in four days',
    has: [
      line('airtel', 50_000, [auto('hotstar1')], { from: '2026-11-05', acts: [cancelled('2026-11-25')] }),
    ],
    finds: ['ends airtel hotstar 2026-12-05'],
  },
  {
    name: 'a year that was claimed once is over in three days',
    has: [
      line('airtel', 50_000, [toClaim('hotstar1', { interval: yearly })], {
        from: '2025-12-01',
        acts: [claimed('2025-12-04', 'hotstar')],
      }),
    ],
    finds: ['ends airtel hotstar 2026-12-04'],
  },
]
