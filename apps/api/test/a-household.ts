import { aPerson, type Person } from './a-person.ts'
import type { Api } from './harness.ts'

export interface Home {
  person: Person
  subscriptionId: string
  chargeId: string
  paymentId: string
}

/** A household in which something happens: a monthly subscription with a charge that was paid in part. */
export async function aHousehold(api: Api): Promise<Home> {
  const person = await aPerson(api)
  const today = new Date(api.clock.now()).toISOString().slice(0, 10)
  const created = await person.post(`${person.home}/subscriptions`, {
    name: 'Netflix',
    kind: 'ott',
    startsOn: today,
    interval: { count: 1, unit: 'month' },
    price: { amount: 64_900, currency: 'INR' },
    renewal: 'automatic',
    taxIncluded: true,
  })
  if (created.status !== 201) throw new Error(`Adding a subscription failed: ${JSON.stringify(created.body)}`)
  const { body: charges } = await person.get(`${person.home}/charges`)
  const chargeId: string = charges.items[0].id
  const payment = { amount: { amount: 10_000, currency: 'INR' } }
  const paid = await person.post(`${person.home}/charges/${chargeId}/payments`, payment)
  if (paid.status !== 201) throw new Error(`Recording a payment failed: ${JSON.stringify(paid.body)}`)
  return { person, subscriptionId: created.body.id, chargeId, paymentId: paid.body.payment.id }
}
