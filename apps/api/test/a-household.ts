import type { Person } from './a-person.ts'
import { anInvitation, aVerifiedPerson } from './an-invitation.ts'
import type { Api } from './harness.ts'

export interface Home {
  person: Person
  subscriptionId: string
  chargeId: string
  paymentId: string
  /** Owes a share and has no account. */
  guestId: string
  invitationId: string
}

/** A household in which something happens: a subscription with a charge paid in part, a guest, an open invitation. */
export async function aHousehold(api: Api): Promise<Home> {
  const person = await aVerifiedPerson(api)
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
  const { body: guest } = await person.post(`${person.home}/members`, { name: 'Flatmate', role: 'guest' })
  const { id: invitationId } = await anInvitation(person)
  const paymentId: string = paid.body.payment.id
  return { person, subscriptionId: created.body.id, chargeId, paymentId, guestId: guest.id, invitationId }
}
