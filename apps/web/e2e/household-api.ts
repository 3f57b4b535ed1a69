import type { Call } from './account-api.ts'

/** The household of a person by the API, for what a test needs to find there and does not look at. */
export const householdOf = async (call: Call) => {
  const me = await call<{ households: { id: string; memberId: string }[] }>('GET', '/v1/me')
  const { id = '', memberId = '' } = me.households[0] ?? {}
  const home = `/v1/households/${id}`
  return {
    you: memberId,
    addMember: async (name: string): Promise<string> =>
      (await call('POST', `${home}/members`, { name }))['id'] ?? '',
    /** The id of somebody who is there already. */
    someMember: async (name: string): Promise<string> => {
      const { items } = await call<{ items: { id: string; name: string }[] }>('GET', `${home}/members`)
      return items.find((member) => member.name === name)?.id ?? ''
    },
    /** Paid by hand, unless it says otherwise. */
    addSubscription: (subscription: object) =>
      call('POST', `${home}/subscriptions`, { recordsItself: false, ...subscription }),
  }
}
