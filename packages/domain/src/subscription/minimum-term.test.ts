import { describe, expect, it } from 'vitest'
import { draftFrom, every, factsOf, inr, monthly, on, termsFrom } from '../test-drafts.ts'
import type { Act, ActRecord } from './act.ts'
import { changePlanAt } from './change.ts'
import { debitsAhead } from './debits-ahead.ts'
import { draftOfTerms } from './draft-of-terms.ts'
import { factsOfActs } from './fold.ts'
import { extrasOf } from './standing-extras.ts'
import { cancelFacts, renewFacts } from './stop.ts'
import { minimumTermOn, termsOf } from './terms.ts'

const bound = { length: every(12, 'month'), exitFee: inr(200_000) }
const draft = draftFrom('2026-03-03', { minimumTerm: bound })
const terms = termsOf(draft)
const fee = {
  purpose: 'exitFee',
  title: null,
  price: inr(200_000),
  startsOn: on('2026-07-03'),
  endsOn: null,
  dueOn: on('2026-07-03'),
} as const

const said = (acts: readonly (readonly [string, Act])[]): ActRecord[] =>
  acts.map(([day, act], at) => ({ id: `act ${at}`, on: on(day), at: '', by: null, act }))
const leaves = { kind: 'cancelled', mode: 'atPeriodEnd', exitFee: fee } as const
const begun = ['2026-03-03', { kind: 'started', draft }] as const

describe('a minimum term', () => {
  it('binds from the first day until the same day after its length', () => {
    expect(terms.minimumTerm).toEqual({ ...bound, untilOn: '2027-03-03' })
    expect(minimumTermOn(terms, on('2027-03-02'))).toMatchObject({ exitFee: inr(200_000) })
    expect(minimumTermOn(terms, on('2027-03-03'))).toBeNull()
    expect(termsOf(draftOfTerms(terms))).toEqual(terms)
  })

  it('is decided about for the first debit after it: none of it can be avoided', () => {
    const none = { noticeDays: 0, mandateHours24: true }
    const ahead = (today: string) =>
      debitsAhead(factsOf(terms), none, { raised: 0, open: [] }, on(today)).decide
    expect(ahead('2026-11-20')).toMatchObject({ on: '2027-03-02', debitOn: '2027-03-03' })
    expect(ahead('2027-03-20')).toMatchObject({ on: '2027-04-02', debitOn: '2027-04-03' })
    const yearly = termsFrom('2026-03-03', {
      interval: every(1, 'year'),
      minimumTerm: { length: every(18, 'month'), exitFee: null },
    })
    expect(
      debitsAhead(factsOf(yearly), none, { raised: 0, open: [] }, on('2026-11-20')).decide,
    ).toMatchObject({ on: '2028-03-02' })
  })

  it('stays with another plan, and is over with a new start', () => {
    expect(changePlanAt(terms, on('2026-06-10'), { price: inr(49_900) }).minimumTerm).toEqual(
      terms.minimumTerm,
    )
    const left = cancelFacts(factsOf(terms), { requestedOn: on('2026-06-10'), mode: 'now' })
    const again = renewFacts(left, { renewedOn: on('2026-08-01'), today: on('2026-08-01') })
    expect(again.facts.terms.minimumTerm).toBeUndefined()
  })

  it('of another currency, or longer than the calendar, is refused', () => {
    const dollars = { amount: 100, currency: 'USD' }
    expect(() => termsOf({ ...draft, minimumTerm: { length: monthly, exitFee: dollars } })).toThrow()
    expect(() => termsOf({ ...draft, minimumTerm: { length: every(1000, 'year'), exitFee: null } })).toThrow()
  })

  it('costs its fee with the cancellation, which takes it along when it is taken back', () => {
    const left = said([begun, ['2026-06-10', leaves]])
    expect(factsOfActs(left).cancellation).toMatchObject({ effectiveOn: '2026-07-03' })
    expect(extrasOf(left)).toEqual([{ ...fee, id: 'act 1', number: -1 }])
    const undone = said([begun, ['2026-06-10', leaves], ['2026-06-11', { kind: 'undone', of: 'act 1' }]])
    expect(extrasOf(undone)).toEqual([])
    const back = said([begun, ['2026-06-10', leaves], ['2026-06-11', { kind: 'reactivated' }]])
    expect(extrasOf(back)).toEqual([])
    const now = { kind: 'cancelled', mode: 'now' } as const
    expect(extrasOf(said([begun, ['2026-06-10', leaves], ['2026-06-11', now]]))).toEqual([])
    const restart = { kind: 'recharged', renewedOn: on('2026-08-01') } as const
    expect(extrasOf(said([begun, ['2026-06-10', leaves], ['2026-08-01', restart]]))).toHaveLength(1)
  })
})
