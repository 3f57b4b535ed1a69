import type { Client, Inputs } from '../client.ts'
import type { KeptAct, KeptKind } from './kept-act.ts'

interface Context {
  idempotencyKey: string
  ifMatch?: number
}

type Send = (client: Client, input: never, context: Context) => Promise<unknown>

/** By which route each is sent. */
const routes: Record<KeptKind, Send> = {
  payment: ({ billing }, input: Inputs['billing']['recordPayment'], context) =>
    billing.recordPayment(input, { context }),
  payments: ({ billing }, input: Inputs['billing']['payCharges'], context) =>
    billing.payCharges(input, { context }),
  recharge: ({ subscriptions }, input: Inputs['subscriptions']['renew'], context) =>
    subscriptions.renew(input, { context }),
  subscription: ({ subscriptions }, input: Inputs['subscriptions']['create'], context) =>
    subscriptions.create(input, { context }),
  note: ({ subscriptions }, input: Inputs['subscriptions']['update'], context) =>
    subscriptions.update(input, { context }),
  usage: ({ usage }, input: Inputs['usage']['record'], context) => usage.record(input, { context }),
}

/** Sends a kept act as it was entered, under its key; answers the revision that it left, where it has one. */
export const sendAct =
  (client: Client) =>
  async ({ kind, householdId, input, key, ifMatch }: KeptAct): Promise<{ revision: number | null }> => {
    const answer = await routes[kind](client, { householdId, ...input } as never, {
      idempotencyKey: key,
      ...(ifMatch === null ? {} : { ifMatch }),
    })
    const isTold = typeof answer === 'object' && answer !== null && 'revision' in answer
    return { revision: isTold && typeof answer.revision === 'number' ? answer.revision : null }
  }
