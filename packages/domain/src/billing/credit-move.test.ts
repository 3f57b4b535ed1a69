import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditMove } from './credit-move.ts'

const inOrder = (credits: readonly number[]) => credits.map((credit, source) => ({ source, credit }))

describe('credit that moves to another charge', () => {
  it('is as much as there is and is open, from the first that holds it on', () => {
    expect(creditMove(inOrder([300, 500]), 600)).toEqual({
      amount: 600,
      parts: [
        { source: 0, amount: 300 },
        { source: 1, amount: 300 },
      ],
    })
    expect(creditMove(inOrder([300, 500]), 250)).toEqual({ amount: 250, parts: [{ source: 0, amount: 250 }] })
  })

  it('is never more than there is or is open, and never nothing', () => {
    expect(creditMove(inOrder([300]), 1000, 301)).toBeNull()
    expect(creditMove(inOrder([300]), 100, 101)).toBeNull()
    expect(creditMove(inOrder([300]), 0)).toBeNull()
    expect(creditMove(inOrder([]), 100)).toBeNull()
  })

  it('creates nothing and loses nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100_000 }), { maxLength: 6 }),
        fc.nat({ max: 300_000 }),
        fc.option(fc.integer({ min: 1, max: 300_000 }), { nil: undefined }),
        (credits, outstanding, wish) => {
          const most = Math.min(
            credits.reduce((sum, credit) => sum + credit, 0),
            outstanding,
          )
          const moved = creditMove(inOrder(credits), outstanding, wish)
          if (moved === null) return wish === undefined ? most === 0 : wish > most
          const parts = moved.parts.reduce((sum, { amount }) => sum + amount, 0)
          return (
            moved.amount === (wish ?? most) &&
            parts === moved.amount &&
            moved.parts.every(({ source, amount }) => amount > 0 && amount <= (credits[source] ?? 0))
          )
        },
      ),
    )
  })
})
