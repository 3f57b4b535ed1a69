import * as z from 'zod'
import { inHousehold } from './households.contract.ts'
import { route } from './route.ts'
import { calendarDateSchema, idSchema } from './value.schema.ts'

const namedSchema = z.strictObject({ id: idSchema, name: z.string() })

/** What a household said when it was asked whether it wants both of two that give the same to different people. */
export const wantedBothSchema = z.strictObject({
  answers: z
    .array(
      z.strictObject({
        subscriptions: z.array(namedSchema).describe('Both of them'),
        isWanted: z.boolean().describe('False: one is enough'),
        answeredBy: idSchema,
        answeredOn: calendarDateSchema,
        mayAct: z.boolean(),
      }),
    )
    .describe('Those of which you see both'),
})

const base = '/v1/households/{householdId}/savings/both' as const

export const wantedBothContract = {
  read: route({
    method: 'GET',
    path: base,
    tag: 'savings',
    summary: 'Of which subscriptions a household said whether it wants both',
    access: { household: 'overview.read' },
  })
    .input(z.strictObject(inHousehold))
    .output(wantedBothSchema),

  answer: route({
    method: 'PUT',
    path: base,
    tag: 'savings',
    summary: 'Say whether both are wanted, or take that back; it is asked once',
    access: { household: 'subscriptions.change' },
  })
    .input(
      z.strictObject({
        ...inHousehold,
        subscriptionId: idSchema,
        otherIds: z.array(idSchema).min(1).max(20).describe('What gives the same to other people'),
        isWanted: z.boolean().nullable().describe('Null: ask again'),
      }),
    )
    .output(wantedBothSchema),
}
