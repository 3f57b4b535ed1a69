import { DomainError } from '../error.ts'
import { balancesOf } from './posting.ts'
import type { Entry } from './posting.ts'

/** One transfer between two members, minor units above 0. */
export interface Transfer {
  readonly from: string
  readonly to: string
  readonly amount: number
}

export interface SettleUp {
  /** In order of from, then to. */
  readonly transfers: readonly Transfer[]
  /** True when no shorter answer exists; false where more than twelve people forced the greedy way. */
  readonly exact: boolean
}

/** The most people for whom the fewest transfers are proven. */
export const EXACT_PEOPLE = 12

const byPair = (a: Transfer, b: Transfer): number => {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1
  return a.to < b.to ? -1 : a.to > b.to ? 1 : 0
}

/** Negative, zero or positive as the pairs of `a` come before those of `b`, pair by pair. */
function compareLists(a: readonly Transfer[], b: readonly Transfer[]): number {
  for (const [at, transfer] of a.entries()) {
    const other = b[at]
    const order = other === undefined ? 1 : byPair(transfer, other)
    if (order !== 0) return order
  }
  return 0
}

/** The people with the debt and the claim of one transfer taken off. */
const withTransfer = (people: readonly Entry[], memberId: string, amount: number): Entry[] =>
  people.map((person) =>
    person.memberId === memberId ? { memberId, amount: person.amount + amount } : person,
  )

/**
 * The first list by (from, to) of the n − 1 transfers that settle an indivisible group. Such a list is a tree; its first edge, between
 * the first debtor and the first creditor, parts the group in two that settle among themselves once that transfer is made.
 */
function firstTree(people: readonly Entry[], known: Map<string, readonly Transfer[]>): readonly Transfer[] {
  const debtor = people.find(({ amount }) => amount < 0)
  const creditor = people.find(({ amount }) => amount > 0)
  if (debtor === undefined || creditor === undefined) return []
  const key = people.map(({ memberId, amount }) => `${memberId} ${amount}`).join()
  const before = known.get(key)
  if (before !== undefined) return before
  const from = debtor.memberId
  const to = creditor.memberId
  const others = people.filter((person) => person !== debtor && person !== creditor)
  let first: readonly Transfer[] | undefined
  for (let set = 0; set < 1 << others.length; set++) {
    let amount = creditor.amount
    for (const [bit, other] of others.entries()) if ((set & (1 << bit)) !== 0) amount += other.amount
    if (amount <= 0 || amount > -debtor.amount || amount > creditor.amount) continue
    const theirs = people.filter((person) => person === creditor || isIn(set, others.indexOf(person)))
    const ours = people.filter((person) => !theirs.includes(person))
    const parts = [
      ...firstTree(withTransfer(ours, from, amount), known),
      ...firstTree(withTransfer(theirs, to, -amount), known),
    ]
    if (parts.length !== people.length - 2) continue
    const list = [{ from, to, amount }, ...parts.toSorted(byPair)]
    if (first === undefined || compareLists(list, first) < 0) first = list
  }
  known.set(key, first ?? [])
  return first ?? []
}

const isIn = (set: number, bit: number): boolean => bit >= 0 && (set & (1 << bit)) !== 0

/**
 * For every set of people (as bits), into how many groups that settle among themselves it can be divided at most. n people in k
 * such groups need exactly n − k transfers.
 */
function groupCounts(people: readonly Entry[]): { sums: number[]; counts: number[] } {
  const sums = [0]
  const counts = [0]
  for (let set = 1; set < 1 << people.length; set++) {
    const lowest = 31 - Math.clz32(set & -set)
    sums.push((sums[set & (set - 1)] ?? 0) + (people[lowest]?.amount ?? 0))
    let most = 0
    for (let rest = set; rest !== 0; rest &= rest - 1)
      most = Math.max(most, counts[set & ~(rest & -rest)] ?? 0)
    counts.push(sums[set] === 0 ? most + 1 : most)
  }
  return { sums, counts }
}

function fewestTransfers(people: readonly Entry[]): Transfer[] {
  const { sums, counts } = groupCounts(people)
  const best = new Map<number, Transfer[]>([[0, []]])
  const trees = new Map<string, readonly Transfer[]>()
  const solve = (set: number): Transfer[] => {
    const known = best.get(set)
    if (known !== undefined) return known
    const lowest = set & -set
    let first: Transfer[] | undefined
    for (let group = set; group !== 0; group = (group - 1) & set) {
      const rest = set & ~group
      if ((group & lowest) === 0 || sums[group] !== 0 || counts[group] !== 1) continue
      if ((counts[rest] ?? 0) + 1 !== counts[set]) continue
      const members = people.filter((_, bit) => (group & (1 << bit)) !== 0)
      const list = [...firstTree(members, trees), ...solve(rest)].toSorted(byPair)
      if (first === undefined || compareLists(list, first) < 0) first = list
    }
    const answer = first ?? []
    best.set(set, answer)
    return answer
  }
  return solve((1 << people.length) - 1)
}

/** The largest debtor pays the largest creditor until nobody owes; ties by the id. */
function greedyTransfers(people: readonly Entry[]): Transfer[] {
  const open = people.map(({ memberId, amount }) => ({ memberId, amount }))
  const transfers: Transfer[] = []
  for (;;) {
    let debtor = open[0]
    let creditor = open[0]
    for (const person of open) {
      if (debtor === undefined || person.amount < debtor.amount) debtor = person
      if (creditor === undefined || person.amount > creditor.amount) creditor = person
    }
    if (debtor === undefined || creditor === undefined || creditor.amount === 0) break
    const amount = Math.min(-debtor.amount, creditor.amount)
    debtor.amount += amount
    creditor.amount -= amount
    transfers.push({ from: debtor.memberId, to: creditor.memberId, amount })
  }
  return transfers.toSorted(byPair)
}

/**
 * The fewest transfers that settle balances of one currency (law 12), positive is owed to the member. Proven for up to twelve
 * people with a balance; beyond that greedy, and `exact` says so. Only who owes pays and only who is owed receives; within a group
 * each debtor in order of the id pays the creditors in order of the id, and among divisions into equally many groups the first by
 * (from, to) is taken. `unbalanced` unless the balances sum to zero.
 */
export function settleUp(balances: readonly Entry[]): SettleUp {
  const people = balancesOf(balances)
  const left = people.reduce((sum, { amount }) => sum + amount, 0)
  if (left !== 0) throw new DomainError('unbalanced', `The balances sum to ${left}, not to zero.`, { left })
  if (people.length > EXACT_PEOPLE) return { transfers: greedyTransfers(people), exact: false }
  return { transfers: fewestTransfers(people), exact: true }
}
