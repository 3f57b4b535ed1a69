import { fireEvent, screen, waitFor } from '@testing-library/react-native'
import { members, page } from '../../../test/people.ts'
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

const me = { name: 'Asha', email: 'asha@example.org', demo: false, emailVerified: true, households: [] }
const ravi = { ...members[1], hasAccount: true }

test('the household goes to somebody with an account, after a question', async () => {
  const { asked } = await renderScreen(<HouseholdScreen />, {
    'GET /v1/me': me,
    'GET /v1/households/home/members': page([members[0], ravi]),
    'GET /v1/households/home/webhooks': { items: [] },
    'POST /v1/households/home/transfer-ownership': { ...household, role: 'manager' },
  })
  await fireEvent.press(await screen.findByRole('button', { name: 'Hand over' }))
  expect(screen.getByText('Hand over to Ravi?')).toBeTruthy()
  expect(asked.every(({ what }) => what.startsWith('GET'))).toBe(true)
  const sure = screen.getAllByRole('button', { name: 'Hand over' }).at(-1)
  if (sure === undefined) throw new Error('Nothing confirms it')
  await fireEvent.press(sure)
  await waitFor(() => expect(asked.some(({ what }) => what.startsWith('POST'))).toBe(true))
  expect(asked.find(({ what }) => what.startsWith('POST'))?.body).toEqual({ memberId: 'ravi' })
})

test('where nobody else has an account it says so', async () => {
  await renderScreen(<HouseholdScreen />, {
    'GET /v1/me': me,
    'GET /v1/households/home/members': page(members),
    'GET /v1/households/home/webhooks': { items: [] },
  })
  expect(await screen.findByText('Nobody else here has an account. Invite somebody first.')).toBeTruthy()
})
