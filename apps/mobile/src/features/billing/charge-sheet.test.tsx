import { fireEvent, screen, waitFor } from '@testing-library/react-native'
import { inr, members, page } from '../../../test/people.ts'
import { renderScreen, today } from '../../../test/screen.tsx'
import { ChargeSheet } from './charge-sheet.tsx'

const path = '/v1/households/home'

const payment = {
  id: 'paid',
  entry: 'payment',
  amount: inr(30_000),
  paidOn: today,
  paidBy: 'ravi',
  payers: [{ memberId: 'ravi', memberName: 'Ravi', amount: inr(30_000) }],
  method: 'upi',
  reference: null,
  note: null,
  converted: null,
  moveId: null,
  assumed: false,
  reversedBy: null,
}

const charge = {
  id: 'charge',
  subscriptionId: 'netflix',
  subscriptionName: 'Netflix',
  startsOn: '2026-11-01',
  endsOn: '2026-12-01',
  dueOn: today,
  amount: inr(64_900),
  net: inr(55_000),
  tax: inr(9900),
  paid: inr(30_000),
  outstanding: inr(34_900),
  credit: inr(0),
  state: 'partlyPaid',
  paidBy: 'asha',
  mayChange: true,
  shares: [],
  payments: [payment],
  corrections: [],
}

const answers = {
  [`GET ${path}/members`]: page(members),
  [`GET ${path}/charges/charge`]: charge,
}

const sheet = (extra: Readonly<Record<string, unknown>> = {}, language: 'en' | 'hi' = 'en') =>
  renderScreen(<ChargeSheet chargeId="charge" onClose={() => null} />, { ...answers, ...extra }, language)

test('a charge says what is paid of it, by whom, and what is open', async () => {
  await sheet()
  expect(await screen.findByText('₹349 open')).toBeTruthy()
  expect(await screen.findByText('Ravi paid ₹300 on 30 Nov')).toBeTruthy()
  expect(screen.getByText('₹550 + ₹99 GST')).toBeTruthy()
})

test('in Hindi too', async () => {
  await sheet({}, 'hi')
  expect(await screen.findByText(/₹349/)).toBeTruthy()
})

test('what is billed otherwise needs a reason, and then is said with it', async () => {
  const { asked } = await sheet({ [`POST ${path}/charges/charge/correct`]: charge })
  await fireEvent.press(await screen.findByRole('button', { name: 'Correct the amount' }))
  await fireEvent.changeText(screen.getByLabelText('What the provider really billed'), '700')
  await fireEvent.press(screen.getByRole('button', { name: 'Correct' }))
  expect(screen.getByText('Say why it differs; it stands in the history.')).toBeTruthy()
  expect(asked.some(({ what }) => what.startsWith('POST'))).toBe(false)
  await fireEvent.changeText(screen.getByLabelText('Why'), 'Late fee')
  await fireEvent.press(screen.getByRole('button', { name: 'Correct' }))
  await waitFor(() => expect(asked.some(({ what }) => what.startsWith('POST'))).toBe(true))
  expect(asked.find(({ what }) => what.startsWith('POST'))?.body).toEqual({
    amount: inr(70_000),
    reason: 'Late fee',
  })
})

test('a wrong payment is taken back after a question, and back leads to the charge', async () => {
  const { asked } = await sheet({ [`POST ${path}/payments/paid/reverse`]: payment })
  await fireEvent.press(await screen.findByRole('button', { name: 'Take back ₹300 of 30 Nov' }))
  expect(screen.getByText('Take back ₹300 for Netflix?')).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'Back' }))
  expect(screen.getByText('₹349 open')).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'Take back ₹300 of 30 Nov' }))
  await fireEvent.press(screen.getByRole('button', { name: 'Take back' }))
  await waitFor(() => expect(asked.some(({ what }) => what.startsWith('POST'))).toBe(true))
  expect(asked.find(({ what }) => what.startsWith('POST'))?.what).toContain('/payments/paid/')
})
