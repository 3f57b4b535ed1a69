import { aPerson, type Person, type PersonOptions } from './a-person.ts'
import type { Api } from './harness.ts'

/** Somebody whose address is proved, as whoever invites must be. */
export async function aVerifiedPerson(api: Api, options: PersonOptions = {}): Promise<Person> {
  const person = await aPerson(api, options)
  await verify(api, person)
  return person
}

export async function verify(api: Api, { userId }: Person): Promise<void> {
  await api.postgres.pool.query('update users set email_verified = true where id = $1', [userId])
}

/** A link into the household of a person: its id and its token. */
export async function anInvitation(
  person: Person,
  draft: object = {},
): Promise<{ id: string; token: string }> {
  const made = await person.post(`${person.home}/invitations`, { role: 'member', ...draft })
  if (made.status !== 201) throw new Error(`Inviting failed: ${JSON.stringify(made.body)}`)
  return made.body
}

/** Accepts with somebody's account. The token is the person's, the household the other one. */
export async function accepts(person: Person, token: string): Promise<Person> {
  const joined = await person.post('/v1/invitations/accept', { token })
  if (joined.status !== 200) throw new Error(`Accepting failed: ${JSON.stringify(joined.body)}`)
  const { id, memberId } = joined.body
  return { ...person, householdId: id, home: `/v1/households/${id}`, memberId }
}
