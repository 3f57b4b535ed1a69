import * as z from 'zod'
import { chargeDetailSchema } from './charge.schema.ts'
import { inHousehold } from './households.contract.ts'
import { route } from './route.ts'
import { idSchema, paidAmountSchema, textSchema } from './value.schema.ts'

export const debitsContract = {
  confirmDebits: route({
    method: 'POST',
    path: '/v1/households/{householdId}/debits/confirm',
    tag: 'billing',
    summary: 'Debits that booked themselves really went through: all of them, or some',
    description:
      'They are no longer listed. Saying it again changes nothing; each can still be denied later.',
    access: { household: 'payments.record' },
    idempotent: true,
  })
    .input(z.strictObject({ ...inHousehold, paymentIds: z.array(idSchema).min(1).max(200).optional() }))
    .output(z.strictObject({ paymentIds: z.array(idSchema).describe('Those that were waiting for it') })),

  denyDebit: route({
    method: 'POST',
    path: '/v1/households/{householdId}/payments/{id}/deny',
    tag: 'billing',
    summary: 'An assumed debit did not go through as it was booked, however long ago',
    description:
      '`failed`: the charge is due again. `otherAmount`: the charge and its payment become `amount`. `somebodyElse`: `paidBy` paid it on that day.',
    access: { household: 'payments.reverse' },
    idempotent: true,
    errors: [
      'already-reversed',
      'illegal-transition',
      'charge-closed',
      'currency-mismatch',
      'amount-out-of-range',
      'unknown-member',
    ],
  })
    .input(
      z.strictObject({
        ...inHousehold,
        id: idSchema,
        because: z.enum(['failed', 'otherAmount', 'somebodyElse']),
        amount: paidAmountSchema.optional().describe('What was debited, tax included; for `otherAmount`'),
        paidBy: idSchema.optional().describe('Who paid; for `somebodyElse`'),
        reason: textSchema(500).optional(),
      }),
    )
    .output(chargeDetailSchema),
}
