import { expect, test } from 'vitest'
import { leadChoicesOf, withLead, withRule } from './rules-draft.ts'

const rule = {
  kind: 'renewal' as const,
  email: true,
  inbox: true,
  push: true,
  webhook: true,
  leadDays: [7, 1],
}

test('a day is chosen and taken away, the farthest first', () => {
  expect(withLead(rule, 3).leadDays).toEqual([7, 3, 1])
  expect(withLead(rule, 7).leadDays).toEqual([1])
})

test('the choices are the usual ones and what was chosen elsewhere', () => {
  expect(leadChoicesOf({ ...rule, leadDays: [14, 7] })).toEqual([14, 7, 3, 1, 0])
  expect(leadChoicesOf({ ...rule, kind: 'overdue', leadDays: [] })).toEqual([1, 3, 7])
  expect(leadChoicesOf({ ...rule, kind: 'assumed', leadDays: [] })).toEqual([])
})

test('one rule of a list is another', () => {
  const other = { ...rule, kind: 'due' as const }
  expect(withRule([rule, other], { ...rule, email: false })).toEqual([{ ...rule, email: false }, other])
})
