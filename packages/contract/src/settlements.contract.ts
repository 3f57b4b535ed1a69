import * as z from 'zod'
import { convertedSchema, oldRateSchema } from './converted.schema.ts'
import { inHousehold } from './households.contract.ts'
import { pageOf, pageQuery } from './page.schema.ts'
import { route } from './route.ts'
import {
  calendarDateSchema,
  currencySchema,
  idSchema,
  instantSchema,
  moneySchema,
  paidAmountSchema,
  sumSchema,
  textSchema,
} from './value.schema.ts'

export const balanceSchema = z.strictObject({
  memberId: idSchema,
  memberName: z.string(),
  hasLeft: z.boolean().describe('Left the household, and stays in its ledger by name'),
  amount: sumSchema.describe('Positive: the others owe this person'),
})

export const transferSchema = z.strictObject({
  from: idSchema,
  fromName: z.string(),
  to: idSchema,
  toName: z.string(),
  amount: moneySchema,
  upi: z
    .string()
    .nullable()
    .describe(
      '`upi://pay?…` with everything filled in; only for who pays, in rupees, where the other has a UPI id',
    ),
  upiId: z
    .string()
    .nullable()
    .describe('Where rupees can be sent, also for a debt in another currency; only for who pays'),
})

export const creditSchema = z.strictObject({
  subscriptionId: idSchema,
  subscriptionName: z.string(),
  amount: sumSchema.describe('What the provider owes back; it pays the next charge'),
})

export const balancesSchema = z.strictObject({
  balances: z.array(balanceSchema),
  transfers: z
    .array(transferSchema)
    .describe('Settles everything in the fewest transfers; none in a currency whose balances are too large'),
  exact: z.boolean().describe('False where the fewest could not be proven'),
  credits: z.array(creditSchema),
})

export const settlementSchema = z.strictObject({
  id: idSchema,
  from: idSchema,
  fromName: z.string(),
  to: idSchema,
  toName: z.string(),
  amount: moneySchema.describe('What it settles, in the currency of the debt'),
  converted: convertedSchema.nullable(),
  settledOn: calendarDateSchema,
  method: z.string().nullable(),
  reference: z.string().nullable(),
  note: z.string().nullable(),
  state: z
    .enum(['recorded', 'confirmed', 'undone'])
    .describe('Recorded counts at once; the receiver confirms that it arrived'),
  recordedBy: idSchema,
  recordedAt: instantSchema,
  confirmedAt: instantSchema.nullable(),
  undoneAt: instantSchema.nullable(),
  mayConfirm: z.boolean(),
  mayUndo: z.boolean(),
})

export const rateSchema = z.strictObject({
  id: idSchema,
  from: currencySchema,
  to: currencySchema,
  on: calendarDateSchema,
  rate: z.string().describe('One unit of `from` in units of `to`, decimal text'),
  source: z.string(),
  recordedAt: instantSchema,
})

export const settleRequestSchema = z.strictObject({
  id: idSchema,
  from: idSchema.describe('Who is asked'),
  currency: currencySchema,
  askedOn: calendarDateSchema,
})

const bySettlement = { ...inHousehold, id: idSchema }

