import { expect, it } from 'vitest'
import { compareNamed, namedWithin } from './one-day.ts'

const item = (name: string, subscriptionId: string, on = '') => ({ name, subscriptionId, on })

it('what falls on one day stands by name, without regard to capitals, then by subscription', () => {
  const [b, a2, a1] = [item('Bulk', '1'), item('airtel', '3'), item('Airtel', '2')]
  expect([b, a2, a1].toSorted(compareNamed)).toEqual([a1, a2, b])
  expect(compareNamed(b, b)).toBe(0)
})

it('neighbours that are alike change places, and nothing else does', () => {
  const list = [item('Z', '1', '5'), item('B', '2', '6'), item('A', '3', '6'), item('Y', '4', '7')]
  const named = namedWithin(list, (a, b) => a.on === b.on)
  expect(named.map(({ name }) => name)).toEqual(['Z', 'A', 'B', 'Y'])
})
