import { describe, expect, it } from 'vitest'
import { noticeOf } from '../subscription/debits-ahead.ts'
import { factsOf, on, packFrom, termsFrom } from '../test-drafts.ts'
import { yearFrom } from './cash.ts'
import { leavesOf } from './leave.ts'

const today = on('2026-11-30')

const yearly = (noticeDays: number) => {
  const facts = factsOf(termsFrom('2025-12-09', { interval: { count: 1, unit: 'year' } }))
  return { id: 'prime', facts, notice: noticeOf(facts.terms, noticeDays) }
}

describe('the days on which a subscription can be left', () => {
  it('begin with the end of what is paid, where notice still reaches the next debit', () => {
    const [first] = leavesOf(yearly(7), [], yearFrom(today))
    expect(first?.on).toBe('2026-12-09')
    expect(first?.debits).toEqual([])
  })

  it('are later, with the debit that nobody can avoid any more, where notice does not', () => {
    const facts = factsOf(termsFrom('2026-11-03'))
    const notice = noticeOf(facts.terms, 7)
    const [first] = leavesOf({ id: 'stream', facts, notice }, [], yearFrom(today))
    expect(first?.on).toBe('2027-01-03')
    expect(first?.debits.map(({ on: day }) => day)).toEqual(['2026-12-03'])
  })

  it('know no notice of what is recharged by hand', () => {
    const facts = factsOf(packFrom('2026-11-20'))
    const notice = { noticeDays: 30, mandateHours24: true }
    const [first] = leavesOf({ id: 'pack', facts, notice }, [], yearFrom(today))
    expect(first?.on).toBe('2026-12-18')
  })
})
