import * as z from 'zod'
import { inHousehold } from './households.contract.ts'
import { pageOf, pageQuery } from './page.schema.ts'
import { route } from './route.ts'
import { correctionSchema } from './charge.schema.ts'
import { partSchema } from './split.schema.ts'
import {
  calendarDateSchema,
  idSchema,
  instantSchema,
  kindSchema,
  moneySchema,
  shownLookSchema,
} from './value.schema.ts'

export const historyKindSchema = z.enum([
  'payment',
  'reversal',
  'refund',
  'credit',
  'correction',
  'split',
  'void',
  'restored',
  'settlement',
  'settlementUndone',
  'merged',
  'unmerged',
])

/** Who has left stays in the history by name. */
const namedPartSchema = partSchema.extend({ memberName: z.string() })

/** One entry of the ledger: what happened, and what it changed between the members. */
export const historyEntrySchema = z.strictObject({
  id: idSchema,
  kind: historyKindSchema,
  on: calendarDateSchema,
  amount: moneySchema
    .nullable()
    .describe(
      'Paid, refunded, settled, the new amount of a corrected charge, or what moved into or out of credit with its period',
    ),
  subscription: z
    .strictObject({
      id: idSchema,
      name: z.string(),
      kind: kindSchema,
      providerId: z.string().nullable(),
      brandColor: z.string().nullable(),
      look: shownLookSchema,
      chargeId: idSchema,
      startsOn: calendarDateSchema,
      endsOn: calendarDateSchema,
    })
    .nullable(),
  paymentId: idSchema.nullable(),
  settlementId: idSchema.nullable(),
  people: z
    .array(namedPartSchema)
    .describe('Who paid how much; of a settlement, who gave (negative) and who got it'),
  changes: z
    .array(namedPartSchema)
    .describe('What each member is owed more (or owes, negative) by this entry'),
  correction: correctionSchema
    .pick({ kind: true, before: true })
    .nullable()
    .describe('How the amount of the charge was changed, and what it was'),
  method: z.string().nullable(),
  reference: z.string().nullable(),
  note: z.string().nullable(),
  takenBack: z.boolean().describe('A later entry takes it back'),
  recordedBy: idSchema.nullable(),
  recordedAt: instantSchema,
})

const filters = {
  ...inHousehold,
  subscriptionId: idSchema.optional(),
  memberId: idSchema.optional().describe('Paid it, or owes or is owed by it'),
  kind: historyKindSchema.optional(),
  from: calendarDateSchema.optional(),
  until: calendarDateSchema.optional().describe('The last day'),
}

export const historyContract = {
  list: route({
    method: 'GET',
    path: '/v1/households/{householdId}/history',
    tag: 'billing',
    summary: 'The ledger of the household, newest first',
    access: { household: 'charges.read' },
  })
    .input(z.strictObject({ ...filters, ...pageQuery }))
    .output(pageOf(historyEntrySchema)),

  csv: route({
    method: 'GET',
    path: '/v1/households/{householdId}/history.csv',
    tag: 'billing',
    summary: 'The same as a table for spreadsheets (RFC 4180), the oldest first; 10,000 rows at most',
    access: { household: 'charges.read' },
    errors: ['too-large'],
  })
    .input(z.strictObject(filters))
    .output(z.string().describe('text/csv; charset=utf-8')),
}
