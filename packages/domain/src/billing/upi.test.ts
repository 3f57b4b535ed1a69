import { expect, test } from 'vitest'
import { upiLink, upiLinkFor } from './upi.ts'

const rupees = (amount: number) => ({ amount, currency: 'INR' })
const link = upiLink({ upiId: 'asha@okaxis', name: 'Asha K', amount: rupees(41_200), note: 'Streamline' })

test('a UPI link names payee, amount and note', () => {
  expect(link).toBe('upi://pay?pa=asha@okaxis&pn=Asha%20K&am=412.00&cu=INR&tn=Streamline')
})

test('a part of what is owed has the same link with its own amount', () => {
  expect(upiLinkFor(link, rupees(20_005))).toBe(link.replace('412.00', '200.05'))
  expect(() => upiLinkFor(link, rupees(0))).toThrow(expect.objectContaining({ code: 'amount-out-of-range' }))
  expect(() => upiLinkFor(link, { amount: 5, currency: 'USD' })).toThrow(
    expect.objectContaining({ code: 'currency-mismatch' }),
  )
})
