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

const bundled = {
  ...subscription,
  plan: { id: 'plan', name: 'Jio 1299', status: 'current', asOf: today },
  actions: [...subscription.actions, 'correct'],
  includes: [
    { serviceId: 'hotstar', providerName: 'JioHotstar', tier: 'Mobile', interval: null, choice: null },
    { serviceId: 'zee5', providerName: 'ZEE5', tier: '', interval: null, choice: null },
  ],
  entitlements: [
    { serviceId: 'hotstar', state: 'toClaim', usableUntil: '2027-01-26' },
    { serviceId: 'zee5', state: 'running', usableUntil: null },
  ],
}

test('what comes with the plan is told, and what is to be claimed is said claimed there', async () => {
  const { asked } = await open({
    [`GET ${path}/subscriptions/netflix`]: bundled,
    [`POST ${path}/subscriptions/netflix/acts`]: subscription,
  })
  expect(await screen.findByText('Included in the plan')).toBeTruthy()
  expect(screen.getByText('To be claimed')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'I claimed it: ZEE5' })).toBeNull()
  await fireEvent.press(screen.getByRole('button', { name: 'I claimed it: JioHotstar' }))
  await waitFor(() => expect(asked.some(({ what }) => what.endsWith('/acts'))).toBe(true))
  expect(asked.find(({ what }) => what.endsWith('/acts'))?.body).toEqual({
    act: { kind: 'claim', serviceId: 'hotstar', state: 'claimed' },
  })
})

test('the prices of the plan stand there, and what is paid instead is told to the editors', async () => {
  const { asked } = await open({
    [`GET ${path}/subscriptions/netflix`]: bundled,
    'GET /v1/plans/plan': {
      id: 'plan',
      price: inr(59_900),
      tax: subscription.tax,
      interval: month,
      priceVersions: [
        { id: 'old', price: inr(49_900), effectiveOn: '2024-10-01', datePrecision: 'day' },
        { id: 'now', price: inr(59_900), effectiveOn: '2025-08-01', datePrecision: 'day' },
      ],
      announced: [],
    },
    'POST /v1/plans/plan/corrections': {},
  })
  expect(await screen.findByText('Prices of this plan')).toBeTruthy()
  expect(screen.getByText('You pay ₹649, the catalogue says ₹599.')).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'Tell the catalogue: ₹649' }))
  await waitFor(() => expect(asked.some(({ what }) => what.includes('/plans/plan/'))).toBe(true))
  expect(asked.find(({ what }) => what.includes('/plans/plan/'))?.body).toEqual({
    price: inr(64_900),
    seenOn: today,
  })
})

test('what is wanted of its reminders is kept as soon as it is said', async () => {
  const wishes = `${path}/reminders/subscriptions/netflix`
  const { asked } = await open({
    [`GET ${wishes}`]: { muted: false, leadDays: null },
    [`PATCH ${wishes}`]: { muted: false, leadDays: [3, 1] },
  })
  const own = await screen.findByRole('switch', { name: 'On days of its own' })
  await fireEvent(own, 'valueChange', true)
  await waitFor(() => expect(asked.some(({ what }) => what === `PATCH ${wishes}`)).toBe(true))
  expect(asked.find(({ what }) => what === `PATCH ${wishes}`)?.body).toEqual({ leadDays: [3, 1] })
})

test('its tile gets another look', async () => {
  const { asked } = await open({ [`PATCH ${path}/subscriptions/netflix`]: subscription })
  await fireEvent.press(await screen.findByRole('button', { name: 'More' }))
  await fireEvent.press(screen.getByRole('button', { name: 'Change' }))
  await fireEvent.press(await screen.findByRole('radio', { name: '🍿' }))
  await fireEvent.press(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(asked.some(({ what }) => what.startsWith('PATCH'))).toBe(true))
  expect(asked.find(({ what }) => what.startsWith('PATCH'))?.body).toEqual({
    look: { emoji: '🍿' },
  })
})

test('in Hindi too', async () => {
  await open({}, 'hi')
  expect(await screen.findByText('The PIN is on the fridge')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'और' })).toBeTruthy()
})
