import * as z from 'zod'
import { agendaKindSchema } from './calendar.contract.ts'
import { inHousehold } from './households.contract.ts'
import { subjectFields } from './overview.contract.ts'
import { route } from './route.ts'
import { calendarDateSchema, idSchema, moneySchema, sumSchema } from './value.schema.ts'

/** A calendar month that a household may look at. */
export const calendarMonthSchema = z
  .string()
  .regex(/^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/, 'must be a month as YYYY-MM')
  .meta({ description: 'Calendar month, YYYY-MM' })

export const spendGroupings = ['kind', 'provider', 'payer', 'sharer', 'label', 'subscription'] as const

export type SpendGrouping = (typeof spendGroupings)[number]

const spendQuery = {
  ...inHousehold,
  by: z
    .enum(spendGroupings)
    .optional()
    .describe(
      'Default `kind`. `payer` is who pays a charge, `sharer` who bears it; of several labels each counts the whole',
    ),
  months: z.coerce.number().int().min(1).max(36).optional().describe('Default 12, the last one last'),
  until: calendarMonthSchema.optional().describe('The last month; default: this one'),
}

const monthTotalsSchema = z.strictObject({ month: z.string(), totals: z.array(sumSchema) })

export const spendSchema = z.strictObject({
  today: calendarDateSchema,
  currency: z.string().describe('Of the household: groups stand in order of their total in it'),
  by: z.enum(spendGroupings),
  months: z
    .array(monthTotalsSchema)
    .describe('Charges due per calendar month, paid or not; none that was waived or is void'),
  groups: z
    .array(
      z.strictObject({
        key: z.string().nullable().describe('Kind, provider, person, label or subscription; null: none'),
        name: z.string().nullable().describe('Null where the key says it, or there is none'),
        totals: z.array(sumSchema),
        months: z.array(monthTotalsSchema),
      }),
    )
    .describe('The largest first, at most 200'),
  groupCount: z.int().describe('Of all, shown or not'),
})

const payerTotalsSchema = z.strictObject({
  memberId: idSchema.nullable(),
  memberName: z.string(),
  totals: z.array(sumSchema),
})

export const forecastSchema = z.strictObject({
  today: calendarDateSchema,
  currency: z.string(),
  months: z
    .array(
      z.strictObject({
        month: z.string(),
        totals: z.array(sumSchema),
        byPayer: z.array(payerTotalsSchema),
        count: z.int().describe('Of debits'),
        expected: z.int().describe('Of these, how many depend on somebody recharging'),
      }),
    )
    .describe('Real debits to come, this month (the rest of it) first'),
  cash: z
    .strictObject({
      until: calendarDateSchema.describe('This day included'),
      totals: z.array(sumSchema),
      byPayer: z.array(payerTotalsSchema),
    })
    .describe('What each payer needs from today on'),
})

export const calendarMonthViewSchema = z.strictObject({
  today: calendarDateSchema,
  month: z.string(),
  days: z
    .array(
      z.strictObject({
        on: calendarDateSchema,
        totals: z.array(sumSchema).describe('Debits and bills of the day, without what was called off'),
        entries: z.array(
          z.strictObject({
            ...subjectFields,
            entry: agendaKindSchema,
            amount: moneySchema.nullable(),
            memberId: idSchema.describe('Who pays'),
            cancelled: z.boolean(),
          }),
        ),
      }),
    )
    .describe('Days on which something is, in order'),
})

export const subscriptionInsightsSchema = z.strictObject({
  today: calendarDateSchema,
  subscriptions: z
    .array(
      z.strictObject({
        ...subjectFields,
        running: z.boolean(),
        since: calendarDateSchema,
        spent: z.array(sumSchema).describe('Paid for it so far, by the ledger'),
        monthly: moneySchema.nullable().describe('True average month; null where it does not run'),
        rise: z
          .strictObject({
            since: calendarDateSchema,
            before: moneySchema,
            now: moneySchema,
            perYear: moneySchema,
          })
          .nullable()
          .describe('True monthly cost a year ago, or at the start, and now; null where it is not dearer'),
        unusedDays: z.int().nullable().describe('Null while it is used, or not known to be unused'),
      }),
    )
    .describe('What was spent most on first, at most 500'),
  count: z.int().describe('Of all, shown or not'),
})

const access = { household: 'overview.read' } as const

export const insightsContract = {
  spend: route({
    method: 'GET',
    path: '/v1/households/{householdId}/insights/spend',
    tag: 'insights',
    summary: 'What was spent, by month and by kind, provider, person, label or subscription',
    access,
  })
    .input(z.strictObject(spendQuery))
    .output(spendSchema),

  spendCsv: route({
    method: 'GET',
    path: '/v1/households/{householdId}/insights/spend.csv',
    tag: 'insights',
    summary: 'The same as a table for spreadsheets (RFC 4180): a row per month, group and currency',
    access,
  })
    .input(z.strictObject(spendQuery))
    .output(z.string().describe('text/csv; charset=utf-8')),

  statement: route({
    method: 'GET',
    path: '/v1/households/{householdId}/insights/statement.pdf',
    tag: 'insights',
    summary:
      'The statement of a month or the review of a year as a PDF, in your language and of what you see',
    access,
  })
    .input(
      z.strictObject({
        ...inHousehold,
        month: calendarMonthSchema.optional().describe('Default: the last one that is over'),
        year: z
          .string()
          .regex(/^(?:19|20|21)\d{2}$/, 'must be a year as YYYY')
          .optional()
          .describe('Instead of a month: all of a calendar year'),
      }),
    )
    .output(z.file().mime('application/pdf')),

  forecast: route({
    method: 'GET',
    path: '/v1/households/{householdId}/insights/forecast',
    tag: 'insights',
    summary: 'Real debits of the months ahead, and the cash that each payer needs until a day',
    access,
    errors: ['date-out-of-range'],
  })
    .input(
      z.strictObject({
        ...inHousehold,
        months: z.coerce.number().int().min(1).max(24).optional().describe('Default 12'),
        until: calendarDateSchema
          .optional()
          .describe('Last day of the cash that is asked for; default: 30 days ahead'),
      }),
    )
    .output(forecastSchema),

  calendar: route({
    method: 'GET',
    path: '/v1/households/{householdId}/insights/calendar',
    tag: 'insights',
    summary: 'What falls on each day of a month',
    access,
    errors: ['date-out-of-range'],
  })
    .input(
      z.strictObject({ ...inHousehold, month: calendarMonthSchema.optional().describe('Default: this one') }),
    )
    .output(calendarMonthViewSchema),

  subscriptions: route({
    method: 'GET',
    path: '/v1/households/{householdId}/insights/subscriptions',
    tag: 'insights',
    summary: 'What each subscription cost so far, what became dearer, and what nobody uses',
    access,
  })
    .input(z.strictObject(inHousehold))
    .output(subscriptionInsightsSchema),
}
