import type { Savings } from '@streamline/client'
import { fireEvent, screen, waitFor } from '@testing-library/react-native'
import { useRouter } from 'expo-router'
import { inr, members, page } from '../../../test/people.ts'
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

const step = savings.result?.set?.steps[0]
const named1 = { kind: 'cancel', subscriptionId: 'netflix', planId: null, serviceId: null }
const accepted = {
  ...step,
  id: 'step',
  state: 'open',
  because: null,
  acceptedBy: 'ravi',
  acceptedOn: today,
  saving: inr(88_000),
  memberIds: [],
  lineId: null,
  mayAct: true,
}

test('a step is taken up with one press', async () => {
  const { asked } = await renderScreen(<SavingsScreen />, {
    [`GET ${path}`]: savings,
    [`GET ${path}/steps`]: { steps: [], mayActOn: ['netflix'], mayBegin: true },
    [`POST ${path}/steps`]: { steps: [accepted], mayActOn: ['netflix'], mayBegin: true },
  })
  await fireEvent.press(await screen.findByRole('button', { name: 'Accept: Cancel Netflix by then' }))
  expect(asked.filter(({ what }) => what === `POST ${path}/steps`).map(({ body }) => body)).toEqual([
    { steps: [named1] },
  ])
})

test('who may do nothing about a step accepts none', async () => {
  await renderScreen(<SavingsScreen />, {
    [`GET ${path}`]: savings,
    [`GET ${path}/steps`]: { steps: [], mayActOn: [], mayBegin: false },
  })
  await screen.findByText('Cancel Netflix by then')
  expect(screen.queryByRole('button', { name: /^Accept/ })).toBeNull()
})

test('a step that was taken up says by whom and for what, leads to where it is done, and can be dismissed', async () => {
  const { asked } = await renderScreen(<SavingsScreen />, {
    [`GET ${path}`]: savings,
    [`GET ${path}/steps`]: { steps: [accepted], mayActOn: ['netflix'], mayBegin: true },
    'GET /v1/households/home/members': page(members),
    [`PATCH ${path}/steps/step`]: { steps: [], mayActOn: [], mayBegin: false },
  })
  expect(
    await screen.findByText('Accepted by Ravi on Mon 30 Nov, for ₹880 less in twelve months'),
  ).toBeTruthy()
  expect(screen.getByText('To do')).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'Cancel: Cancel Netflix by then' }))
  expect(useRouter().push).toHaveBeenLastCalledWith({
    pathname: '/subscriptions/[id]',
    params: { id: 'netflix', open: 'cancel' },
  })
  await fireEvent.press(screen.getByRole('button', { name: 'Dismiss: Cancel Netflix by then' }))
  expect(asked.find(({ what }) => what.startsWith('PATCH'))?.body).toEqual({ isDismissed: true })
})

const line = {
  subscriptionId: 'jio',
  kind: 'mobile',
  mbPerDay: 1536,
  needsCalls: true,
  mbps: null,
  capGb: null,
  validity: null,
  providerLock: null,
}
const wanted = { serviceId: 'netflix-hd', memberIds: ['asha'], isWanted: true, monthsAYear: null }
const asNeeded = {
  ...savings,
  isEdited: true,
  result: { ...savings.result, needs: { ...needs, services: [wanted], lines: [line] } },
}
const choices = {
  services: [
    {
      name: 'Netflix',
      tiers: [
        { id: 'netflix-hd', name: 'Netflix HD' },
        { id: 'netflix-4k', name: 'Netflix 4K' },
      ],
    },
  ],
  subscriptions: [{ id: 'jio', name: 'Dad’s Jio' }],
  providers: [{ id: 'airtel', name: 'Airtel', kinds: ['mobile'] }],
  never: [],
}

/** On the sheet of a field. */
const choose = async (field: string, option: string): Promise<void> => {
  await fireEvent.press(await screen.findByRole('button', { name: field }))
  await fireEvent.press(await screen.findByRole('radio', { name: option }))
}

test('what is needed is changed whole: tier, months, line, what stays, what never, and the budget', async () => {
  const { asked } = await renderScreen(<SavingsScreen />, {
    [`GET ${path}`]: asNeeded,
    [`GET ${path}/choices`]: choices,
    'GET /v1/households/home/members': page(members),
    [`PUT ${path}/needs`]: { state: 'working' },
  })
  await fireEvent.press(await screen.findByRole('button', { name: 'Change' }))
  await fireEvent.press(await screen.findByRole('button', { name: /^Netflix/ }))
  await choose('Asha: Netflix HD', 'Netflix 4K')
  await choose('Asha: how long: All year', '3 months a year')
  await fireEvent.press(screen.getByRole('button', { name: /^Dad’s Jio/ }))
  await choose('Data, at least: 1.5 GB a day', '2 GB a day')
  await fireEvent.press(screen.getByRole('switch', { name: 'Must stay: Dad’s Jio' }))
  await choose('Never use: None', 'Airtel')
  await fireEvent.changeText(screen.getByLabelText('Budget a month'), 'much')
  await fireEvent.press(screen.getByRole('button', { name: 'Work it out with this' }))
  expect(await screen.findByText('Type an amount, or leave it empty.')).toBeTruthy()
  await fireEvent.changeText(screen.getByLabelText('Budget a month'), '4000')
  await fireEvent.press(screen.getByRole('button', { name: 'Work it out with this' }))
  await waitFor(() =>
    expect(asked.find(({ what }) => what.startsWith('PUT'))?.body).toEqual({
      needs: {
        services: [{ ...wanted, serviceId: 'netflix-4k', monthsAYear: 3 }],
        lines: [{ ...line, mbPerDay: 2048 }],
        keep: ['jio'],
        never: ['airtel'],
        withOldPrices: true,
        budget: inr(400_000),
      },
    }),
  )
})

