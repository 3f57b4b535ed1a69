import { fireEvent, screen, waitFor } from '@testing-library/react-native'
import { inr, members, page } from '../../../test/people.ts'
import { renderScreen, today } from '../../../test/screen.tsx'
import { DueTab } from './due-tab.tsx'

const path = '/v1/households/home'

const chargeOf = (id: string, name: string, amount: number, paidBy: string) => ({
  id,
  subscriptionId: id,
  subscriptionName: name,
  providerId: null,
  brandColor: null,
  look: null,
  startsOn: '2026-11-01',
  endsOn: '2026-12-01',
  dueOn: today,
  amount: inr(amount),
  outstanding: inr(amount),
  state: 'due',
  paidBy,
  shares: [],
})

const answers = {
  [`GET ${path}/members`]: page(members),
  [`GET ${path}/charges upcoming`]: page([]),
  [`GET ${path}/charges open`]: page([
    chargeOf('netflix', 'Netflix', 64_900, 'asha'),
    chargeOf('spotify', 'Spotify', 11_900, 'ravi'),
  ]),
  [`POST ${path}/payments`]: { items: [] },
}

test('several dues are chosen, summed and paid with one press, each by who usually pays it', async () => {
  const { asked } = await renderScreen(<DueTab />, answers)
  await fireEvent.press(await screen.findByRole('button', { name: 'Select several' }))
  await fireEvent.press(screen.getByRole('checkbox', { name: /^Netflix, / }))
  expect(screen.getByText('1 selected')).toBeTruthy()
  expect(screen.getByRole('checkbox', { name: /^Netflix, /, checked: true })).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'Select all due (2)' }))
  expect(screen.getByText('2 selected')).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'Mark 2 paid' }))
  expect(await screen.findByText('2 payments at once')).toBeTruthy()
  const [onSheet] = screen.getAllByRole('button', { name: 'Mark 2 paid' })
  if (onSheet === undefined) throw new Error('Nothing pays them')
  await fireEvent.press(onSheet)
  await waitFor(() => expect(asked.some(({ what }) => what === `POST ${path}/payments`)).toBe(true))
  expect(asked.find(({ what }) => what.startsWith('POST'))?.body).toEqual({
    chargeIds: ['netflix', 'spotify'],
    onDueDays: true,
  })
})

test('who stops choosing sees each with its own button again', async () => {
  await renderScreen(<DueTab />, answers)
  await fireEvent.press(await screen.findByRole('button', { name: 'Select several' }))
  expect(screen.queryByRole('button', { name: 'Mark paid: Netflix, ₹649' })).toBeNull()
  await fireEvent.press(screen.getByRole('button', { name: 'Done' }))
  expect(screen.getByRole('button', { name: 'Mark paid: Netflix, ₹649' })).toBeTruthy()
})

test('in Hindi too', async () => {
  await renderScreen(<DueTab />, answers, 'hi')
  expect(await screen.findByText('Netflix')).toBeTruthy()
})
