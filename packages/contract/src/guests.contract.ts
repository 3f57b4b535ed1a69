import * as z from 'zod'
import { linkTokenSchema } from './identity/sign-in.contract.ts'
import { chargeStateSchema } from './charge.schema.ts'
import { inHousehold } from './households.contract.ts'
import { pageOf } from './page.schema.ts'
import { route } from './route.ts'
import {
  calendarDateSchema,
  idSchema,
  kindSchema,
  moneySchema,
  sumSchema,
  shownLookSchema,
} from './value.schema.ts'

/** What one person bears of one period, as far as they may see it by their link. */
export const guestShareSchema = z.strictObject({
  subscriptionName: z.string(),
  kind: kindSchema,
  brandColor: z.string().nullable(),
  look: shownLookSchema,
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema.describe('Half-open: the first day after the period'),
  dueOn: calendarDateSchema,
  amount: moneySchema.describe('Their share'),
  state: chargeStateSchema.describe('Of the whole charge'),
})

/** One person's view of a household: nothing of anybody else, and no id. */
export const guestViewSchema = z.strictObject({
  householdName: z.string(),
  name: z.string(),
  country: z.string().describe('How amounts and dates are written there'),
  today: calendarDateSchema,
  balances: z.array(sumSchema).describe('Negative: this person owes the others'),
  pays: z
    .array(z.strictObject({ toName: z.string(), amount: moneySchema, upiId: z.string().nullable() }))
    .describe('Whom to pay how much, by the fewest transfers'),
  shares: pageOf(guestShareSchema).describe('Newest first'),
})

const ofMember = { ...inHousehold, id: idSchema }

export const guestsContract = {
  makeLink: route({
    method: 'POST',
    path: '/v1/households/{householdId}/members/{id}/guest-link',
    tag: 'guests',
    summary: 'A private link for a person without an account; shown this once, the former one stops',
    description: 'The page of the link is `/guest#token=…`.',
    access: { household: 'guestLinks.make' },
    idempotent: true,
    status: 201,
    errors: ['email-not-verified', 'illegal-transition'],
  })
    .input(z.strictObject(ofMember))
    .output(z.strictObject({ token: z.string() })),

  revokeLink: route({
    method: 'DELETE',
    path: '/v1/households/{householdId}/members/{id}/guest-link',
    tag: 'guests',
    summary: 'The private link stops at once',
    access: { household: 'guestLinks.revoke' },
    status: 204,
  })
    .input(z.strictObject(ofMember))
    .output(z.void()),

  view: route({
    method: 'POST',
    path: '/v1/guest',
    tag: 'guests',
    summary: 'What the person of a private link owes, and to whom',
    access: 'public',
    errors: ['link-expired'],
  })
    .input(
      z.strictObject({
        token: linkTokenSchema,
        limit: z.int().min(1).max(100).optional(),
        cursor: z.string().min(1).max(500).optional(),
      }),
    )
    .output(guestViewSchema),
}
