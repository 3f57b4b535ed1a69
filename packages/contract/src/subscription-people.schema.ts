import * as z from 'zod'
import { splitSchema } from './split.schema.ts'
import { ownAllowancesSchema } from './usage.contract.ts'
import { idSchema, nameSchema, textSchema, wallTimeSchema } from './value.schema.ts'

/** What is said of people and labels when a subscription is added or changed. */
export const peopleInput = {
  name: nameSchema.optional(),
  line: textSchema(60)
    .optional()
    .describe('A number or customer id as it is written: that of the household, or a new one; empty is none'),
  lineId: idSchema.optional().describe('One that the household has, instead of `line`; of the same kind'),
  note: textSchema(2000).optional(),
  labels: z.array(nameSchema.max(40)).max(20).optional(),
  managedBy: idSchema.optional(),
  usedBy: z.array(idSchema).max(50).optional(),
  paidBy: idSchema.optional(),
  split: splitSchema.optional(),
  noticeDays: z.int().min(0).max(365).optional(),
  stopsAt: wallTimeSchema
    .nullable()
    .optional()
    .describe('When on its last day it stops, as the operator says; null: the day is whole'),
  allowances: ownAllowancesSchema
    .optional()
    .describe(
      'Limits that you know better than the plan, of what this kind has; the list replaces the one before',
    ),
  recordsItself: z
    .boolean()
    .optional()
    .describe(
      'Book each debit on its due day as paid by the usual payer, marked assumed. New ones: true where it is paid ahead and renews by itself',
    ),
}
