import { randomUUID } from 'node:crypto'
import { subscriptionShape } from '../src/features/subscriptions/subscription.collection.ts'
import type { Api } from './harness.ts'

/** Puts so many copies of a subscription beside it, under names of their own. */
export async function copySubscription(api: Api, id: string, count: number, name: (n: number) => string) {
  const subscriptions = api.documents.collection(subscriptionShape)
  const original = await subscriptions.get(id)
  if (original === null) throw new Error('There is nothing to copy')
  await subscriptions.upsertMany(
    Array.from({ length: count }, (_, at) => ({ ...original, id: randomUUID(), name: name(at + 1) })),
  )
}
