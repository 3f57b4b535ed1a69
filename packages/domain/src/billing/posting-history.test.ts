import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterRefund } from './amount.ts'
import { balancesOf, postCharge, postPayment, postSettlement, PROVIDER_CREDIT } from './posting.ts'
import type { Entry } from './posting.ts'
import { anyHistory, april, people } from './split-drafts.ts'
import { alwaysSplit, rulesWithin, sharesOfCharge } from './split-history.ts'
import type { SplitHistory } from './split-history.ts'
import type { Share } from './split.ts'

const total = (parts: readonly { amount: number }[]): number =>
  parts.reduce((sum, { amount }) => sum + amount, 0)
const otherWayRound = (entries: readonly Entry[]): Entry[] =>
  entries.map((entry) => ({ ...entry, amount: 0 - entry.amount }))
const by = (memberId: string, amount: number): Share[] => [{ memberId, amount }]
const creditAccount = `${PROVIDER_CREDIT}:netflix`
const outOfRange: unknown = expect.objectContaining({ code: 'amount-out-of-range' })

/** A charge with everything that ever happened to it. */
interface Book {
  amount: number
  paid: number
  splits: SplitHistory
  payments: { payers: readonly Share[]; tookOff: number; isRefund: boolean; isReversed: boolean }[]
  entries: Entry[]
}

const index = 3
const sharesIn = ({ amount, splits }: Book) =>
  sharesOfCharge({ ...april, amount, index, splits: rulesWithin(splits, april, 'asha') })
const payersIn = ({ payments }: Book) =>
  payments.flatMap(({ payers, isReversed }) => (isReversed ? [] : payers))

/** What the ledger gets for a change, as the API asks for it: from the state after it and all that is posted. */
function post(book: Book): Entry[] {
  const posted = postCharge({
    shares: sharesIn(book),
    payers: payersIn(book),
    posted: balancesOf(book.entries),
    occurrence: index,
    creditAccount,
  })
  book.entries.push(...posted)
  return posted
}

type Act =
  | { kind: 'pay'; payers: readonly Share[] }
  | { kind: 'refund'; by: string; part: number }
  | { kind: 'correct'; amount: number }
  | { kind: 'split'; splits: SplitHistory }
  | { kind: 'reverse'; which: number }

