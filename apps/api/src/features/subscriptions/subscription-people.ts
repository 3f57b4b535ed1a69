import { ProblemError } from '../../platform/http/problem.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

type People = Pick<
  SubscriptionDocument,
  'visibility' | 'ownerId' | 'managedBy' | 'usedBy' | 'paidBy' | 'split'
>

const refused = (code: 'unknown-member' | 'invalid-split', pointer: string, message: string) =>
  new ProblemError(code, undefined, { errors: [{ pointer, message }] })

/** Everybody whom a subscription names, with the place where it does. */
export const peopleOf = ({
  managedBy,
  paidBy,
  usedBy,
  split,
}: People): (readonly [pointer: string, id: string])[] => [
  ['/managedBy', managedBy],
  ['/paidBy', paidBy],
  ...usedBy.map((id, at) => [`/usedBy/${at}`, id] as const),
  ...(split.kind === 'equal' ? split.memberIds : []).map((id, at) => [`/split/memberIds/${at}`, id] as const),
]

/** Everybody named belongs to the household; what is private concerns its owner alone. */
export const assertPeople = (people: People, memberIds: ReadonlySet<string>): void => {
  const { split, ownerId, visibility } = people
  const places = peopleOf(people)
  for (const [pointer, id] of places)
    if (!memberIds.has(id)) throw refused('unknown-member', pointer, 'must be somebody of this household')
  if (split.kind === 'equal' && new Set(split.memberIds).size < split.memberIds.length)
    throw refused('invalid-split', '/split/memberIds', 'must not name a person twice')
  if (visibility === 'shared') return
  // A share or a payment of somebody else would show as a debt without a reason.
  for (const [pointer, id] of places)
    if (id !== ownerId)
      throw refused('invalid-split', pointer, 'must be you: a private subscription is yours alone')
}
