import { fireEvent, screen, waitFor } from '@testing-library/react-native'
import { members, page } from '../../../test/people.ts'
import { renderScreen } from '../../../test/screen.tsx'
import { HistoryTab } from './history-tab.tsx'

const path = '/v1/households/home'

const answers = {
  [`GET ${path}/members`]: page(members),
  [`GET ${path}/history`]: page([]),
  [`GET ${path}/subscriptions`]: page([{ id: 'netflix', name: 'Netflix' }]),
}

/** On the sheet of a field. */
const choose = async (field: string, option: string): Promise<void> => {
  await fireEvent.press(await screen.findByRole('button', { name: field }))
  await fireEvent.press(await screen.findByRole('radio', { name: option }))
}

test('the history is narrowed by person, what happened and subscription, and widened again', async () => {
  const { asked } = await renderScreen(<HistoryTab />, answers)
  const last = (): string | undefined => asked.findLast(({ what }) => what === `GET ${path}/history`)?.query
  await fireEvent.press(await screen.findByRole('button', { name: 'Filter' }))
  await choose('Person: Everybody', 'Ravi')
  await choose('What happened: Everything', 'Refunds')
  await choose('Subscription: All subscriptions', 'Netflix')
  await waitFor(() => expect(last()).toContain('subscriptionId=netflix'))
  expect(last()).toContain('memberId=ravi')
  expect(last()).toContain('kind=refund')
  await fireEvent.press(screen.getByRole('button', { name: 'Show' }))
  expect(await screen.findByText('Netflix · Ravi · Refunds')).toBeTruthy()
  const [clear] = screen.getAllByRole('button', { name: 'Clear filters' })
  if (clear === undefined) throw new Error('Nothing clears them')
  await fireEvent.press(clear)
  expect(await screen.findByText('No entry yet')).toBeTruthy()
})
