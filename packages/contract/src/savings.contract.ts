import * as z from 'zod'
import { inHousehold } from './households.contract.ts'
import { route } from './route.ts'
import { calendarDateSchema, idSchema, moneySchema, priceSchema } from './value.schema.ts'

const MOST_NEEDS = 500
const catalogueId = z.string().min(1).max(160)
const memberIds = z.array(idSchema).max(100)

const serviceNeedSchema = z.strictObject({
  serviceId: catalogueId.describe(
    'A service of the catalogue at a tier; that tier or a better one is needed',
  ),
  memberIds: memberIds.describe('Those who use it together'),
  isWanted: z.boolean().describe('False for what comes along and nobody asked for: it may go'),
  monthsAYear: z
    .int()
    .min(1)
    .max(11)
    .nullable()
    .default(null)
    .describe('It may rotate: wanted for so many months in a row of the next twelve; null is all year'),
})

const lineNeedSchema = z.strictObject({
  subscriptionId: idSchema.describe('The subscription that serves the line now'),
  kind: z.enum(['mobile', 'broadband']),
  memberIds,
  mbPerDay: z
    .int()
    .min(0)
    .max(1_000_000)
    .nullable()
    .describe('Data a day, megabytes of 1024 kB; 1000000 is without limit, null is any'),
  needsCalls: z.boolean().describe('Calls without limit'),
  validity: z
    .strictObject({ least: z.int().min(1).max(1000), most: z.int().min(1).max(1000) })
    .nullable()
    .describe('Days that one payment may last'),
  providerLock: catalogueId.nullable().describe('Only plans of this provider'),
  mbps: z.int().min(0).max(100_000).nullable(),
  capGb: z.int().min(0).max(1_000_000).nullable().describe('Data a month before it slows down'),
  seats: z.int().min(1).max(20).describe('Numbers that the plan of today serves'),
})

/** What a household needs, taken from what it has and then edited. What came later has a default, so that needs of before still read. */
export const needsSchema = z.strictObject({
  services: z.array(serviceNeedSchema).max(MOST_NEEDS),
  lines: z.array(lineNeedSchema).max(MOST_NEEDS),
  keep: z.array(idSchema).max(MOST_NEEDS).describe('Subscriptions that stay whatever they cost'),
  never: z.array(catalogueId).max(MOST_NEEDS).describe('Providers and plans that are not looked at'),
  withOldPrices: z.boolean().describe('Also plans whose price nobody has confirmed lately'),
  budget: priceSchema
    .nullable()
    .default(null)
    .describe('For all that is paid, a month; it rules nothing out, what is over it is told'),
})

const namedSchema = z.strictObject({ id: z.string(), name: z.string() })

const overlapSchema = z.strictObject({
  kind: z
    .enum(['paidAndIncluded', 'paidTwice', 'mayWantBoth'])
    .describe('`mayWantBoth`: the other is of other people, who may want one of their own'),
  subscription: namedSchema.describe('The one that could be dropped'),
  coveredBy: z.array(namedSchema),
  claimFirst: z.array(namedSchema).describe('Included services to be claimed before'),
  from: calendarDateSchema,
  until: calendarDateSchema.nullable().describe('First day without; null: both go on by themselves'),
  days: z.int().describe('Of the next twelve months on which both are there'),
  wasted: moneySchema.describe('Those days × the daily price of the one that could be dropped'),
  isLasting: z.boolean(),
})

const benefitSchema = z.strictObject({
  kind: z.enum(['unclaimed', 'endsSoon']),
  subscription: namedSchema,
  services: z.array(namedSchema),
  until: calendarDateSchema.nullable(),
})

const chosenSchema = z.strictObject({
  subscription: namedSchema.nullable(),
  plan: namedSchema.nullable(),
  what: z.enum(['stays', 'goes', 'changes', 'begins']),
  on: calendarDateSchema.nullable().describe('First day of the new plan, or without the old one'),
  isSeat: z.boolean().describe('It takes a seat of the plan that another line holds'),
  until: calendarDateSchema
    .nullable()
    .default(null)
    .describe('First day without it, where it is begun for some months only'),
  cost: moneySchema.describe('Within the twelve months'),
})

const planSetSchema = z.strictObject({
  total: moneySchema.describe('Real debits of twelve months'),
  monthly: moneySchema.describe('A true average month of what goes on'),
  chosen: z.array(chosenSchema),
})

/** The cheapest set of plans for some needs, with its proof (law 18). */
export const cheapestSetSchema = z.strictObject({
  from: calendarDateSchema,
  until: calendarDateSchema.describe('Exclusive'),
  proof: z.strictObject({
    status: z.enum(['optimal', 'unproven']),
    value: moneySchema,
    bound: moneySchema.describe('Nothing can cost less; the value itself where it is optimal'),
    choices: z.int(),
    weighed: z.int().describe('Left after those that another one can stand for'),
  }),
  now: planSetSchema,
  best: planSetSchema,
  saving: moneySchema.describe('Exactly now − best; below zero where more is asked for than there is today'),
  isBetter: z.boolean().describe('False: nothing is better'),
  isTodayEnough: z.boolean(),
  months: z.array(
    z.strictObject({ month: z.string().describe('YYYY-MM'), now: moneySchema, best: moneySchema }),
  ),
  secondBest: z
    .strictObject({ more: moneySchema.describe('Than the best'), chosen: z.array(chosenSchema) })
    .nullable(),
  lost: z.array(
    z.strictObject({
      service: namedSchema,
      memberIds,
      subscription: namedSchema,
      from: calendarDateSchema.describe('First day without it'),
    }),
  ),
  unmet: z
    .array(
      z.strictObject({
        service: namedSchema,
        memberId: idSchema,
        from: calendarDateSchema,
        until: calendarDateSchema,
      }),
    )
    .describe('Days on which nothing there is gives what is needed'),
  rotations: z
    .array(
      z.strictObject({
        service: namedSchema,
        memberIds,
        from: calendarDateSchema,
        until: calendarDateSchema.describe('First day after its months'),
        plan: namedSchema.nullable().describe('Begun for them; null where something else gives the service'),
        saving: moneySchema
          .nullable()
          .describe('Against all year; null where that was not proven in time, or not asked for'),
      }),
    )
    .default([])
    .describe('In which months to hold each service that may rotate'),
  steps: z.array(
    z.strictObject({
      kind: z.enum(['cancel', 'recharge', 'port', 'begin', 'claim']),
      on: calendarDateSchema.describe('`cancel`: the last day on which it helps; else the day itself'),
      subscription: namedSchema.nullable(),
      plan: namedSchema.nullable(),
      service: namedSchema.nullable(),
      memberIds: memberIds.optional().describe('Those it is for; nobody is named where it is for everybody'),
    }),
  ),
  oldPrices: z.array(namedSchema).describe('New plans of the set whose price nobody has confirmed lately'),
  budget: z
    .strictObject({
      monthly: moneySchema,
      over: moneySchema.describe('Exactly best − 12 × the budget; zero or below is within it'),
    })
    .nullable()
    .default(null)
    .describe('Null where the needs name none'),
})

