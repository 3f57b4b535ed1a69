import { describe, expect, it } from 'vitest'
import { costOfKeeping, costOfNever, costOfService, costsOfLine, type NeedCost } from './need-costs.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const costs: NeedCost[] = [
  { kind: 'service', serviceId: 'netflix', memberIds: ['asha', 'ravi'], cost: inr(238_800) },
  { kind: 'service', serviceId: 'netflix', memberIds: ['asha'], cost: inr(0) },
  { kind: 'service', serviceId: 'netflix', memberIds: ['ravi'], cost: null },
  { kind: 'line', subscriptionId: 'jio', ask: 'mbPerDay', cost: inr(60_000) },
  { kind: 'line', subscriptionId: 'jio', ask: 'needsCalls', cost: inr(0) },
  { kind: 'line', subscriptionId: 'airtel', ask: 'mbPerDay', cost: inr(1) },
  { kind: 'keep', subscriptionId: 'jio', cost: inr(-100) },
  { kind: 'never', catalogueId: 'vi', cost: inr(700) },
]

describe('what is told beside a need', () => {
  it('is what would be cheaper without it, for all who use it or for one of them', () => {
    expect(costOfService(costs, 'netflix', ['ravi', 'asha'])).toEqual(inr(238_800))
    expect(costsOfLine(costs, 'jio')).toEqual([{ ask: 'mbPerDay', cost: inr(60_000) }])
    expect(costOfNever(costs, 'vi')).toEqual(inr(700))
  })

  it('is nothing where nothing would be cheaper, or nobody proved it', () => {
    expect(costOfService(costs, 'netflix', ['asha'])).toBeNull()
    expect(costOfService(costs, 'netflix', ['ravi'])).toBeNull()
    expect(costOfKeeping(costs, 'jio')).toBeNull()
    expect(costOfNever(costs, 'jio')).toBeNull()
  })
})
