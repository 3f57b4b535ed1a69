import { expect, test } from 'vitest'
import { upiLink } from './upi-link.ts'

const rupees = (amount: number) => ({ amount, currency: 'INR' })

test('a UPI link names whom, how much to the paisa and what for', () => {
  expect(
    upiLink({ upiId: 'asha@okbank', name: 'Asha & Ravi', amount: rupees(41_205), note: 'Streamline घर' }),
  ).toBe('upi://pay?pa=asha@okbank&pn=Asha%20%26%20Ravi&am=412.05&cu=INR&tn=Streamline%20%E0%A4%98%E0%A4%B0')
})

test('there is none without a UPI ID, in another currency or for nothing', () => {
  const whom = { upiId: 'asha@okbank', name: 'Asha', note: 'x' }
  expect(upiLink({ ...whom, upiId: null, amount: rupees(100) })).toBeNull()
  expect(upiLink({ ...whom, amount: { amount: 100, currency: 'EUR' } })).toBeNull()
  expect(upiLink({ ...whom, amount: rupees(0) })).toBeNull()
})