const needCost = moneySchema
  .nullable()
  .describe(
    'How much less the cheapest set would be without it, in twelve months; null where that was not proven in time or nothing is left',
  )

/** What one need costs. */
export const needCostSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('service'),
    serviceId: catalogueId,
    memberIds: memberIds.describe('Those without it: all who use it together, or one of them'),
    cost: needCost,
  }),
  z.strictObject({
    kind: z.literal('line'),
    subscriptionId: idSchema,
    ask: z.enum(['mbPerDay', 'needsCalls', 'validity', 'providerLock', 'mbps', 'capGb']),
    cost: needCost,
  }),
  z.strictObject({ kind: z.literal('keep'), subscriptionId: idSchema, cost: needCost }),
  z.strictObject({ kind: z.literal('never'), catalogueId, cost: needCost }),
])

/** What was worked out for one person of a household on a day. */
export const savingsResultSchema = z.strictObject({
  madeOn: calendarDateSchema,
  currency: z.string(),
  needs: needsSchema,
  overlaps: z.array(overlapSchema),
  benefits: z.array(benefitSchema),
  set: cheapestSetSchema.nullable().describe('Null where a line cannot go on with any plan there is'),
  costs: z
    .array(needCostSchema)
    .default([])
    .describe('What each need costs; none where the set is not proven'),
})

/** What can be said of needs: the tiers of each service, who serves lines, and the names of what is asked for now. */
export const needChoicesSchema = z.strictObject({
  services: z
    .array(
      z.strictObject({
        name: z.string(),
        tiers: z.array(namedSchema).describe('From the least to the best'),
      }),
    )
    .describe('All that can be had in the country of the household, or is needed now'),
  subscriptions: z.array(namedSchema).describe('Lines and services of today: what can be kept'),
  providers: z.array(namedSchema.extend({ kinds: z.array(z.enum(['mobile', 'broadband'])) })),
  never: z.array(namedSchema).describe('The names of what your needs rule out'),
})

const stateSchema = z
  .enum(['none', 'working', 'fresh', 'stale'])
  .describe('`stale`: a change, another day or another catalogue came after it')

export const savingsSchema = z.strictObject({
  state: stateSchema,
  isEdited: z.boolean().describe('Somebody changed the needs'),
  result: savingsResultSchema.nullable(),
})

/** Everybody has needs and results of their own; a key that only reads starts and changes nothing. */
const access = { household: 'overview.read' } as const
const scope = 'subscriptions.write' as const
const base = '/v1/households/{householdId}/savings' as const

export const savingsContract = {
  read: route({
    method: 'GET',
    path: base,
    tag: 'savings',
    summary: 'What is paid twice, and the cheapest set of plans, as it was worked out last',
    access,
  })
    .input(z.strictObject(inHousehold))
    .output(savingsSchema),

  work: route({
    method: 'POST',
    path: `${base}/work`,
    tag: 'savings',
    summary: 'Work it out anew; nothing where what is there is fresh',
    access,
    scope,
    status: 202,
  })
    .input(z.strictObject(inHousehold))
    .output(z.strictObject({ state: stateSchema })),

  cancel: route({
    method: 'DELETE',
    path: `${base}/work`,
    tag: 'savings',
    summary: 'Stop working it out; what was there before stays',
    access,
    scope,
  })
    .input(z.strictObject(inHousehold))
    .output(z.strictObject({ state: stateSchema })),

  setNeeds: route({
    method: 'PUT',
    path: `${base}/needs`,
    tag: 'savings',
    summary:
      'Change what is needed, as you see it, and work it out anew; null takes it from what there is again',
    access,
    scope,
    status: 202,
  })
    .input(z.strictObject({ ...inHousehold, needs: needsSchema.nullable() }))
    .output(z.strictObject({ state: stateSchema })),

  choices: route({
    method: 'GET',
    path: `${base}/choices`,
    tag: 'savings',
    summary: 'Services with their tiers, and providers of lines: what needs can name',
    access,
  })
    .input(z.strictObject(inHousehold))
    .output(needChoicesSchema),

  whatIf: route({
    method: 'POST',
    path: `${base}/what-if`,
    tag: 'savings',
    summary: 'The cheapest set for other needs, at once and without keeping it',
    access,
  })
    .input(z.strictObject({ ...inHousehold, needs: needsSchema }))
    .output(z.strictObject({ set: cheapestSetSchema.nullable() })),
}
