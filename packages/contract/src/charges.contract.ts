import * as z from 'zod'
import { chargeDetailSchema, byCharge, chargeSchema, chargeStateSchema } from './charge.schema.ts'
import { inHousehold } from './households.contract.ts'
import { pageOf, pageQuery } from './page.schema.ts'
import { route } from './route.ts'
import { billedAmountSchema, idSchema, textSchema } from './value.schema.ts'

export const chargesContract = {
  listCharges: route({
    method: 'GET',
    path: '/v1/households/{householdId}/charges',
    tag: 'billing',
    summary:
      'Charges by due date; `state` may be any state, or `open` for what is due, overdue or partly paid',
    access: { household: 'charges.read' },
  })
    .input(
      z.strictObject({
        ...inHousehold,
        state: z.enum([...chargeStateSchema.options, 'open']).optional(),
        subscriptionId: idSchema.optional(),
        ...pageQuery,
      }),
    )
    .output(pageOf(chargeSchema)),

  readCharge: route({
    method: 'GET',
    path: '/v1/households/{householdId}/charges/{id}',
    tag: 'billing',
    summary: 'One charge with its payments and corrections',
    access: { household: 'charges.read' },
  })
    .input(z.strictObject(byCharge))
    .output(chargeDetailSchema),

  correctCharge: route({
    method: 'POST',
    path: '/v1/households/{householdId}/charges/{id}/correct',
    tag: 'billing',
    summary: 'The provider billed another amount for this period: what is debited, tax included',
    access: { household: 'charges.change' },
    idempotent: true,
    errors: ['charge-closed', 'currency-mismatch', 'amount-out-of-range'],
  })
    .input(z.strictObject({ ...byCharge, amount: billedAmountSchema, reason: textSchema(500).min(1) }))
    .output(chargeDetailSchema),

  waiveCharge: route({
    method: 'POST',
    path: '/v1/households/{householdId}/charges/{id}/waive',
    tag: 'billing',
    summary: 'Nobody will pay what is left of this charge',
    access: { household: 'charges.change' },
    idempotent: true,
    errors: ['charge-closed'],
  })
    .input(z.strictObject({ ...byCharge, reason: textSchema(500).optional() }))
    .output(chargeDetailSchema),

  unwaiveCharge: route({
    method: 'POST',
    path: '/v1/households/{householdId}/charges/{id}/unwaive',
    tag: 'billing',
    summary: 'Take a waiver back: what was left is owed again',
    access: { household: 'charges.change' },
    idempotent: true,
    errors: ['illegal-transition'],
  })
    .input(z.strictObject({ ...byCharge, reason: textSchema(500).optional() }))
    .output(chargeDetailSchema),
}
