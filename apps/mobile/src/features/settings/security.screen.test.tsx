import { fireEvent, screen, waitFor } from '@testing-library/react-native'
import { renderScreen } from '../../../test/screen.tsx'
import { SecurityScreen } from './security.screen.tsx'

const me = { name: 'Asha', email: 'asha@example.org', demo: false, emailVerified: true, households: [] }
const security = { hasPassword: true, totp: false, passkeys: 0 }

test('a password that is too short is not sent', async () => {
  const { asked } = await renderScreen(<SecurityScreen />, {
    'GET /v1/me': me,
    'GET /v1/me/security': security,
  })
  await fireEvent.changeText(await screen.findByLabelText('New password'), 'short')
  await fireEvent.press(screen.getByRole('button', { name: 'Change password' }))
  expect(screen.getByText(/at least 8 characters/)).toBeTruthy()
  expect(asked.every(({ what }) => what.startsWith('GET'))).toBe(true)
  await fireEvent.changeText(screen.getByLabelText('New password'), 'mango leaves at the door')
  await fireEvent.press(screen.getByRole('button', { name: 'Change password' }))
  await waitFor(() => expect(asked.some(({ what }) => !what.startsWith('GET'))).toBe(true))
  expect(asked.find(({ what }) => !what.startsWith('GET'))?.body).toEqual({
    password: 'mango leaves at the door',
    keepOtherSessions: false,
  })
})

test('a demo has nothing to secure', async () => {
  await renderScreen(<SecurityScreen />, {
    'GET /v1/me': { ...me, demo: true },
    'GET /v1/me/security': security,
  })
  expect(await screen.findByText('A demo has nothing to secure')).toBeTruthy()
})
