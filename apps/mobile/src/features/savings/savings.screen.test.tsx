import type { Savings } from '@streamline/client'
import { fireEvent, screen } from '@testing-library/react-native'
import { inr } from '../../../test/people.ts'
import { renderScreen, today } from '../../../test/screen.tsx'
import { SavingsScreen } from './savings.screen.tsx'

const named = (name: string) => ({ id: name.toLowerCase(), name })
const needs = { services: [], lines: [], keep: [], never: [], withOldPrices: true, budget: null }

const chosen = {
  subscription: named('Netflix'),
  plan: named('Jio 1299'),
  what: 'changes',
  on: today,
  isSeat: false,
  until: null,
  cost: inr(129_900),
}

const savings = {
  state: 'fresh',
  isEdited: false,
  result: {
    madeOn: today,
    currency: 'INR',
    needs,
    overlaps: [],
    benefits: [],
    costs: [],
    set: {
      from: today,
      until: '2027-11-30',
      proof: { status: 'optimal', value: inr(1), bound: inr(1), choices: 486, weighed: 200 },
      now: { total: inr(487_000), monthly: inr(40_583), chosen: [] },
      best: { total: inr(399_000), monthly: inr(33_250), chosen: [chosen] },
      saving: inr(88_000),
      isBetter: true,
      isTodayEnough: true,
      months: [
        { month: '2026-11', now: inr(64_900), best: inr(64_900) },
        { month: '2026-12', now: inr(64_900), best: inr(0) },
      ],
      secondBest: { more: inr(1_200), chosen: [] },
      lost: [],
      unmet: [],
      steps: [{ kind: 'cancel', on: today, subscription: named('Netflix'), plan: null, service: null }],
      oldPrices: [],
      rotations: [],
      budget: null,
    },
  },
} as unknown as Savings

const path = '/v1/households/home/savings'

test('a saving stands with its proof, both ways by month, and what to do when', async () => {
  await renderScreen(<SavingsScreen />, { [`GET ${path}`]: savings })
  expect(await screen.findByText('₹880 less in twelve months')).toBeTruthy()
  expect(
    screen.getByText('Proven: no other choice of 486 costs less. The next best costs ₹12 more.'),
  ).toBeTruthy()
  expect(screen.getByText('Cancel Netflix by then')).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'December 2026: As it is ₹649, Cheapest ₹0' }))
  expect(screen.getByText('December 2026')).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'As a table' }))
  expect(screen.getByLabelText('November 2026, As it is: ₹649, Cheapest: ₹649')).toBeTruthy()
})

test('what must stay, and a plan nobody wants, are said to the server with all other needs', async () => {
  const { asked } = await renderScreen(<SavingsScreen />, {
    [`GET ${path}`]: savings,
    [`PUT ${path}/needs`]: { state: 'working' },
  })
  await fireEvent.press(await screen.findByRole('switch', { name: 'Keep it: Netflix' }))
  await fireEvent.press(await screen.findByRole('button', { name: 'Not this plan: Jio 1299' }))
  expect(asked.filter(({ what }) => what.startsWith('PUT')).map(({ body }) => body)).toEqual([
    { needs: { ...needs, keep: ['netflix'] } },
    { needs: { ...needs, never: ['jio 1299'] } },
  ])
})

test('what was never worked out is worked out at once, and can be stopped', async () => {
  const { asked } = await renderScreen(<SavingsScreen />, {
    [`GET ${path}`]: { state: 'none', isEdited: false, result: null },
    [`POST ${path}/work`]: { state: 'working' },
  })
  await screen.findByText('Nothing is worked out yet.')
  expect(asked.map(({ what }) => what)).toContain(`POST ${path}/work`)
})

test('while it is worked out the work is said, and a press stops it', async () => {
  const { asked } = await renderScreen(<SavingsScreen />, {
    [`GET ${path}`]: { state: 'working', isEdited: false, result: null },
    [`DELETE ${path}/work`]: { state: 'none' },
  })
  expect(await screen.findByText('Every plan of the catalogue is weighed…')).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'Stop' }))
  expect(asked.map(({ what }) => what)).toContain(`DELETE ${path}/work`)
})

test('when the server refuses, it is said and can be tried again', async () => {
  await renderScreen(<SavingsScreen />, {})
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy()
})

test('what is old says since when, and is worked out anew when asked', async () => {
  const { asked } = await renderScreen(<SavingsScreen />, {
    [`GET ${path}`]: { ...savings, state: 'stale' },
    [`POST ${path}/work`]: { state: 'working' },
  })
  expect(await screen.findByText('Something changed since Mon 30 Nov.')).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'Work it out anew' }))
  expect(asked.map(({ what }) => what)).toContain(`POST ${path}/work`)
})

test('in Hindi too', async () => {
  await renderScreen(<SavingsScreen />, { [`GET ${path}`]: savings }, 'hi')
  expect(await screen.findByText('बारह महीनों में ₹880 कम')).toBeTruthy()
})
