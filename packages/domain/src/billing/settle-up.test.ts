import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balancesOf } from './posting.ts'
import type { Entry } from './posting.ts'
import { settleUp } from './settle-up.ts'
import type { Transfer } from './settle-up.ts'

const named = (...amounts: number[]): Entry[] =>
  amounts.map((amount, at) => ({ memberId: String.fromCodePoint(97 + at), amount }))
const balanced = (amounts: readonly number[]): Entry[] =>
  named(...amounts, 0 - amounts.reduce((sum, a) => sum + a, 0))
const pairs = (transfers: readonly Transfer[]): string =>
  transfers.map(({ from, to }) => `${from}>${to}`).join(' ')

/** Every way in which debtors pay creditors so that each transfer set is a forest; the shortest, then the first by (from, to). */
function bruteForce(people: readonly Entry[]): string {
  const debtors = people.filter(({ amount }) => amount < 0)
  const creditors = people.filter(({ amount }) => amount > 0)
  const edges = debtors.flatMap((debtor) =>
    creditors.map((creditor) => [debtor.memberId, creditor.memberId] as const),
  )
  let best: string[] | undefined
  for (let set = 0; set < 1 << edges.length; set++) {
    const chosen = edges.filter((_, bit) => (set & (1 << bit)) !== 0)
    if (best !== undefined && chosen.length > best.length) continue
    if (!isSettled(people, chosen)) continue
    const list = chosen.map(([from, to]) => `${from}>${to}`)
    if (best === undefined || list.length < best.length || list.join(' ') < best.join(' ')) best = list
  }
  return (best ?? []).join(' ')
}

/** True when positive amounts on a forest of these edges settle everybody: leaves decide their edge one after the other. */
function isSettled(people: readonly Entry[], edges: readonly (readonly [string, string])[]): boolean {
  const left = new Map(people.map(({ memberId, amount }) => [memberId, amount]))
  let open = [...edges]
  while (open.length > 0) {
    const degree = new Map<string, number>()
    for (const edge of open) for (const end of edge) degree.set(end, (degree.get(end) ?? 0) + 1)
    const leaf = open.find((edge) => edge.some((end) => degree.get(end) === 1))
    if (leaf === undefined) return false
    const [from, to] = leaf
    const amount = degree.get(from) === 1 ? -(left.get(from) ?? 0) : (left.get(to) ?? 0)
    if (amount <= 0) return false
    left.set(from, (left.get(from) ?? 0) + amount)
    left.set(to, (left.get(to) ?? 0) - amount)
    open = open.filter((edge) => edge !== leaf)
  }
  return [...left.values()].every((amount) => amount === 0)
}

describe('settleUp', () => {
  it('settles three people in two transfers', () => {
    expect(settleUp(named(-300, 100, 200))).toEqual({
      transfers: [
        { from: 'a', to: 'b', amount: 100 },
        { from: 'a', to: 'c', amount: 200 },
      ],
      exact: true,
    })
  })

  it('finds groups that settle among themselves where greed does not', () => {
    const { transfers } = settleUp(named(-7, -3, 6, 4, -4, 4))
    expect(transfers).toHaveLength(4)
    expect(settleUp(named(-5, -3, 5, 3)).transfers).toEqual([
      { from: 'a', to: 'c', amount: 5 },
      { from: 'b', to: 'd', amount: 3 },
    ])
  })

  it('takes the first by (from, to) among equally short answers', () => {
    expect(pairs(settleUp(named(-1, -1, 1, 1)).transfers)).toBe('a>c b>d')
    expect(pairs(settleUp(named(-3, -4, 5, 2)).transfers)).toBe('a>c a>d b>c')
  })

  it('equals brute force on random groups', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 6 }), (amounts) => {
        const people = balanced(amounts)
        const { transfers, exact } = settleUp(people)
        expect(exact).toBe(true)
        expect(pairs(transfers)).toBe(bruteForce(people))
      }),
      { numRuns: 250 },
    )
  })

  it('leaves nobody owing, pays only positive amounts, and only from debtors to creditors', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100_000, max: 100_000 }), { maxLength: 15 }), (amounts) => {
        const people = balanced(amounts)
        const { transfers, exact } = settleUp(people)
        const open = people.filter(({ amount }) => amount !== 0)
        expect(exact).toBe(open.length <= 12)
        expect(transfers.length).toBeLessThanOrEqual(Math.max(0, open.length - 1))
        const balance = new Map(people.map(({ memberId, amount }) => [memberId, amount]))
        for (const { from, to, amount } of transfers) {
          expect(amount).toBeGreaterThan(0)
          expect(balance.get(from)).toBeLessThan(0)
          expect(balance.get(to)).toBeGreaterThan(0)
        }
        const moves = transfers.flatMap(({ from, to, amount }) => [
          { memberId: from, amount },
          { memberId: to, amount: -amount },
        ])
        expect(balancesOf([...people, ...moves])).toEqual([])
        const listed = transfers.map(({ from, to }) => `${from} ${to}`)
        expect(listed).toEqual(listed.toSorted())
      }),
    )
  })

  it('does not depend on the order of the people, and sums what is named twice', () => {
    const people = named(-7, -3, 6, 4, -4, 4)
    expect(settleUp(people.toReversed())).toEqual(settleUp(people))
    expect(settleUp([...named(-2, 2), ...named(-1, 1)]).transfers).toEqual([
      { from: 'a', to: 'b', amount: 3 },
    ])
    expect(settleUp([])).toEqual({ transfers: [], exact: true })
  })

  it('says so when more than twelve people force the greedy way', () => {
    const people = named(...Array.from({ length: 14 }, (_, at) => (at % 2 === 0 ? -1 : 1)))
    const { transfers, exact } = settleUp(people)
    expect(exact).toBe(false)
    expect(transfers).toHaveLength(7)
  })

  it('refuses balances that do not sum to zero', () => {
    const unbalanced: unknown = expect.objectContaining({ code: 'unbalanced', details: { left: 1 } })
    expect(() => settleUp(named(-1, 2))).toThrow(unbalanced)
  })
})
