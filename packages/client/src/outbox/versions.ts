import type { CalendarDate, Money } from '@streamline/domain'
import type { Charge, Subscription, SubscriptionDetail } from '../answers.ts'
import type { KeptAct } from './kept-act.ts'

/** One of two that differ: what somebody entered, or what is there. */
export interface Version {
  readonly amount: Money | null
  /** The day it was paid or recharged, or is due, or renews. */
  readonly on: CalendarDate | null
  readonly note: string | null
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value

const textAt = (input: object, ...names: string[]): string | null => {
  const said = input as Record<string, unknown>
  const found = names.map((name) => said[name]).find((value) => typeof value === 'string')
  return typeof found === 'string' ? found : null
}

/** What was entered, in what a person can compare. */
export const enteredVersion = ({ input, about }: KeptAct): Version => {
  const said = input as Record<string, unknown>
  const amount = [said['amount'], said['price'], about.money].find(isMoney)
  return {
    amount: amount ?? null,
    on: textAt(input, 'paidOn', 'renewedOn', 'on', 'startsOn') as CalendarDate | null,
    note: textAt(input, 'note'),
  }
}

/** What is left to pay of a charge, and when. */
export const chargeVersion = ({ outstanding, dueOn }: Charge): Version => ({
  amount: outstanding,
  on: dueOn,
  note: null,
})

/** What a subscription costs now, when it renews, and what is noted of it. */
export const subscriptionVersion = (
  subscription: Pick<Subscription, 'price' | 'renewsOn'> & Partial<Pick<SubscriptionDetail, 'note'>>,
): Version => ({
  amount: subscription.price,
  on: subscription.renewsOn,
  note: subscription.note ?? null,
})

/** Which thing of the household an act wants to change; null where it makes a new one. */
export const changedThing = ({
  kind,
  input,
}: KeptAct): { readonly of: 'charge' | 'subscription'; readonly id: string } | null => {
  const { id, chargeIds } = input as { id?: string; chargeIds?: readonly string[] }
  if (kind === 'payment' && id !== undefined) return { of: 'charge', id }
  if (kind === 'payments' && chargeIds?.length === 1) return { of: 'charge', id: chargeIds[0] ?? '' }
  if (kind === 'subscription' || id === undefined) return null
  return kind === 'payments' ? null : { of: 'subscription', id }
}
