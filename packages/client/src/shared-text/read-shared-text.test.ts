import { addDays, type CalendarDate } from '@streamline/domain'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chargesMeant, readSharedText } from './read-shared-text.ts'

const today = '2026-11-30' as CalendarDate
const providers = [
  { id: 'jio', name: 'Jio' },
  { id: 'airtel', name: 'Airtel' },
  { id: 'airtel-xstream', name: 'Airtel Xstream' },
  { id: 'netflix', name: 'Netflix' },
  { id: 'act', name: 'ACT Fibernet' },
  { id: 'hotstar', name: 'JioHotstar' },
]
const read = (text: string) => readSharedText(text, { today, providers })

const inr = (amount: number) => ({ amount, currency: 'INR' })

/** In the manner of banks, providers and apps that pay; none is a real one. */
const messages = [
  {
    text: 'Rs.649.00 debited from A/c XX1234 on 28-11-26 to VPA netflix@hdfcbank (UPI Ref No 633212345678). Avl Bal Rs.12,345.67',
    is: {
      amount: inr(64_900),
      on: '2026-11-28',
      provider: 'netflix',
      reference: '633212345678',
      isPaid: true,
    },
  },
  {
    text: 'Hi! Recharge of Rs 349 for Jio number 9876543210 is successful on 29 Nov 2026. Txn ID: BR000C1XY9. Balance Rs 0.00',
    is: { amount: inr(34_900), on: '2026-11-29', provider: 'jio', number: '9876543210', isPaid: true },
  },
  {
    text: 'Your ACT Fibernet bill of ₹1,180.00 is due on 05/12/2026. Pay by the due date to avoid a late fee.',
    is: { amount: inr(118_000), dueOn: '2026-12-05', provider: 'act', isPaid: false },
  },
  {
    text: 'Paid ₹299 to JioHotstar on 30 Nov. UPI transaction ID 433512345678. You earned a cashback of ₹20',
    is: {
      amount: inr(29_900),
      on: '2026-11-30',
      provider: 'hotstar',
      reference: '433512345678',
      isPaid: true,
    },
  },
  {
    text: 'Dear Customer, your Airtel Xstream plan of Rs. 2,99,000.50 will be debited on Dec 3, 2026 from your card',
    is: { amount: inr(29_900_050), dueOn: '2026-12-03', provider: 'airtel-xstream', isPaid: false },
  },
  {
    text: 'INR 1499/- spent on HDFC Card x9876 at NETFLIX on 2026-11-27. Limit Rs 50000',
    is: { amount: inr(149_900), on: '2026-11-27', provider: 'netflix', isPaid: true },
  },
  {
    text: 'Sent Rs.239 from Kotak Bank AC X4321 to airtel.prepaid@icici on 30NOV26. UPI Ref 533498765432.',
    is: {
      amount: inr(23_900),
      on: '2026-11-30',
      provider: 'airtel',
      reference: '533498765432',
      isPaid: true,
    },
  },
  {
    text: 'Airtel: +91 98765 43210 का रिचार्ज ₹299 सफल रहा, 30/11/2026. Recharge successful',
    is: { amount: inr(29_900), on: '2026-11-30', provider: 'airtel', number: '9876543210', isPaid: true },
  },
]

const charge = (subscriptionName: string, providerId: string | null, amount: number) => ({
  subscriptionName,
  providerId,
  outstanding: inr(amount),
  dueOn: today,
})

describe('a message that is shared', () => {
  it.each(messages)('$text', ({ text, is }) => {
    const { provider, ...rest } = read(text)
    expect({ ...rest, provider: provider?.id }).toMatchObject(is)
  })

  it('that says nothing of it is read as nothing', () => {
    expect(read('Your OTP is 482913. Do not share it with anybody.')).toEqual({
      amount: null,
      on: null,
      dueOn: null,
      provider: null,
      number: null,
      reference: null,
      isPaid: false,
    })
  })

  it('names a balance, and no amount', () => {
    expect(read('Avl bal in A/c XX1234 is Rs 5,000.00').amount).toBeNull()
  })

  it('is of the charge with its provider and amount, else of one that has either', () => {
    const all = [
      charge('Water', null, 30_000),
      charge('Rent', null, 64_900),
      charge('Netflix', 'netflix', 19_900),
    ]
    const meant = chargesMeant(read(messages[0]?.text ?? ''), [
      ...all,
      charge('Netflix Premium', 'netflix', 64_900),
    ])
    expect(meant.map(({ subscriptionName }) => subscriptionName)).toEqual([
      'Netflix Premium',
      'Netflix',
      'Rent',
    ])
  })
})

/** As Indian texts group digits: 12,34,567. */
const grouped = (whole: string): string =>
  whole.length <= 3 ? whole : `${whole.slice(0, -3).replaceAll(/\B(?=(\d\d)+$)/g, ',')},${whole.slice(-3)}`

const written = fc.record({
  minor: fc.integer({ min: 100, max: 99_999_999 }),
  isGrouped: fc.boolean(),
  sign: fc.constantFrom('₹', '₹ ', 'Rs.', 'Rs ', 'Rs. ', 'INR ', 'rs '),
  lead: fc.constantFrom('Paid ', 'You have been debited ', 'Bill amount: ', 'Recharge of '),
})

const textOf = ({
  minor,
  isGrouped,
  sign,
  lead,
}: {
  minor: number
  isGrouped: boolean
  sign: string
  lead: string
}) => {
  const [whole, fraction] = [String(Math.floor(minor / 100)), String(minor % 100).padStart(2, '0')]
  return `${lead}${sign}${isGrouped ? grouped(whole) : whole}${fraction === '00' ? '' : `.${fraction}`}`
}

const dayTexts: readonly ((on: string) => string)[] = [
  (on) => on,
  (on) => on.split('-').toReversed().join('/'),
  (on) => on.split('-').toReversed().join('-'),
  (on) => `${on.slice(8)}-${on.slice(5, 7)}-${on.slice(2, 4)}`,
  (on) => {
    const name = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
    return `${Number(on.slice(8))} ${name[Number(on.slice(5, 7)) - 1]} ${on.slice(0, 4)}`
  },
]

it('whatever the amount and the day: what is written is what is read', () => {
  fc.assert(
    fc.property(
      written,
      fc.integer({ min: 0, max: 300 }),
      fc.constantFrom(...dayTexts),
      (amount, ago, dayText) => {
        const on = addDays(today, -ago)
        const found = read(`${textOf(amount)} on ${dayText(on)} to Netflix. Avl Bal Rs 77.10`)
        expect([found.amount?.amount, found.on, found.provider?.id]).toEqual([amount.minor, on, 'netflix'])
      },
    ),
    { numRuns: 1000 },
  )
})

it('any text at all is read without harm, and at once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const { amount, on, dueOn } = read(text)
      expect(amount === null || amount.amount > 0).toBe(true)
      expect(on === null || on <= today).toBe(true)
      expect(dueOn === null || dueOn > today).toBe(true)
    }),
  )
  for (const bad of ['1,'.repeat(20_000), 'Rs '.repeat(20_000), 'ref '.repeat(20_000), '9'.repeat(50_000)]) {
    const since = performance.now()
    read(bad)
    expect(performance.now() - since).toBeLessThan(100)
  }
})
