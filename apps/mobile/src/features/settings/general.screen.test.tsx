import { fireEvent, screen, waitFor } from '@testing-library/react-native'
import { renderScreen } from '../../../test/screen.tsx'
import { GeneralScreen } from './general.screen.tsx'

const me = { name: 'Asha', email: 'asha@example.org', demo: false, emailVerified: true, households: [] }

test('the app speaks the language that is chosen', async () => {
  await renderScreen(<GeneralScreen />, { 'GET /v1/me': me })
  await fireEvent.press(await screen.findByRole('radio', { name: 'हिन्दी' }))
  expect(await screen.findByText('भाषा')).toBeTruthy()
})

test('a name is changed, and not to nothing', async () => {
  const { asked } = await renderScreen(<GeneralScreen />, { 'GET /v1/me': me, 'PATCH /v1/me': me })
  const name = await screen.findByDisplayValue('Asha')
  await fireEvent.changeText(name, '')
  await fireEvent.press(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByText('Enter a name.')).toBeTruthy()
  await fireEvent.changeText(name, 'Asha K')
  await fireEvent.press(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(asked.some(({ what }) => what === 'PATCH /v1/me')).toBe(true))
})
