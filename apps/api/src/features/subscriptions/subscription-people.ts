import { DomainError, membersOfSplit, sharesOf, withTax, type Split } from '@streamline/domain'
import { ProblemError } from '../../platform/http/problem.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

type People = Pick<
  SubscriptionDocument,
  'visibility' | 'ownerId' | 'managedBy' | 'usedBy' | 'paidBy' | 'splits' | 'ownSplits'
>

type Whose = Pick<SubscriptionDocument, 'visibility' | 'ownerId'>

const refused = (code: 'unknown-member' | 'invalid-split', pointer: string, message: string) =>
  new ProblemError(code, undefined, { errors: [{ pointer, message }] })

/** Where a split names a person, in the body that says it. */
const pointerIn = (split: Split, at: number, pointer = '/split'): string => {
  if (split.kind === 'equal') return `${pointer}/memberIds/${at}`
  return `${pointer}/${split.kind === 'shares' ? 'weights' : 'parts'}/${at}/memberId`
}

/** Everybody whom a subscription names, with the place where it does; of the splits, the latest is what a body says. */
export const peopleOf = ({
  managedBy,
  paidBy,
  usedBy,
  splits,
  ownSplits = [],
}: People): (readonly [pointer: string, id: string])[] => [
  ['/managedBy', managedBy],
  ['/paidBy', paidBy],
  ...usedBy.map((id, at) => [`/usedBy/${at}`, id] as const),
  ...splits.flatMap(({ split }) =>
    membersOfSplit(split).map((id, at) => [pointerIn(split, at), id] as const),
  ),
  ...ownSplits.flatMap(({ splits: own }) =>
    own.flatMap(({ split }) => membersOfSplit(split).map((id) => ['/visibility', id] as const)),
  ),
]

/** Everybody named belongs to the household; what is private concerns its owner alone. */
export const assertPeople = (people: People, memberIds: ReadonlySet<string>): void =>
  assertNamed(people, peopleOf(people), memberIds)

/** The same of whom the split of one charge names. */
export const assertSharers = (people: Whose, split: Split, memberIds: ReadonlySet<string>): void =>
  assertNamed(
    people,
    membersOfSplit(split).map((id, at) => [pointerIn(split, at, '/act/split'), id] as const),
    memberIds,
  )

const assertNamed = (
  { ownerId, visibility }: Whose,
  places: readonly (readonly [pointer: string, id: string])[],
  memberIds: ReadonlySet<string>,
): void => {
  for (const [pointer, id] of places)
    if (!memberIds.has(id)) throw refused('unknown-member', pointer, 'must be somebody of this household')
  if (visibility === 'shared') return
  // A share or a payment of somebody else would show as a debt without a reason.
  for (const [pointer, id] of places)
    if (id !== ownerId)
      throw refused('invalid-split', pointer, 'must be you: a private subscription is yours alone')
}

/** Shares of a full period at its price sum to it (law 10), and nobody is named twice. */
export const assertSplit = ({ splits, facts }: SubscriptionDocument): void => {
  const split = splits.at(-1)?.split
  const regular = facts.terms.segments.at(-1)
  if (split === undefined || split.kind === 'payer' || regular === undefined) return
  assertShares(split, withTax(regular.price.amount, regular.tax).amount)
}

/** The same for what costs so much, in minor units. */
export const assertShares = (split: Split, amount: number, pointer = '/split'): void => {
  if (split.kind === 'payer') return
  try {
    sharesOf(amount, split, 0)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const place = split.kind === 'equal' ? 'memberIds' : split.kind === 'shares' ? 'weights' : 'parts'
    throw refused('invalid-split', `${pointer}/${place}`, splitProblem(split, amount, error))
  }
}

const splitProblem = (split: Split, amount: number, { message }: DomainError): string => {
  if (split.kind === 'percent' && sumOf(split.parts.map(({ basisPoints }) => basisPoints)) !== 10_000)
    return 'must sum to 100 percent'
  if (split.kind === 'exact' && sumOf(split.parts.map(({ amount: part }) => part)) !== amount)
    return `must sum to ${amount}, what it costs`
  return message
}

const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0)
