import { fireEvent, screen, waitFor } from '@testing-library/react-native'
import { Share } from 'react-native'
import { page } from '../../../test/people.ts'
import { renderScreen } from '../../../test/screen.tsx'
import { NotificationsScreen } from './notifications.screen.tsx'

const rule = (kind: string, leadDays: number[]) => ({
  kind,
  email: true,
  inbox: true,
  push: false,
  webhook: false,
  leadDays,
})

const preferences = {
  revision: 4,
  rules: [rule('due', [3, 1]), rule('overdue', [1])],
  sendAt: '09:00',
  quiet: null,
  timeZone: null,
  digest: true,
}

const answers = {
  'GET /v1/me/notifications': preferences,
  'GET /v1/me/webhooks': { items: [] },
  'GET /v1/me/deliveries': page([]),
  'GET /v1/households/home/calendar-feed': { feed: null },
  'GET /v1/households/home/reminders/next': { messages: [], muted: [], isMailed: true },
}

test('each kind has its ways and its days, and only what was changed offers to be saved', async () => {
  const { asked } = await renderScreen(<NotificationsScreen />, {
    ...answers,
    'PATCH /v1/me/notifications': { ...preferences, revision: 5 },
  })
  const push = await screen.findByRole('checkbox', {
    name: 'A bill is to be paid on your phones and browsers',
  })
  expect(push).not.toBeChecked()
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
  await fireEvent.press(push)
  await fireEvent.press(screen.getAllByRole('checkbox', { name: '7 days before' })[0] ?? push)
  await fireEvent.press(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(asked.some(({ what }) => !what.startsWith('GET'))).toBe(true))
  const sent = asked.find(({ what }) => !what.startsWith('GET'))
  expect(sent?.headers.get('if-match')).toBe('"4"')
  expect(sent?.body).toMatchObject({ rules: [{ kind: 'due', push: true, leadDays: [7, 3, 1] }, {}] })
})

test('a message to oneself that has nowhere to go says so', async () => {
  await renderScreen(<NotificationsScreen />, {
    ...answers,
    'POST /v1/me/notifications/test': { deliveries: [] },
  })
  await fireEvent.press(await screen.findByRole('button', { name: 'Test on devices' }))
  expect(await screen.findByText('There is nowhere to send it yet.')).toBeTruthy()
})

test('a calendar gets an address, which is told once and handed to another app', async () => {
  const share = jest.spyOn(Share, 'share').mockResolvedValue({ action: 'sharedAction' })
  const url = 'https://home.example.org/calendar/secret.ics'
  const { asked } = await renderScreen(<NotificationsScreen />, {
    ...answers,
    'POST /v1/households/home/calendar-feed': {
      url,
      feed: { scope: 'household', kinds: ['renewal'], madeAt: '2026-11-30T00:00:00Z', readAt: null },
    },
  })
  await fireEvent.press(await screen.findByRole('radio', { name: 'All I may see' }))
  await fireEvent.press(screen.getByRole('button', { name: 'Make an address' }))
  expect(await screen.findByText(url)).toBeTruthy()
  expect(asked.find(({ what }) => what.startsWith('POST'))?.body).toMatchObject({ scope: 'household' })
  await fireEvent.press(screen.getByRole('button', { name: 'Copy or share' }))
  expect(share).toHaveBeenCalledWith({ message: url })
})

test('another place is added with what its service needs, and removed again', async () => {
  const { asked } = await renderScreen(<NotificationsScreen />, {
    ...answers,
    'GET /v1/me/webhooks': {
      items: [{ id: 'old', name: 'Old', preset: 'ntfy', host: 'ntfy.sh' }],
    },
    'POST /v1/me/webhooks': { id: 'hook', name: 'Home', preset: 'ntfy', host: 'ntfy.sh', secret: 's' },
    'DELETE /v1/me/webhooks/old': {},
  })
  await fireEvent.press(await screen.findByRole('button', { name: 'Add a webhook' }))
  await fireEvent.changeText(screen.getByLabelText('Name'), 'Home')
  await fireEvent.press(screen.getByRole('button', { name: 'Add' }))
  expect(asked.some(({ what }) => what.startsWith('POST'))).toBe(false)
  await fireEvent.changeText(screen.getByLabelText('Address'), 'https://ntfy.sh/home')
  await fireEvent.press(screen.getByRole('button', { name: 'Add' }))
  await waitFor(() => expect(asked.some(({ what }) => what.startsWith('POST'))).toBe(true))
  expect(asked.find(({ what }) => what.startsWith('POST'))?.body).toEqual({
    name: 'Home',
    preset: 'ntfy',
    url: 'https://ntfy.sh/home',
  })
  await fireEvent.press(await screen.findByRole('button', { name: /Old/ }))
  await waitFor(() => expect(asked.some(({ what }) => what.startsWith('DELETE'))).toBe(true))
})
