import { aVerifiedPerson } from './an-invitation.ts'
import type { Person, PersonOptions } from './a-person.ts'
import type { Api } from './harness.ts'

/** Signs somebody in again: time has passed, and their token with it. */
export async function signedInAgain(api: Api, person: Person): Promise<Person> {
  const { body } = await api.fetchJson('/v1/auth/sign-in', {
    method: 'POST',
    body: { email: person.email, password: 'correct horse battery' },
    headers: { 'X-Client': 'mobile' },
  })
  const token: string = body.accessToken
  const send: Person['send'] = (path, request) => api.fetchJson(path, { token, ...request })
  return {
    ...person,
    token,
    send,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, sent = {}, headers = {}) => send(path, { method: 'POST', body: sent, headers }),
    patch: (path, sent = {}, headers = {}) => send(path, { method: 'PATCH', body: sent, headers }),
  }
}

export interface Told {
  /** Local date and time. */
  at: string
  subject: string
}

/** Every reminder that left by e-mail, in order, with the wall time at which it did. */
export async function lettersOf(api: Api, email: string, timeZone: string): Promise<Told[]> {
  const { body } = await api.fetchJson(`/dev/mailbox.json?to=${encodeURIComponent(email)}`)
  const items: { kind: string; subject: string; at: string }[] = body.items
  return items
    .filter(({ kind }) => kind === 'reminder')
    .map(({ subject, at }) => ({ at: wallTime(at, timeZone), subject }))
    .toReversed()
}

/** `2026-12-03 09:00` where the person is. */
export const wallTime = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    Date.parse(at),
  )

/** Somebody who has Netflix, which renews on a day of November or December. */
export async function aReminded(api: Api, options: PersonOptions = {}, draft: object = {}) {
  const person = await aVerifiedPerson(api, options)
  const added = await person.post(`${person.home}/subscriptions`, { ...netflix, ...draft })
  if (added.status !== 201) throw new Error(`Adding failed: ${JSON.stringify(added.body)}`)
  return { person, subscriptionId: added.body.id as string }
}

export const netflix = {
  name: 'Netflix',
  kind: 'ott',
  startsOn: '2026-11-03',
  interval: { count: 1, unit: 'month' },
  price: { amount: 64_900, currency: 'INR' },
  taxIncluded: true,
  renewal: 'automatic',
  pastPeriods: 'assumePaid',
}

const DAY = 86_400_000

/** Arrives at a wall time of UTC on each day, as a worker that asks each minute would. */
export async function walkDays(
  api: Api,
  from: string,
  until: string,
  times: readonly string[],
): Promise<void> {
  for (let day = Date.parse(from); day <= Date.parse(until); day += DAY)
    for (const time of times)
      await api.clock.moveTo(new Date(day).toISOString().replace('00:00:00.000Z', `${time}:00Z`))
}

/** 09:00 in India. */
export const walkIndia = (api: Api, from: string, until: string) => walkDays(api, from, until, ['03:30'])

export const INDIA = 'Asia/Kolkata'
