import { expect, test } from 'vitest'
import type { Subscription } from '../answers.ts'
import { twinOf } from './twin.ts'

type Known = Parameters<typeof twinOf>[0][number]

const planOf = (id: string): Subscription['plan'] => ({
  id,
  name: id,
  status: 'current',
  asOf: '2026-11-01' as NonNullable<Subscription['plan']>['asOf'],
})

const netflix: Known = {
  id: 'first',
  name: 'Netflix Mobile',
  plan: planOf('netflix-mobile'),
  kind: 'ott',
  paidBy: 'asha',
  usedBy: [],
  line: null,
  lineId: null,
  status: 'active',
  cancelledOn: null,
  removedOn: null,
}
const jio: Known = {
  ...netflix,
  id: 'jio',
  name: 'Jio 299',
  plan: planOf('jio-299'),
  kind: 'mobile',
  line: '••••• ••210',
  lineId: 'line-1',
}
const typed = { name: '', kind: 'ott', paidBy: 'asha', line: '', lineId: null } as const
const plan = { id: 'netflix-mobile' }

test('the same plan of the same person is found', () => {
  expect(twinOf([jio, netflix], typed, plan)?.id).toBe('first')
  expect(twinOf([netflix], { ...typed, paidBy: 'ravi' }, plan)).toBe(null)
  expect(twinOf([{ ...netflix, usedBy: ['ravi'] }], { ...typed, paidBy: 'ravi' }, plan)?.id).toBe('first')
  expect(twinOf([netflix], typed, { id: 'netflix-premium' })).toBe(null)
})

test('one of a plan of one’s own by its name, however it is written', () => {
  expect(twinOf([{ ...netflix, plan: null }], { ...typed, name: ' netflix  MOBILE' }, null)?.id).toBe('first')
  expect(twinOf([netflix], typed, null)).toBe(null)
})

test('what is over or was removed may be begun again, what only stopped is found', () => {
  const over = { status: 'expired', cancelledOn: '2026-11-01' as Known['cancelledOn'] } as const
  expect(twinOf([{ ...netflix, ...over }], typed, plan)).toBe(null)
  expect(twinOf([{ ...netflix, removedOn: over.cancelledOn }], typed, plan)).toBe(null)
  expect(twinOf([{ ...netflix, status: 'expired' }], typed, plan)?.id).toBe('first')
})

test('two numbers have the same pack', () => {
  const pack = { id: 'jio-299' }
  const form = { ...typed, kind: 'mobile' } as const
  expect(twinOf([jio], form, pack)).toBe(null)
  expect(twinOf([jio], { ...form, line: '98765 43210' }, pack)?.id).toBe('jio')
  expect(twinOf([jio], { ...form, line: '98765 43211' }, pack)).toBe(null)
  expect(twinOf([jio], { ...form, lineId: 'line-1' }, pack)?.id).toBe('jio')
  expect(twinOf([{ ...jio, line: null, lineId: null }], form, pack)?.id).toBe('jio')
})
