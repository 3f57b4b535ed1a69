import { aPerson, paidByHand, type Person } from './a-person.ts'
import { startApi, type Answer, type Api } from './harness.ts'

/** Answers of the API, as a test reads them. */
// eslint-disable-next-line typescript/no-explicit-any
type Json = any

export interface HouseholdInTime {
  /** Who acts; signed in again after every move of the clock. */
  person: Person
  /** Noon in India on a date, with everything done that was due by then. */
  moveTo(date: string): Promise<void>
  signIn(): Promise<void>
  add(draft: object): Promise<Json>
  read(id: string): Promise<Json>
  change(id: string, changes: object): Promise<Json>
  act(id: string, action: 'renew' | 'cancel' | 'reactivate', body?: object): Promise<Json>
  /** One of the acts that have no route of their own: undo, correct, withdraw, changePlan, pause … */
  does(id: string, act: object): Promise<Json>
  /** What such an act would do. */
  outlook(id: string, act: object): Promise<Json>
  /** Pays a charge by hand, in full unless told otherwise. */
  pay(chargeId: string, body?: object): Promise<Json>
  get(path: string): Promise<Json>
  /** The problem that an action is refused with. */
  refused(id: string, action: string, body?: object): Promise<Json>
  charges(id: string): Promise<Json[]>
  /** Of more than one page too. */
  allCharges(id: string): Promise<Json[]>
  /** All that are not void, the earliest first. */
  inForce(id: string): Promise<Json[]>
}

/** A household in Pune that walks through time, one person at its screens. */
export async function aHouseholdInTime(api: Api): Promise<HouseholdInTime> {
  const home: HouseholdInTime = {
    person: await aPerson(api),
    signIn: async () => {
      const { email } = home.person
      const body = { email, password: 'correct horse battery' }
      const answer = await api.fetchJson('/v1/auth/sign-in', {
        method: 'POST',
        body,
        headers: { 'X-Client': 'mobile' },
      })
      const token = expectStatus(200, answer).accessToken
      const send: Person['send'] = (path, request) => api.fetchJson(path, { token, ...request })
      home.person = {
        ...home.person,
        token,
        send,
        get: (path, headers = {}) => send(path, { headers }),
        post: (path, sent = {}, headers = {}) =>
          send(path, { method: 'POST', body: paidByHand(path, sent), headers }),
        patch: (path, sent = {}, headers = {}) => send(path, { method: 'PATCH', body: sent, headers }),
      }
    },
    moveTo: async (date) => {
      await api.clock.moveTo(`${date}T06:30:00Z`)
      await home.signIn()
    },
    add: async (draft) =>
      expectStatus(201, await home.person.post(`${home.person.home}/subscriptions`, draft)),
    read: async (id) => expectStatus(200, await home.person.get(`${home.person.home}/subscriptions/${id}`)),
    change: async (id, changes) =>
      expectStatus(200, await home.person.patch(`${home.person.home}/subscriptions/${id}`, changes)),
    act: async (id, action, body = {}) =>
      expectStatus(200, await home.person.post(`${home.person.home}/subscriptions/${id}/${action}`, body)),
    does: async (id, act) =>
      expectStatus(200, await home.person.post(`${home.person.home}/subscriptions/${id}/acts`, { act })),
    outlook: async (id, act) =>
      expectStatus(
        200,
        await home.person.post(`${home.person.home}/subscriptions/${id}/acts/outlook`, { act }),
      ),
    pay: async (chargeId, body = {}) =>
      expectStatus(201, await home.person.post(`${home.person.home}/charges/${chargeId}/payments`, body)),
    get: async (path) => expectStatus(200, await home.person.get(`${home.person.home}${path}`)),
    refused: async (id, action, body = {}) => {
      const answer = await home.person.post(`${home.person.home}/subscriptions/${id}/${action}`, body)
      if (answer.status < 400) throw new Error(`It was not refused: ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    charges: async (id) =>
      expectStatus(200, await home.person.get(`${home.person.home}/charges?subscriptionId=${id}&limit=100`))
        .items,
    allCharges: (id) => allCharges(home, id),
    inForce: async (id) =>
      (await home.allCharges(id))
        .filter(({ state }) => state !== 'void')
        .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1)),
  }
  return home
}

/** Every page of the charges of one subscription. */
async function allCharges(home: HouseholdInTime, id: string): Promise<Json[]> {
  const found: Json[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: string = `subscriptionId=${id}&limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`
    const page: Json = await home.get(`/charges?${query}`)
    found.push(...page.items)
    cursor = page.nextCursor
  }
  return found
}

/** Plays a scenario that begins at noon in India on a date, in an application of its own. */
export async function inTime(date: string, scenario: (home: HouseholdInTime, api: Api) => Promise<void>) {
  const api = await startApi({ now: `${date}T06:30:00Z` })
  try {
    await scenario(await aHouseholdInTime(api), api)
  } finally {
    await api.close()
  }
}

function expectStatus(status: number, answer: Answer): Json {
  if (answer.status !== status) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer.body
}
