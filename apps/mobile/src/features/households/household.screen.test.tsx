import { fireEvent, screen, waitFor } from '@testing-library/react-native'
import { household, renderScreen } from '../../../test/screen.tsx'
import { HouseholdScreen } from './household.screen.tsx'

test('an owner renames the household, on the revision that is on screen', async () => {
  const { asked } = await renderScreen(<HouseholdScreen />, {
    'PATCH /v1/households/home': { ...household, name: 'Kulkarni, Pune' },
  })
  const name = await screen.findByLabelText('Name of the household')
  await fireEvent.changeText(name, ' ')
  await fireEvent.press(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByText('Enter a name.')).toBeTruthy()
  await fireEvent.changeText(name, 'Kulkarni, Pune')
  await fireEvent.press(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(asked.some(({ what }) => what.startsWith('PATCH'))).toBe(true))
  const sent = asked.find(({ what }) => what.startsWith('PATCH'))
  expect(sent?.body).toEqual({ name: 'Kulkarni, Pune' })
  expect(sent?.headers.get('if-match')).toBe('"1"')
})