const anyPerson = fc.constantFrom(...people, creditAccount)
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('pay' as const),
    payers: fc.uniqueArray(fc.record({ memberId: anyPerson, amount: fc.integer({ min: 1, max: 60_000 }) }), {
      minLength: 1,
      maxLength: 3,
      selector: ({ memberId }) => memberId,
    }),
  }),
  fc.record({
    kind: fc.constant('refund' as const),
    by: fc.constantFrom(...people),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({ kind: fc.constant('correct' as const), amount: fc.nat({ max: 90_000 }) }),
  fc.record({ kind: fc.constant('split' as const), splits: anyHistory }),
  fc.record({ kind: fc.constant('reverse' as const), which: fc.nat() }),
)

function play(book: Book, act: Act): Entry[] {
  if (act.kind === 'pay') {
    book.payments.push({ payers: act.payers, tookOff: 0, isRefund: false, isReversed: false })
    book.paid += total(act.payers)
  } else if (act.kind === 'refund' && book.paid > 0) {
    const refund = Math.max(1, Math.floor(book.paid * act.part))
    const after = afterRefund(book, refund)
    const tookOff = book.amount - after.amount
    book.payments.push({ payers: by(act.by, -refund), tookOff, isRefund: true, isReversed: false })
    Object.assign(book, after)
  } else if (act.kind === 'correct') book.amount = act.amount
  else if (act.kind === 'split') book.splits = act.splits
  else if (act.kind === 'reverse') {
    const payment = book.payments[act.which % Math.max(1, book.payments.length)]
    if (payment === undefined || payment.isReversed || book.paid < total(payment.payers)) return []
    payment.isReversed = true
    book.paid -= total(payment.payers)
    book.amount += payment.tookOff
  }
  return post(book)
}

const opened = (amount: number, splits: SplitHistory): Book => ({
  amount,
  paid: 0,
  splits,
  payments: [],
  entries: [],
})

/** What one payment of everything would have posted. */
const atOnce = (book: Book): Entry[] =>
  postPayment({
    paidBefore: 0,
    payment: book.paid,
    shares: sharesIn(book),
    payers: balancesOf(payersIn(book)),
    occurrence: index,
    creditAccount,
  })

describe('the ledger of a charge', () => {
  it('is what one payment of everything posts, after any payments, refunds, corrections, splits and reversals', () => {
    const cases = fc.tuple(fc.nat({ max: 90_000 }), anyHistory, fc.array(anyAct, { maxLength: 12 }))
    fc.assert(
      fc.property(cases, ([amount, splits, acts]) => {
        const book = opened(amount, splits)
        for (const act of acts) {
          const posted = play(book, act)
          expect(total(posted)).toBe(0)
          expect(posted.every((entry) => entry.amount !== 0)).toBe(true)
          const accounts = posted.map(({ memberId }) => memberId)
          expect(accounts).toEqual([...new Set(accounts)].toSorted())
        }
        expect(balancesOf(book.entries)).toEqual(atOnce(book))
        expect(total(sharesIn(book))).toBe(book.amount)
      }),
      { numRuns: 400 },
    )
  })

  it('gets the exact negation of a payment or a refund that is taken back at once', () => {
    const cases = fc.tuple(fc.nat({ max: 90_000 }), anyHistory, fc.array(anyAct, { maxLength: 8 }), anyAct)
    fc.assert(
      fc.property(cases, ([amount, splits, before, last]) => {
        fc.pre(last.kind === 'pay' || last.kind === 'refund')
        const book = opened(amount, splits)
        for (const act of before) play(book, act)
        const posted = play(book, last)
        if (book.payments.length === 0) return
        const undone = play(book, { kind: 'reverse', which: book.payments.length - 1 })
        if (last.kind === 'pay' || posted.length > 0) expect(undone).toEqual(otherWayRound(posted))
      }),
    )
  })

  it('does not move for a payment of everything that was there before', () => {
    const book = opened(300, alwaysSplit({ kind: 'equal', memberIds: ['asha', 'ravi'] }))
    play(book, { kind: 'pay', payers: by('asha', 300) })
    expect(post(book)).toEqual([])
  })

  it('moves what is owed when the split changes after the payment', () => {
    const book = opened(300, alwaysSplit({ kind: 'equal', memberIds: ['asha', 'ravi'] }))
    play(book, { kind: 'pay', payers: by('asha', 300) })
    const splits = alwaysSplit({ kind: 'equal', memberIds: ['tara'] })
    expect(play(book, { kind: 'split', splits })).toEqual([
      { memberId: 'asha', amount: 150 },
      { memberId: 'ravi', amount: 150 },
      { memberId: 'tara', amount: -300 },
    ])
  })

  it('gives what is paid beyond a corrected amount to the credit of the subscription', () => {
    const book = opened(300, alwaysSplit({ kind: 'equal', memberIds: ['ravi'] }))
    play(book, { kind: 'pay', payers: by('asha', 300) })
    expect(play(book, { kind: 'correct', amount: 250 })).toEqual([
      { memberId: creditAccount, amount: -50 },
      { memberId: 'ravi', amount: 50 },
    ])
    expect(play(book, { kind: 'refund', by: 'asha', part: 50 / 300 })).toEqual([
      { memberId: 'asha', amount: -50 },
      { memberId: creditAccount, amount: 50 },
    ])
  })

  it('refuses less than nothing paid', () => {
    const book = opened(300, alwaysSplit({ kind: 'equal', memberIds: ['ravi'] }))
    book.payments.push({ payers: by('asha', -1), tookOff: 0, isRefund: true, isReversed: false })
    expect(() => post(book)).toThrow(outOfRange)
  })
})

describe('a settlement', () => {
  it('lets who pays owe less and who gets it be owed less', () => {
    expect(postSettlement('ravi', 'asha', 500)).toEqual([
      { memberId: 'asha', amount: -500 },
      { memberId: 'ravi', amount: 500 },
    ])
    expect(postSettlement('asha', 'ravi', 1)).toEqual([
      { memberId: 'asha', amount: 1 },
      { memberId: 'ravi', amount: -1 },
    ])
  })

  it('that is undone is the same the other way round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (amount) => {
        const there = postSettlement('ravi', 'asha', amount)
        expect(total(there)).toBe(0)
        expect(postSettlement('asha', 'ravi', amount)).toEqual(otherWayRound(there))
      }),
    )
  })

  it('is more than nothing, in whole units, between two people', () => {
    for (const amount of [0, -1, 0.5, Number.MAX_SAFE_INTEGER + 1])
      expect(() => postSettlement('ravi', 'asha', amount)).toThrow(outOfRange)
    expect(() => postSettlement('ravi', 'ravi', 1)).toThrow(
      expect.objectContaining({
        code: 'amount-out-of-range',
        message: 'A settlement is more than nothing, between two people.',
        details: { amount: 1 },
      }),
    )
  })
})
