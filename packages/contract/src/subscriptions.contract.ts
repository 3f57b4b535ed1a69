import * as z from 'zod'
import { inHousehold } from './households.contract.ts'
import { pageOf, pageQuery } from './page.schema.ts'
import { route } from './route.ts'
import { pastPeriodsSchema } from './subscription-act.schema.ts'
import { peopleInput } from './subscription-people.schema.ts'
import { termsErrors, termsInput } from './subscription-terms.schema.ts'
import {
  bySubscription,
  phaseSchema,
  subscriptionDetailSchema,
  subscriptionSchema,
  subscriptionStatusSchema,
} from './subscription.schema.ts'
import {
  billedAmountSchema,
  calendarDateSchema,
  idSchema,
  kindSchema,
  lookSchema,
  moneySchema,
  priceSchema,
} from './value.schema.ts'

const previewPeriodSchema = z.strictObject({
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema,
  billedOn: calendarDateSchema,
  dueOn: calendarDateSchema,
  phase: phaseSchema,
  charge: moneySchema.describe('What is debited: net and tax'),
  net: moneySchema,
  tax: moneySchema,
})

export const subscriptionsContract = {
  preview: route({
    method: 'POST',
    path: '/v1/households/{householdId}/subscriptions/preview',
    tag: 'subscriptions',
    summary: 'The next periods and charges of a draft, exactly as they will be raised',
    access: { household: 'subscriptions.read' },
    errors: termsErrors,
  })
    .input(
      z.strictObject({
        ...inHousehold,
        ...termsInput,
        count: z.int().min(1).max(200).optional(),
        since: calendarDateSchema
          .optional()
          .describe('Begin with the period that runs on this day, or with the next: for long histories'),
      }),
    )
    .output(
      z.strictObject({
        periods: z.array(previewPeriodSchema),
        before: z.int().describe('How many periods lie before the first of them'),
        ends: z
          .enum(['calendar'])
          .nullable()
          .describe('Why there are fewer than were asked for: the calendar ends with 2200'),
      }),
    ),

  list: route({
    method: 'GET',
    path: '/v1/households/{householdId}/subscriptions',
    tag: 'subscriptions',
    summary: 'Subscriptions you may see, by name',
    access: { household: 'subscriptions.read' },
  })
    .input(
      z.strictObject({
        ...inHousehold,
        q: z.string().max(100).optional(),
        kind: kindSchema.optional(),
        memberId: idSchema.optional().describe('Used, managed or paid by this person'),
        status: z
          .enum([...subscriptionStatusSchema.options, 'running', 'removed'])
          .optional()
          .describe('`removed`: those that were added by mistake, which are in no other list'),
        ...pageQuery,
      }),
    )
    .output(pageOf(subscriptionSchema)),

  create: route({
    method: 'POST',
    path: '/v1/households/{householdId}/subscriptions',
    tag: 'subscriptions',
    summary: 'Add a subscription from the catalogue (`planId`) or of your own (name, kind, interval, price)',
    access: { household: 'subscriptions.create' },
    status: 201,
    idempotent: true,
    errors: [
      ...termsErrors,
      'unknown-member',
      'unknown-line',
      'invalid-split',
      'unfit-usage',
      'illegal-transition',
    ],
  })
    .input(
      z.strictObject({
        ...inHousehold,
        ...termsInput,
        ...peopleInput,
        kind: kindSchema.optional(),
        visibility: z.enum(['shared', 'private']).optional(),
        pastPeriods: pastPeriodsSchema.optional(),
        paidBefore: billedAmountSchema
          .optional()
          .describe(
            'With `leftOut`: what all of them came to. It counts as paid by the usual payer on the first day, and nobody owes a share of it',
          ),
        currentPaid: z
          .boolean()
          .optional()
          .describe(
            'Also records that the running period, or the only pack of what is over, was paid by the usual payer on its due day. Nothing where it is not due yet, or its debit books itself',
          ),
        replaces: z
          .strictObject({
            subscriptionId: idSchema,
            how: z
              .enum(['atPeriodEnd', 'now', 'ended'])
              .describe('`ended`: a pack that has stopped already and that nobody goes on with'),
          })
          .optional()
          .describe(
            'The one it takes the place of, as when a number moves to another provider: cancelled or ended today',
          ),
      }),
    )
    .output(subscriptionDetailSchema),

  read: route({
    method: 'GET',
    path: '/v1/households/{householdId}/subscriptions/{id}',
    tag: 'subscriptions',
    summary: 'One subscription with its timeline',
    access: { household: 'subscriptions.read' },
  })
    .input(z.strictObject(bySubscription))
    .output(subscriptionDetailSchema),

  update: route({
    method: 'PATCH',
    path: '/v1/households/{householdId}/subscriptions/{id}',
    tag: 'subscriptions',
    summary: 'Change names, people, notes or the price from the next unbilled period',
    description:
      'Exact amounts of a split follow another price in proportion from its first period on, unless `split` says others.',
    access: { household: 'subscriptions.change' },
    idempotent: true,
    ifMatch: true,
    errors: [
      'unknown-member',
      'unknown-line',
      'invalid-split',
      'unfit-usage',
      'currency-mismatch',
      'invalid-terms',
      'illegal-transition',
      'date-out-of-range',
    ],
  })
    .input(
      z.strictObject({
        ...bySubscription,
        ...peopleInput,
        kind: kindSchema.optional(),
        look: lookSchema.nullable().optional().describe('Null: that of the brand'),
        visibility: z
          .enum(['shared', 'private'])
          .optional()
          .describe('`private` by its owner only, and only where nobody else is or was named in it'),
        splitFrom: calendarDateSchema
          .optional()
          .describe(
            'The day from which `split` is in force; default today, or with `price` the first period of that price. Earlier ones adjust what is posted',
          ),
        recordsItselfFrom: calendarDateSchema
          .optional()
          .describe('Book also what was due since this day and is not paid; default today'),
        price: priceSchema.optional(),
        keptBesideId: z
          .string()
          .min(1)
          .max(160)
          .optional()
          .describe(
            '`versionId` of `priceNews`: the price stays as it is, and nothing more is said about that one',
          ),
      }),
    )
    .output(subscriptionDetailSchema),

  recordThemselves: route({
    method: 'POST',
    path: '/v1/households/{householdId}/subscriptions/records-itself',
    tag: 'subscriptions',
    summary:
      'Whether debits of subscriptions that nobody was asked about book themselves: one answer for all',
    description:
      'Those where somebody has said so already, or that are not yours to change, stay as they are.',
    access: { household: 'subscriptions.change' },
    idempotent: true,
  })
    .input(
      z.strictObject({
        ...inHousehold,
        answer: z
          .enum(['fromToday', 'withOldDues', 'no'])
          .describe('`withOldDues` also books what was due before today and is not paid'),
      }),
    )
    .output(z.strictObject({ subscriptionIds: z.array(idSchema).describe('Those that the answer is for') })),
}