export const settlementsContract = {
  readBalances: route({
    method: 'GET',
    path: '/v1/households/{householdId}/balances',
    tag: 'billing',
    summary: 'Who owes whom, the fewest transfers that settle it, and what providers owe back',
    access: { household: 'balances.read' },
  })
    .input(z.strictObject(inHousehold))
    .output(balancesSchema),

  list: route({
    method: 'GET',
    path: '/v1/households/{householdId}/settlements',
    tag: 'billing',
    summary: 'Transfers between members, newest first',
    access: { household: 'balances.read' },
  })
    .input(z.strictObject({ ...inHousehold, ...pageQuery }))
    .output(pageOf(settlementSchema)),

  record: route({
    method: 'POST',
    path: '/v1/households/{householdId}/settlements',
    tag: 'billing',
    summary: 'Record that one member gave another what they owed; at most what is owed on both sides',
    description:
      'In another currency than the debt’s it needs `settles`, or `settlesCurrency` and a rate of the household on or before that day. A transfer that the other side recorded with the same amount and reference is that one: it is answered, and the receiver’s word confirms it. Where it is only likely (same amount, at most three days apart) `same-transfer` names it.',
    access: { household: 'settlements.record' },
    status: 201,
    idempotent: true,
    errors: [
      'amount-out-of-range',
      'currency-mismatch',
      'missing-rate',
      'old-rate',
      'unknown-member',
      'date-out-of-range',
      'same-transfer',
    ],
  })
    .input(
      z.strictObject({
        ...inHousehold,
        from: idSchema,
        to: idSchema,
        amount: paidAmountSchema.describe('What was given'),
        settlesCurrency: currencySchema
          .optional()
          .describe('The currency of the debt, where another was given: by the rate in force on that day'),
        settles: paidAmountSchema
          .optional()
          .describe(
            'What of the debt it settles, in its own currency, where both sums are told; no rate is asked for',
          ),
        oldRate: oldRateSchema,
        settledOn: calendarDateSchema.optional().describe('Default: today'),
        method: textSchema(40).optional(),
        reference: textSchema(80).optional(),
        note: textSchema(500).optional(),
        another: z
          .boolean()
          .optional()
          .describe('It is another transfer than the one that `same-transfer` named'),
      }),
    )
    .output(settlementSchema),

  confirm: route({
    method: 'POST',
    path: '/v1/households/{householdId}/settlements/{id}/confirm',
    tag: 'billing',
    summary: 'The receiver says that it arrived',
    access: { household: 'settlements.record' },
    idempotent: true,
    errors: ['illegal-transition'],
  })
    .input(z.strictObject(bySettlement))
    .output(settlementSchema),

  undo: route({
    method: 'POST',
    path: '/v1/households/{householdId}/settlements/{id}/undo',
    tag: 'billing',
    summary: 'It did not happen: the debt is there again, and both entries stay in the history',
    access: { household: 'settlements.record' },
    idempotent: true,
    errors: ['illegal-transition'],
  })
    .input(z.strictObject({ ...bySettlement, reason: textSchema(500).optional() }))
    .output(settlementSchema),

  readRequests: route({
    method: 'GET',
    path: '/v1/households/{householdId}/settlement-requests',
    tag: 'billing',
    summary: 'Whom you asked to settle up in the last three days: they can be asked again after these',
    access: { household: 'balances.read' },
  })
    .input(z.strictObject(inHousehold))
    .output(z.strictObject({ items: z.array(settleRequestSchema) })),

  request: route({
    method: 'POST',
    path: '/v1/households/{householdId}/settlement-requests',
    tag: 'billing',
    summary: 'Ask somebody to settle what they owe you; once in three days',
    description:
      'They are told at once, outside their quiet hours, by the ways they chose, what they owe you then; nothing where they have settled it meanwhile. Asked again within three days it is the request that was made.',
    access: { household: 'settlements.record' },
    status: 201,
    errors: ['unknown-member', 'amount-out-of-range'],
  })
    .input(z.strictObject({ ...inHousehold, from: idSchema, currency: currencySchema }))
    .output(settleRequestSchema),

  listRates: route({
    method: 'GET',
    path: '/v1/households/{householdId}/rates',
    tag: 'billing',
    summary: 'Exchange rates that the household wrote down, newest day first',
    access: { household: 'charges.read' },
  })
    .input(z.strictObject({ ...inHousehold, ...pageQuery }))
    .output(pageOf(rateSchema)),

  readRateInForce: route({
    method: 'GET',
    path: '/v1/households/{householdId}/rates/in-force',
    tag: 'billing',
    summary: 'The rate that a payment of that day takes: the newest on or before it, either way round',
    description:
      'Of one day the rate of the pair itself comes before its inverse. Null where there is none: then a payment is refused.',
    access: { household: 'charges.read' },
  })
    .input(
      z.strictObject({
        ...inHousehold,
        from: currencySchema,
        to: currencySchema,
        on: calendarDateSchema.optional().describe('Default: today'),
      }),
    )
    .output(
      z.strictObject({
        rate: rateSchema.nullable().describe('As it was written down'),
        inverse: z.boolean().describe('It is of `to` in `from`: amounts are divided by it'),
        old: z.boolean().describe('More than 30 days old on that day: it is asked about before it is used'),
      }),
    ),

  setRate: route({
    method: 'PUT',
    path: '/v1/households/{householdId}/rates',
    tag: 'billing',
    summary: 'Write down a rate of a day with its source; the same pair and day again replaces it',
    access: { household: 'rates.change' },
    errors: ['invalid-rate', 'date-out-of-range'],
  })
    .input(
      z.strictObject({
        ...inHousehold,
        from: currencySchema,
        to: currencySchema,
        on: calendarDateSchema,
        rate: z
          .string()
          .regex(/^\d{1,12}(\.\d{1,12})?$/, 'must be a decimal like 83.1275')
          .describe('One unit of `from` in units of `to`'),
        source: textSchema(120).min(1),
      }),
    )
    .output(rateSchema),

  removeRate: route({
    method: 'DELETE',
    path: '/v1/households/{householdId}/rates/{id}',
    tag: 'billing',
    summary: 'Remove a rate; payments that used it keep it',
    access: { household: 'rates.change' },
    status: 204,
  })
    .input(z.strictObject({ ...inHousehold, id: idSchema }))
    .output(z.void()),
}
