import { fireEvent, screen, waitFor } from '@testing-library/react-native'
import { Share } from 'react-native'
import { members, page } from '../../../test/people.ts'
import { renderScreen } from '../../../test/screen.tsx'
import { ServerContext } from '../server/use-server.ts'
import { PeopleScreen } from './people.screen.tsx'

const path = '/v1/households/home'

const answers = {
  'GET /v1/me': { name: 'Asha', email: 'asha@example.org', demo: false, emailVerified: true, households: [] },
  [`GET ${path}/members`]: page(members),
  [`GET ${path}/invitations`]: page([]),
}

const people = (extra: Readonly<Record<string, unknown>> = {}) =>
  renderScreen(
    <ServerContext value={{ address: 'https://home.example.org', change: () => Promise.resolve() }}>
      <PeopleScreen />
    </ServerContext>,
    { ...answers, ...extra },
  )

test('everybody is there with their role, and who has no account is known as such', async () => {
  await people()
  expect(await screen.findByText('Asha')).toBeTruthy()
  expect(screen.getByText(/no account · UPI ID kept/)).toBeTruthy()
})

test('an invitation is made and handed to another app, with the server it leads to', async () => {
  const share = jest.spyOn(Share, 'share').mockResolvedValue({ action: 'sharedAction' })
  await people({ [`POST ${path}/invitations`]: { token: 'secret', email: null } })
  await fireEvent.press(await screen.findByRole('button', { name: 'Invite' }))
  await fireEvent.press(screen.getByRole('button', { name: 'Make the link' }))
  await fireEvent.press(await screen.findByRole('button', { name: 'Share' }))
  expect(share).toHaveBeenCalledWith({
    title: 'Join Kulkarni at Streamline',
    message: 'https://home.example.org/invite#token=secret',
  })
})

test('a UPI ID that is none is not sent; one that is goes alone', async () => {
  const { asked } = await people({ [`PATCH ${path}/members/ravi`]: members[1] })
  await fireEvent.press(await screen.findByText('Ravi'))
  await fireEvent.changeText(screen.getByLabelText('UPI ID'), 'ravi')
  await fireEvent.press(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByText('A UPI ID looks like name@bank.')).toBeTruthy()
  await fireEvent.changeText(screen.getByLabelText('UPI ID'), 'ravi@okaxis')
  await fireEvent.press(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(asked.some(({ what }) => what.startsWith('PATCH'))).toBe(true))
  expect(asked.find(({ what }) => what.startsWith('PATCH'))?.body).toEqual({ upiId: 'ravi@okaxis' })
})

test('somebody who stands there twice becomes one person, after a question', async () => {
  const { asked } = await people({ [`POST ${path}/members/ravi/merge`]: members[0] })
  await fireEvent.press(await screen.findByText('Ravi'))
  await fireEvent.press(screen.getByRole('button', { name: /^Ravi is the same person as/ }))
  await fireEvent.press(await screen.findByRole('radio', { name: 'Asha' }))
  await fireEvent.press(await screen.findByRole('button', { name: 'Make it one with Asha' }))
  expect(asked.every(({ what }) => what.startsWith('GET'))).toBe(true)
  await fireEvent.press(await screen.findByRole('button', { name: 'Yes, one person' }))
  await waitFor(() => expect(asked.some(({ what }) => what.startsWith('POST'))).toBe(true))
  expect(asked.find(({ what }) => what.startsWith('POST'))?.body).toEqual({ into: 'asha' })
})

test('entries that became one person are taken apart again', async () => {
  const { asked } = await people({
    [`GET ${path}/mergings`]: { mergings: [{ memberId: 'ravi', intoId: 'asha', on: '2026-11-20' }] },
    [`POST ${path}/members/ravi/unmerge`]: members[1],
  })
  await fireEvent.press(await screen.findByText('Asha'))
  await fireEvent.press(await screen.findByRole('button', { name: 'No: Ravi is somebody else' }))
  await waitFor(() => expect(asked.some(({ what }) => what.startsWith('POST'))).toBe(true))
})
