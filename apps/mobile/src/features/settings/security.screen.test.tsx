import { fireEvent, screen, waitFor } from '@testing-library/react-native'
import { Linking, Share } from 'react-native'
import { renderScreen } from '../../../test/screen.tsx'
import { SecurityScreen } from './security.screen.tsx'

const me = { name: 'Asha', email: 'asha@example.org', demo: false, emailVerified: true, households: [] }
const security = { hasPassword: true, totp: false, passkeys: 0, recoveryCodesLeft: 0 }

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

const uri = 'otpauth://totp/Streamline:asha@example.org?secret=JBSWY3DPEHPK3PXP'

test('an authenticator app is set up on this phone with its first code, and the recovery codes are kept', async () => {
  const open = jest.spyOn(Linking, 'openURL').mockResolvedValue(true)
  const share = jest.spyOn(Share, 'share').mockResolvedValue({ action: 'sharedAction' })
  const { asked } = await renderScreen(<SecurityScreen />, {
    'GET /v1/me': me,
    'GET /v1/me/security': security,
    'POST /v1/me/totp': { secret: 'JBSWY3DPEHPK3PXP', uri },
    'POST /v1/me/totp/confirm': { recoveryCodes: ['one-one', 'two-two'] },
  })
  await fireEvent.press(await screen.findByRole('button', { name: 'Set up' }))
  expect(await screen.findByText('JBSW Y3DP EHPK 3PXP')).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'Open in an app on this device' }))
  expect(open).toHaveBeenCalledWith(uri)
  await fireEvent.press(screen.getByRole('button', { name: 'With an app on another device' }))
  expect(await screen.findByRole('image', { name: 'QR code for the authenticator app' })).toBeTruthy()
  await fireEvent.changeText(screen.getByLabelText('Code that the app shows now'), '12 34')
  await fireEvent.press(screen.getByRole('button', { name: 'Switch on' }))
  expect(asked.some(({ what }) => what.endsWith('/confirm'))).toBe(false)
  await fireEvent.changeText(screen.getByLabelText('Code that the app shows now'), '123 456')
  await fireEvent.press(screen.getByRole('button', { name: 'Switch on' }))
  expect(await screen.findByText('one-one\ntwo-two')).toBeTruthy()
  expect(asked.find(({ what }) => what.endsWith('/confirm'))?.body).toEqual({ code: '123456' })
  await fireEvent.press(screen.getByRole('button', { name: 'Copy or share' }))
  expect(share).toHaveBeenCalledWith({ message: 'one-one\ntwo-two' })
})

test('it is switched off only after a question', async () => {
  const { asked } = await renderScreen(<SecurityScreen />, {
    'GET /v1/me': me,
    'GET /v1/me/security': { ...security, totp: true, recoveryCodesLeft: 8 },
    'DELETE /v1/me/totp': {},
  })
  expect(await screen.findByText('8 recovery codes left')).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'Switch off' }))
  expect(asked.every(({ what }) => what.startsWith('GET'))).toBe(true)
  const sure = screen.getAllByRole('button', { name: 'Switch off' }).at(-1)
  if (sure === undefined) throw new Error('Nothing confirms it')
  await fireEvent.press(sure)
  await waitFor(() => expect(asked.some(({ what }) => what === 'DELETE /v1/me/totp')).toBe(true))
})
