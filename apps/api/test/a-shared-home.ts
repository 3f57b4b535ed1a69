import { aVerifiedPerson } from './an-invitation.ts'
import type { Person } from './a-person.ts'
import type { Answer, Api } from './harness.ts'

// What the API answers, as a test reads it.
// eslint-disable-next-line typescript/no-explicit-any
type Json = any

/** Asha’s household with Ravi and Meera, who have no account, and a way to say things about its money. */
export interface SharedHome {
  asha: Person
  ravi: string
  meera: string
  /** A monthly subscription of ₹300 from 20 November 2026, shared equally by all three. */
  subscribe: (more?: object) => Promise<Json>
  chargesOf: (subscription: { id: string }) => Promise<Json[]>
  pay: (charge: { id: string }, body?: object) => Promise<Answer>
  post: (path: string, body?: object) => Promise<Answer>
  /** What everybody is owed (or owes, negative), by name, without those who are even. */
  balances: () => Promise<Record<string, number>>
  /** `[member, amount]` of a charge by name. */
  sharesOf: (charge: Json) => Record<string, number>
}

export const inr = (amount: number) => ({ amount, currency: 'INR' })

export async function aSharedHome(api: Api): Promise<SharedHome> {
  const asha = await aVerifiedPerson(api, { name: 'Asha' })
  const add = async (name: string): Promise<string> =>
    (await asha.post(`${asha.home}/members`, { name })).body.id
  const [ravi, meera] = [await add('Ravi'), await add('Meera')]
  const names = new Map([
    [asha.memberId, 'Asha'],
    [ravi, 'Ravi'],
    [meera, 'Meera'],
  ])
  const byName = (parts: { memberId: string; amount: { amount: number } }[]) =>
    Object.fromEntries(
      parts.map(({ memberId, amount }) => [names.get(memberId) ?? memberId, amount.amount] as const),
    )
  const post: SharedHome['post'] = (path, body = {}) => asha.post(`${asha.home}${path}`, body)
  return {
    asha,
    ravi,
    meera,
    post,
    subscribe: async (more = {}) => {
      const { status, body } = await post('/subscriptions', {
        name: 'Stream',
        kind: 'ott',
        startsOn: '2026-11-20',
        interval: { count: 1, unit: 'month' },
        price: inr(30_000),
        taxIncluded: true,
        split: { kind: 'equal', memberIds: [asha.memberId, ravi, meera] },
        ...more,
      })
      if (status !== 201) throw new Error(JSON.stringify(body))
      return body
    },
    chargesOf: async ({ id }) => (await asha.get(`${asha.home}/charges?subscriptionId=${id}`)).body.items,
    pay: (charge, body = {}) => post(`/charges/${charge.id}/payments`, body),
    balances: async () => byName((await asha.get(`${asha.home}/balances`)).body.balances),
    sharesOf: ({ shares }) => byName(shares),
  }
}
