import * as z from 'zod'
import { balancesSchema } from './settlements.contract.ts'
import { inHousehold } from './households.contract.ts'
import { route } from './route.ts'
import { acceptedStepSchema } from './savings-steps.contract.ts'
import { priceNewsSchema } from './subscription.schema.ts'
import {
  calendarDateSchema,
  idSchema,
  kindSchema,
  moneySchema,
  sumSchema,
  shownLookSchema,
  wallTimeSchema,
} from './value.schema.ts'

/** How every line of the first screen and of what looks further names its subscription. */
export const subjectFields = {
  subscriptionId: idSchema,
  name: z.string(),
  kind: kindSchema,
  providerId: z.string().nullable(),
  brandColor: z.string().nullable(),
  look: shownLookSchema,
  line: z.string().nullable(),
}

/** One thing that waits for a person, the most urgent first. */
export const needSchema = z.strictObject({
  ...subjectFields,
  need: z.enum(['overdue', 'stopped', 'due', 'stopsSoon', 'decideBy', 'trialEnding', 'priceChange']),
  on: calendarDateSchema,
  days: z.int().describe('From today: negative is past'),
  amount: moneySchema.nullable(),
  chargeId: idSchema.nullable(),
  memberId: idSchema.nullable().describe('Whom it concerns: who pays or manages it'),
  action: z.enum(['pay', 'recharge', 'decide']),
  yours: z.boolean().describe('You must do it, and may; those of others are told, not asked for'),
  priceNews: priceNewsSchema.nullable().describe('For `priceChange`'),
  stopsAt: wallTimeSchema.nullable().describe('For `stopsSoon`: when on its last day, where it is known'),
})

const monthSchema = z.strictObject({
  month: z.string().describe('YYYY-MM'),
  totals: z.array(sumSchema),
  byKind: z.array(z.strictObject({ kind: kindSchema, total: sumSchema })),
})

export const savingSchema = z.strictObject({
  ...subjectFields,
  saving: z.enum(['overlap', 'longerTerm']),
  perYear: moneySchema.describe('Difference of the two cash plans over 12 months'),
  now: moneySchema.describe('12 months of debits as it is'),
  after: moneySchema.describe('12 months of debits after the change'),
  because: z.strictObject({
    planId: z.string().nullable(),
    planName: z.string().nullable(),
    coveredBy: idSchema.nullable().describe('The subscription that already includes it'),
    coveredByName: z.string().nullable(),
    serviceName: z.string().nullable(),
    tier: z.string().nullable(),
  }),
})

/** The cheapest set of plans as it was worked out for this person. */
export const cheapestSchema = z.strictObject({
  perYear: moneySchema.describe('Exactly now − after'),
  now: moneySchema.describe('12 months of debits as it is'),
  after: moneySchema.describe('12 months of debits of the cheapest set'),
  hasOldPrices: z.boolean().describe('It rests on a price that nobody has confirmed lately'),
})

/** The first screen in one answer, in its order. */
export const overviewSchema = z.strictObject({
  today: calendarDateSchema,
  currency: z.string(),
  needs: z.array(needSchema).describe('Late, due within three days or to decide; yours first, at most 50'),
  needCount: z.int().describe('Of all, shown or not'),
  steps: z
    .array(acceptedStepSchema)
    .describe(
      'Accepted steps towards the cheapest set that you are to do: open ones, from three days before their day',
    ),
  arrivals: z
    .array(
      z.strictObject({
        settlementId: idSchema,
        from: idSchema,
        fromName: z.string(),
        to: idSchema,
        toName: z.string(),
        amount: moneySchema,
        on: calendarDateSchema,
      }),
    )
    .describe('Transfers that wait for your word that they arrived, the oldest first, at most 20'),
  assumed: z
    .strictObject({
      count: z.int(),
      totals: z.array(sumSchema),
      debits: z
        .array(
          z.strictObject({
            ...subjectFields,
            paymentId: idSchema,
            chargeId: idSchema,
            on: calendarDateSchema,
            amount: moneySchema,
            memberId: idSchema.nullable().describe('Who pays usually'),
          }),
        )
        .describe('The latest first, at most 100'),
    })
    .nullable()
    .describe('Debits that booked themselves and that you may confirm or deny; null when there are none'),
  unasked: z
    .array(z.strictObject(subjectFields))
    .describe('What renews by itself, and where nobody has said whether its debits book themselves'),
  toClaim: z
    .array(
      z.strictObject({
        ...subjectFields,
        serviceId: z.string(),
        serviceName: z.string(),
        tier: z.string(),
        usableUntil: calendarDateSchema.nullable(),
        choice: z.strictObject({ group: z.string(), pick: z.int() }).nullable(),
      }),
    )
    .describe('Services that plans include and that somebody has to claim at the provider, at most 50'),
  unused: z
    .array(
      z.strictObject({
        ...subjectFields,
        days: z.int().describe('Since the last use, or since the first month that was answered with no'),
        lastUsedOn: calendarDateSchema.nullable(),
        monthlyCost: moneySchema,
        mayCancel: z.boolean(),
      }),
    )
    .describe('Not used for 60 days, of what you use or manage; the longest first, at most 10'),
  next14: z.strictObject({
    until: calendarDateSchema.describe('Exclusive'),
    totals: z.array(sumSchema),
    byPayer: z.array(
      z.strictObject({ memberId: idSchema, memberName: z.string(), totals: z.array(sumSchema) }),
    ),
    days: z
      .array(z.strictObject({ on: calendarDateSchema, totals: z.array(sumSchema) }))
      .describe('Those on which something is debited'),
    count: z.int().describe('Debits of all these days'),
    debits: z
      .array(
        z.strictObject({
          ...subjectFields,
          on: calendarDateSchema,
          amount: moneySchema,
          memberId: idSchema,
          expected: z.boolean(),
        }),
      )
      .describe('The soonest first, at most 50'),
  }),
  between: balancesSchema,
  months: z.array(monthSchema).describe('Charges due per calendar month: the last six, this one last'),
  saving: savingSchema.nullable().describe('The best single one, or null: nothing better was found'),
  cheapest: cheapestSchema
    .nullable()
    .describe('Where it was worked out, is proven and fresh, and saves more than `saving`'),
  running: z.strictObject({
    count: z.int(),
    byKind: z.array(z.strictObject({ kind: kindSchema, count: z.int() })),
    monthlyCost: z.array(sumSchema),
    renewals: z.array(
      z.strictObject({ ...subjectFields, renewsOn: calendarDateSchema, amount: moneySchema }),
    ),
  }),
})

export const overviewContract = {
  read: route({
    method: 'GET',
    path: '/v1/households/{householdId}/overview',
    tag: 'overview',
    summary: 'The five answers of the first screen',
    access: { household: 'overview.read' },
  })
    .input(z.strictObject(inHousehold))
    .output(overviewSchema),
}
