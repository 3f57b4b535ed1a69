import * as z from 'zod'
import { route } from './route.ts'
import { actInputSchema, actOutlookSchema, cancelInput } from './subscription-act.schema.ts'
import { termsErrors } from './subscription-terms.schema.ts'
import { bySubscription, renewalPolicySchema, subscriptionDetailSchema } from './subscription.schema.ts'
import {
  billingIntervalSchema,
  calendarDateSchema,
  idSchema,
  paidAmountSchema,
  priceSchema,
  textSchema,
} from './value.schema.ts'

const actErrors = [
  ...termsErrors,
  'illegal-transition',
  'rests-on-it',
  'date-out-of-range',
  'amount-out-of-range',
  'unknown-member',
  'charge-closed',
] as const

/** What happens to a subscription, each on its day. */
export const subscriptionActsContract = {
  renew: route({
    method: 'POST',
    path: '/v1/households/{householdId}/subscriptions/{id}/renew',
    tag: 'subscriptions',
    summary: 'A recharge was made: queue or open the next period',
    access: { household: 'subscriptions.change' },
    idempotent: true,
    ifMatch: true,
    errors: [
      'illegal-transition',
      'currency-mismatch',
      'amount-out-of-range',
      'unknown-member',
      'date-out-of-range',
      'invalid-terms',
      'invalid-date',
      'too-many-periods',
      'rests-on-it',
    ],
  })
    .input(
      z.strictObject({
        ...bySubscription,
        renewedOn: calendarDateSchema.optional().describe('Default: today'),
        price: priceSchema.optional(),
        interval: billingIntervalSchema
          .optional()
          .describe('Another validity than the last: 28 days, 84 days'),
        planId: z.string().min(1).max(120).optional().describe('Another pack of the catalogue'),
        bonus: billingIntervalSchema.optional().describe('What the provider gave on top of this one'),
        policy: renewalPolicySchema
          .optional()
          .describe('Default: stack when early, from the payment date when late'),
        payment: z
          .strictObject({
            paidBy: idSchema.optional(),
            amount: paidAmountSchema.optional(),
            method: textSchema(40).optional(),
          })
          .optional()
          .describe('Also records that the charge was paid'),
      }),
    )
    .output(subscriptionDetailSchema),

  cancel: route({
    method: 'POST',
    path: '/v1/households/{householdId}/subscriptions/{id}/cancel',
    tag: 'subscriptions',
    summary: 'Will not renew: at the end of the period, or now',
    access: { household: 'subscriptions.change' },
    idempotent: true,
    ifMatch: true,
    errors: ['illegal-transition', 'invalid-terms', 'currency-mismatch', 'unknown-member', 'charge-closed'],
  })
    .input(z.strictObject({ ...bySubscription, ...cancelInput }))
    .output(subscriptionDetailSchema),

  reactivate: route({
    method: 'POST',
    path: '/v1/households/{householdId}/subscriptions/{id}/reactivate',
    tag: 'subscriptions',
    summary: 'Take a cancellation back while the period still runs',
    access: { household: 'subscriptions.change' },
    idempotent: true,
    ifMatch: true,
    errors: ['illegal-transition'],
  })
    .input(z.strictObject(bySubscription))
    .output(subscriptionDetailSchema),

  outlook: route({
    method: 'POST',
    path: '/v1/households/{householdId}/subscriptions/{id}/acts/outlook',
    tag: 'subscriptions',
    summary: 'What an act would do to the charges, exactly as it will be done',
    access: { household: 'subscriptions.change' },
    errors: actErrors,
  })
    .input(z.strictObject({ ...bySubscription, act: actInputSchema }))
    .output(actOutlookSchema),

  act: route({
    method: 'POST',
    path: '/v1/households/{householdId}/subscriptions/{id}/acts',
    tag: 'subscriptions',
    summary:
      'Change the plan or price, pause, resume, cancel, end; take an act back, put the beginning right, or all away',
    access: { household: 'subscriptions.change' },
    idempotent: true,
    ifMatch: true,
    errors: actErrors,
  })
    .input(z.strictObject({ ...bySubscription, act: actInputSchema }))
    .output(subscriptionDetailSchema),
}
