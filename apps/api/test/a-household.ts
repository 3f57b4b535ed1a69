import { randomUUID } from 'node:crypto'
import type { Person } from './a-person.ts'
import { anInvitation, aVerifiedPerson } from './an-invitation.ts'
import type { Api } from './harness.ts'

export interface Home {
  person: Person
  subscriptionId: string
  /** The number it is on. */
  lineId: string
  chargeId: string
  paymentId: string
  usageId: string
  settlementId?: string
  rateId?: string
  webhookId?: string
  /** Towards the cheapest set, accepted by the person. */
  stepId?: string
  /** Shared with others. */
  sharedId?: string
  /** Owes a share and has no account. */
  guestId: string
  /** The same person entered once more. */
  againId: string
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
    line: '98765 00000',
  })
  if (created.status !== 201) throw new Error(`Adding a subscription failed: ${JSON.stringify(created.body)}`)
  const { body: charges } = await person.get(`${person.home}/charges`)
  const chargeId: string = charges.items[0].id
  const payment = { amount: { amount: 10_000, currency: 'INR' } }
  const paid = await person.post(`${person.home}/charges/${chargeId}/payments`, payment)
  if (paid.status !== 201) throw new Error(`Recording a payment failed: ${JSON.stringify(paid.body)}`)
  const use = { kind: 'hours', amount: 90 }
  const noted = await person.post(`${person.home}/subscriptions/${created.body.id}/usage`, use)
  if (noted.status !== 201) throw new Error(`Noting a use failed: ${JSON.stringify(noted.body)}`)
  const usageId: string = noted.body.id
  const { body: guest } = await person.post(`${person.home}/members`, { name: 'Flatmate', role: 'guest' })
  const { body: again } = await person.post(`${person.home}/members`, { name: 'Flat mate', role: 'guest' })
  const { id: invitationId } = await anInvitation(person)
  const paymentId: string = paid.body.payment.id
  const ids = { guestId: guest.id, againId: again.id, invitationId }
  const { id: subscriptionId, lineId } = created.body
  return { person, subscriptionId, lineId, chargeId, paymentId, usageId, ...ids }
}

/** The same with somebody who is owed a part of a second subscription and got some of it back, and with a rate. */
export async function aSharingHousehold(api: Api): Promise<Home> {
  const home = await aHousehold(api)
  const { person } = home
  const { body: ravi } = await person.post(`${person.home}/members`, { name: 'Ravi' })
  const today = new Date(api.clock.now()).toISOString().slice(0, 10)
  const { body: shared } = await person.post(`${person.home}/subscriptions`, {
    name: 'Spotify',
    kind: 'ott',
    startsOn: today,
    interval: { count: 1, unit: 'month' },
    price: { amount: 11_900, currency: 'INR' },
    renewal: 'automatic',
    taxIncluded: true,
    split: { kind: 'equal', memberIds: [person.memberId, ravi.id] },
  })
  await person.post(`${person.home}/charges/${shared.timeline[0].chargeId}/payments`, { paidBy: ravi.id })
  const settled = await person.post(`${person.home}/settlements`, {
    from: person.memberId,
    to: ravi.id,
    amount: { amount: 1000, currency: 'INR' },
  })
  const rate = { from: 'EUR', to: 'INR', on: today, rate: '90.5', source: 'Bank' }
  const { body: set } = await person.send(`${person.home}/rates`, { method: 'PUT', body: rate })
  if (settled.status !== 201) throw new Error(`Settling failed: ${JSON.stringify(settled.body)}`)
  const hook = { name: 'ntfy', preset: 'ntfy', url: 'https://ntfy.example/home' }
  const { body: webhook } = await person.post(`${person.home}/webhooks`, hook)
  return {
    ...home,
    settlementId: settled.body.id,
    rateId: set.id,
    webhookId: webhook.id,
    sharedId: shared.id,
    stepId: await anAcceptedStep(api, person),
  }
}

/** As accepting writes it; what there is to accept takes a worker. */
const anAcceptedStep = async (
  api: Api,
  { householdId, memberId }: Pick<Person, 'householdId' | 'memberId'>,
): Promise<string> => {
  const id = randomUUID()
  const plan = { id: 'netflix-in-premium', name: 'Netflix Premium' }
  const saving = { amount: 100_00, currency: 'INR' }
  const about = { subscription: null, plan, service: null, memberIds: [], before: [], saving }
  await api.postgres.pool.query(
    `insert into savings_steps (id, household_id, step_key, kind, on_day, accepted_by, accepted_on, of_private, about)
      values ($1, $2, 'begin  netflix-in-premium ', 'begin', '2026-12-01', $3, '2026-11-23', false, $4)`,
    [id, householdId, memberId, about],
  )
  return id
}