test('needs that were changed go back to what there is', async () => {
  const { asked } = await renderScreen(<SavingsScreen />, {
    [`GET ${path}`]: asNeeded,
    [`GET ${path}/choices`]: choices,
    'GET /v1/households/home/members': page(members),
    [`PUT ${path}/needs`]: { state: 'working' },
  })
  await fireEvent.press(await screen.findByRole('button', { name: 'Back to as it is now' }))
  expect(asked.find(({ what }) => what.startsWith('PUT'))?.body).toEqual({ needs: null })
})

test('what may rotate is told month by month, and a budget that is passed is said', async () => {
  await renderScreen(<SavingsScreen />, {
    [`GET ${path}`]: {
      ...savings,
      result: {
        ...savings.result,
        set: {
          ...savings.result?.set,
          budget: { monthly: inr(100_000), over: inr(50_000) },
          rotations: [
            {
              service: named('SonyLIV'),
              memberIds: ['asha'],
              from: '2027-01-01',
              until: '2027-04-01',
              plan: named('SonyLIV monthly'),
              saving: inr(90_000),
            },
          ],
        },
      },
    },
    'GET /v1/households/home/members': page(members),
  })
  expect(await screen.findByText('When to have which')).toBeTruthy()
  expect(await screen.findByText('Asha · with SonyLIV monthly')).toBeTruthy()
  expect(screen.getByText('₹900 less than all year')).toBeTruthy()
  expect(screen.getByText('₹500 over your budget of ₹1,000 a month, in twelve months.')).toBeTruthy()
})

test('two who may want the same are asked once, and what was said can be asked again', async () => {
  const [hers, his] = [named('Hers'), named('His')]
  const { asked } = await renderScreen(<SavingsScreen />, {
    [`GET ${path}`]: {
      ...savings,
      result: {
        ...savings.result,
        overlaps: [
          {
            kind: 'mayWantBoth',
            subscription: hers,
            coveredBy: [his],
            claimFirst: [],
            days: 365,
            from: today,
            wasted: inr(120_000),
          },
        ],
      },
    },
    [`GET ${path}/steps`]: { steps: [], mayActOn: ['his'], mayBegin: true },
    [`GET ${path}/both`]: {
      answers: [{ subscriptions: [named('One'), named('Two')], isWanted: true, mayAct: true }],
    },
    [`PUT ${path}/both`]: { answers: [] },
  })
  await fireEvent.press(await screen.findByRole('button', { name: 'No, one is enough: Hers and His' }))
  await fireEvent.press(await screen.findByRole('button', { name: 'Ask again: One and Two' }))
  expect(asked.filter(({ what }) => what === `PUT ${path}/both`).map(({ body }) => body)).toEqual([
    { subscriptionId: 'hers', otherIds: ['his'], isWanted: false },
    { subscriptionId: 'one', otherIds: ['two'], isWanted: null },
  ])
})

test('in Hindi too', async () => {
  await renderScreen(<SavingsScreen />, { [`GET ${path}`]: savings }, 'hi')
  expect(await screen.findByText('बारह महीनों में ₹880 कम')).toBeTruthy()
})

test('who may watch what is said for all, and for one of them', async () => {
  const right = {
    service: named('Netflix Mobile'),
    memberIds: ['asha'],
    isForEverybody: false,
    maxResolution: '480p',
    screens: 1,
    devices: 'mobile-only',
    hasAds: false,
    subscription: named('Jio 1299'),
    isIncluded: true,
    state: 'toClaim',
    from: today,
    until: null,
    goesOn: true,
  }
  const { asked } = await renderScreen(<SavingsScreen />, {
    [`GET ${path}`]: savings,
    [`GET ${path}/entitlements`]: { on: today, items: [right], nextCursor: null },
    'GET /v1/households/home/members': page(members),
  })
  expect(await screen.findByText('Netflix Mobile')).toBeTruthy()
  expect(screen.getByText('480p · 1 screen · on phones only · without ads · with Jio 1299')).toBeTruthy()
  expect(screen.getByText('To be claimed · Goes on')).toBeTruthy()
  await fireEvent.press(screen.getByRole('radio', { name: 'Ravi' }))
  await waitFor(() =>
    expect(asked.filter(({ what }) => what.endsWith('/entitlements')).length).toBeGreaterThan(1),
  )
})
