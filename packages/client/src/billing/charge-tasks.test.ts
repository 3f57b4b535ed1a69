import { describe, expect, it } from 'vitest'
import { chargeTasks } from './charge-tasks.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })

const due = {
  state: 'due' as const,
  paid: inr(0),
  outstanding: inr(64_900),
  paidBy: 'asha',
  mayChange: true,
  payments: [],
}
const paid = { ...due, state: 'paid' as const, paid: inr(64_900), outstanding: inr(0) }

const owner = { role: 'owner' as const, memberId: 'asha' }
const member = { role: 'member' as const, memberId: 'ravi' }
const viewer = { role: 'viewer' as const, memberId: 'meera' }

describe('chargeTasks', () => {
  it('offers to pay, correct or waive what is open', () =>
    expect(chargeTasks(due, owner)).toEqual(['pay', 'correct', 'waive']))

  it('offers to correct and refund what is paid, and nothing to pay', () =>
    expect(chargeTasks(paid, owner)).toEqual(['correct', 'refund']))

  it('offers only the way back from what is waived', () =>
    expect(chargeTasks({ ...due, state: 'waived' }, owner)).toEqual(['unwaive']))

  it('offers a refund to a member who paid a part of it, and to no other member', () => {
    const charge = { ...paid, mayChange: false }
    const payments = [{ payers: [{ memberId: 'ravi', memberName: 'Ravi', amount: inr(100) }] }]
    expect(chargeTasks(charge, member)).toEqual([])
    expect(chargeTasks({ ...charge, payments }, member)).toEqual(['refund'])
  })

  it('offers nothing to who only looks', () =>
    expect(chargeTasks({ ...due, mayChange: false }, viewer)).toEqual([]))
})
