import { fireEvent, screen, waitFor } from '@testing-library/react-native'
import { Linking } from 'react-native'
import { inr, members, page } from '../../../test/people.ts'
import { renderScreen, today } from '../../../test/screen.tsx'
import { writeStored } from '../../design/stored.ts'
import { BetweenTab } from './between-tab.tsx'

const path = '/v1/households/home'

const upi = 'upi://pay?pa=ravi@okaxis&pn=Ravi&am=90.00&cu=INR&tn=Streamline'
const balances = {
  balances: [
    { memberId: 'ravi', memberName: 'Ravi', hasLeft: false, amount: inr(9000) },
    { memberId: 'asha', memberName: 'Asha', hasLeft: false, amount: inr(-9000) },
  ],
  transfers: [
    {
      from: 'asha',
      fromName: 'Asha',
      to: 'ravi',
      toName: 'Ravi',
      amount: inr(9000),
      upi,
      upiId: 'ravi@okaxis',
    },
  ],
  exact: true,
  credits: [],
}

const settlement = {
  id: 'given',
  from: 'ravi',
  fromName: 'Ravi',
  to: 'asha',
  toName: 'Asha',
  amount: inr(4500),
  converted: null,
  settledOn: today,
  method: null,
  reference: null,
  note: null,
  state: 'recorded',
  mayConfirm: true,
  mayUndo: false,
}

const answers = {
  [`GET ${path}/members`]: page(members),
  [`GET ${path}/balances`]: balances,
  [`GET ${path}/settlements`]: page([settlement]),
}

// Whom somebody went to pay is kept by the device, over the app’s own end.
beforeEach(() => writeStored('upi', null))

test('a UPI app opens with payee and amount, and nothing is recorded by that', async () => {
  const open = jest.spyOn(Linking, 'openURL').mockResolvedValue(true)
  const { asked } = await renderScreen(<BetweenTab />, answers)
  await fireEvent.press(await screen.findByRole('button', { name: 'Settle up: Asha to Ravi' }))
  await fireEvent.press(screen.getByRole('button', { name: 'Open UPI app: ₹90 to Ravi' }))
  expect(open).toHaveBeenCalledWith(upi)
  expect(asked.some(({ what }) => what.startsWith('POST'))).toBe(false)
})

test('another phone scans a code with payee and amount', async () => {
  const { asked } = await renderScreen(<BetweenTab />, answers)
  await fireEvent.press(await screen.findByRole('button', { name: 'Settle up: Asha to Ravi' }))
  await fireEvent.press(screen.getByRole('button', { name: 'Show a code for another phone' }))
  expect(await screen.findByRole('image', { name: /₹90/ })).toBeTruthy()
  expect(asked.some(({ what }) => what.startsWith('POST'))).toBe(false)
})

test('without a UPI app it says so, and the transfer can be recorded all the same', async () => {
  jest.spyOn(Linking, 'openURL').mockRejectedValue(new Error('No Activity found'))
  const { asked } = await renderScreen(<BetweenTab />, {
    ...answers,
    [`POST ${path}/settlements`]: settlement,
  })
  await fireEvent.press(await screen.findByRole('button', { name: 'Settle up: Asha to Ravi' }))
  await fireEvent.press(screen.getByRole('button', { name: 'Open UPI app: ₹90 to Ravi' }))
  expect(await screen.findByText(/No app on this phone pays by UPI/)).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'I paid, record it' }))
  await waitFor(() => expect(asked.some(({ what }) => what === `POST ${path}/settlements`)).toBe(true))
  expect(asked.find(({ what }) => what.startsWith('POST'))?.body).toMatchObject({
    from: 'asha',
    to: 'ravi',
    amount: inr(9000),
    settledOn: today,
    method: 'upi',
  })
})

test('who is given money says that it arrived', async () => {
  const { asked } = await renderScreen(<BetweenTab />, answers)
  await fireEvent.press(await screen.findByRole('button', { name: 'It arrived: Ravi, ₹45' }))
  await waitFor(() => expect(asked.some(({ what }) => what.startsWith('POST'))).toBe(true))
  expect(asked.find(({ what }) => what.startsWith('POST'))?.what).toContain('/settlements/given/')
})

test('who comes back from paying after the app was ended is asked whether it went through', async () => {
  jest.spyOn(Linking, 'openURL').mockResolvedValue(true)
  const first = await renderScreen(<BetweenTab />, answers)
  await fireEvent.press(await screen.findByRole('button', { name: 'Settle up: Asha to Ravi' }))
  await fireEvent.press(screen.getByRole('button', { name: 'Open UPI app: ₹90 to Ravi' }))
  await first.unmount()
  const { asked } = await renderScreen(<BetweenTab />, {
    ...answers,
    [`POST ${path}/settlements`]: settlement,
  })
  await fireEvent.press(await screen.findByRole('button', { name: 'Yes, record it' }))
  await waitFor(() => expect(asked.some(({ what }) => what === `POST ${path}/settlements`)).toBe(true))
})
