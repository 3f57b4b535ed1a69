import { fireEvent, screen, waitFor } from '@testing-library/react-native'
import { inr, members, page } from '../../../test/people.ts'
import { renderScreen, today } from '../../../test/screen.tsx'
import { SubscriptionScreen } from './subscription.screen.tsx'

jest.mock('expo-router', () => {
  const go = jest.fn()
  return {
    useRouter: () => ({ push: go, replace: go, navigate: go, back: go, canGoBack: () => true }),
    useLocalSearchParams: () => ({ id: 'netflix' }),
  }
})

const path = '/v1/households/home'

const month = { count: 1, unit: 'month' }

const subscription = {
  id: 'netflix',
  revision: 7,
  name: 'Netflix',
  kind: 'ott',
  providerId: null,
  providerName: null,
  brandColor: null,
  look: null,
  line: null,
  lineId: null,
  visibility: 'shared',
  ownerId: 'asha',
  paidBy: 'asha',
  managedBy: 'asha',
  usedBy: [],
  note: 'The PIN is on the fridge',
  labels: [],
  noticeDays: 0,
  recordsItself: false,
  allowances: [],
  price: inr(64_900),
  debit: inr(64_900),
  tax: { included: true, basisPoints: 1800, kind: 'gst' },
  interval: month,
  renewal: 'automatic',
  status: 'active',
  startsOn: '2026-11-01',
  currentPeriod: { startsOn: '2026-11-01', endsOn: '2026-12-01' },
  usableUntil: today,
  stopsAt: null,
  nextDebit: { on: '2026-12-01', amount: inr(64_900), expected: false },
  monthlyCost: inr(64_900),
  lifetimeSpend: [],
  billDay: null,
  dueDays: null,
  decideBy: null,
  minimumTerm: null,
  dayRate: null,
  plan: null,
  removedOn: null,
  priceNews: null,
  credits: [],
  extras: [],
  includes: [],
  entitlements: [],
  split: { kind: 'equal', memberIds: ['asha', 'ravi'] },
  splits: [],
  timeline: [],
  beginning: { planId: null, minimumTerm: null },
  actions: ['pause', 'charge', 'changePlan', 'withdraw', 'cancel', 'cancelNow'],
  acts: [
    {
      id: 'paused',
      kind: 'paused',
      on: today,
      saidOn: today,
      untilOn: null,
      by: 'ravi',
      of: null,
      stands: true,
      mayUndo: true,
      reason: null,
      price: null,
      interval: null,
      renewal: null,
      billDay: null,
      planName: null,
      mode: null,
      extra: null,
      claim: null,
    },
  ],
}

const outlook = { goes: 1, comes: 0, changes: 0, lines: [], becomesCredit: [], takenBack: [] }

const usage = {
  today,
  kinds: ['hours', 'used'],
  allowances: [],
  cost: null,
  usedThisMonth: null,
  lastUsedOn: null,
  unusedDays: null,
  mayNote: true,
}

const answers = {
  [`GET ${path}/members`]: page(members),
  [`GET ${path}/subscriptions/netflix`]: subscription,
  [`GET ${path}/charges`]: page([]),
  [`GET ${path}/subscriptions/netflix/usage`]: page([]),
  [`GET ${path}/subscriptions/netflix/usage/summary`]: usage,
  [`POST ${path}/subscriptions/netflix/acts/outlook`]: outlook,
}

const open = (extra: Readonly<Record<string, unknown>> = {}, language: 'en' | 'hi' = 'en') =>
  renderScreen(<SubscriptionScreen />, { ...answers, ...extra }, language)

test('what happened to it stands in its history, and is taken back from there', async () => {
  const { asked } = await open({ [`POST ${path}/subscriptions/netflix/acts`]: subscription })
  await fireEvent.press(await screen.findByRole('button', { name: 'Undo: Paused from 30 Nov' }))
  await waitFor(() =>
    expect(asked.some(({ body }) => JSON.stringify(body ?? '').includes('undo'))).toBe(true),
  )
  expect(asked.find(({ what }) => what.endsWith('/acts'))?.body).toEqual({
    act: { kind: 'undo', of: 'paused' },
  })
})

test('what it offers stands behind one button, and a pause says what it does before it is saved', async () => {
  const { asked } = await open({ [`POST ${path}/subscriptions/netflix/acts`]: subscription })
  await fireEvent.press(await screen.findByRole('button', { name: 'More' }))
  expect(screen.queryByRole('button', { name: 'Resume' })).toBeNull()
  await fireEvent.press(screen.getByRole('button', { name: 'Pause' }))
  expect(await screen.findByText('1 charge goes.')).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'Pause it' }))
  await waitFor(() => expect(asked.some(({ what }) => what.endsWith('/acts'))).toBe(true))
  const sent = asked.find(({ what }) => what.endsWith('/acts'))
  expect(sent?.body).toEqual({ act: { kind: 'pause', fromOn: today, untilOn: null } })
  expect(sent?.headers.get('if-match')).toBe('"7"')
})

test('only what was touched is changed', async () => {
  const { asked } = await open({ [`PATCH ${path}/subscriptions/netflix`]: subscription })
  await fireEvent.press(await screen.findByRole('button', { name: 'More' }))
  await fireEvent.press(screen.getByRole('button', { name: 'Change' }))
  await fireEvent.changeText(await screen.findByLabelText('Name'), '')
  await fireEvent.press(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByText('This is needed.')).toBeTruthy()
  await fireEvent.changeText(screen.getByLabelText('Name'), 'Netflix for all')
  await fireEvent.press(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(asked.some(({ what }) => what.startsWith('PATCH'))).toBe(true))
  expect(asked.find(({ what }) => what.startsWith('PATCH'))?.body).toEqual({ name: 'Netflix for all' })
})

test('in Hindi too', async () => {
  await open({}, 'hi')
  expect(await screen.findByText('The PIN is on the fridge')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'और' })).toBeTruthy()
})
