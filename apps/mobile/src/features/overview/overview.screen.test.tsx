import type { Overview } from '@streamline/client'
import { fireEvent, screen } from '@testing-library/react-native'
import { renderScreen, today } from '../../../test/screen.tsx'
import { OverviewScreen } from './overview.screen.tsx'

const inr = (amount: number) => ({ amount, currency: 'INR' })

const overview = {
  today,
  currency: 'INR',
  needs: [
    {
      subscriptionId: 'netflix',
      name: 'Netflix Premium',
      kind: 'ott',
      providerId: 'netflix',
      brandColor: null,
      look: null,
      line: null,
      need: 'due',
      on: today,
      days: 0,
      amount: inr(64_900),
      chargeId: 'charge',
      memberId: 'asha',
      action: 'pay',
      yours: true,
      priceNews: null,
    },
  ],
  needCount: 1,
  steps: [],
  arrivals: [],
  cheapest: null,
  assumed: null,
  toClaim: [],
  unused: [],
  unasked: [],
  next14: {
    until: '2026-12-14',
    totals: [inr(64_900)],
    count: 1,
    days: [{ on: today, totals: [inr(64_900)] }],
    byPayer: [],
    debits: [],
  },
  between: { transfers: [], exact: true },
  months: [{ month: '2026-11', totals: [inr(487_000)], byKind: [] }],
  running: { count: 1, byKind: [{ kind: 'ott', count: 1 }], monthlyCost: [inr(64_900)], renewals: [] },
} as unknown as Overview

const path = '/v1/households/home'
const answers = {
  [`GET ${path}/overview`]: overview,
  [`GET ${path}/members`]: { items: [], nextCursor: null },
}

test('Home says what needs somebody, what leaves in the next fortnight and what the month came to', async () => {
  await renderScreen(<OverviewScreen />, answers)
  expect(await screen.findByText('Netflix Premium')).toBeTruthy()
  expect(screen.getByText('Due today')).toBeTruthy()
  expect(screen.getByText('Money out until Sun 13 Dec')).toBeTruthy()
  expect(screen.getByText('₹4,870')).toBeTruthy()
})

test('in Hindi too', async () => {
  await renderScreen(<OverviewScreen />, answers, 'hi')
  expect(await screen.findByText('Netflix Premium')).toBeTruthy()
  expect(screen.getByRole('header', { name: 'आज' })).toBeTruthy()
})

test('one press marks it paid, under a key of its own', async () => {
  const { asked } = await renderScreen(<OverviewScreen />, answers)
  await fireEvent.press(await screen.findByRole('button', { name: 'Mark paid: Netflix Premium, ₹649' }))
  const sent = asked.find(({ what }) => what.startsWith('POST'))
  expect(sent?.what).toBe(`POST ${path}/charges/charge/payments`)
  expect(sent?.headers.get('idempotency-key')).toBe('key-1')
  expect(sent?.headers.get('x-client')).toBe('mobile')
})

test('an empty home leads to the first subscription', async () => {
  const nothing = {
    ...overview,
    needs: [],
    needCount: 0,
    months: [],
    running: { ...overview.running, count: 0 },
  }
  await renderScreen(<OverviewScreen />, { ...answers, [`GET ${path}/overview`]: nothing })
  expect(await screen.findByText('Nothing is running yet')).toBeTruthy()
})

test('what is paid for already is claimed from Home', async () => {
  const claim = {
    subscriptionId: 'jio',
    name: 'Dad’s Jio',
    serviceId: 'hotstar',
    serviceName: 'JioHotstar',
    tier: 'Mobile',
    usableUntil: '2027-01-26',
    choice: null,
  }
  const { asked } = await renderScreen(<OverviewScreen />, {
    ...answers,
    [`GET ${path}/overview`]: { ...overview, toClaim: [claim] },
    [`POST ${path}/subscriptions/jio/acts`]: { id: 'jio', acts: [] },
  })
  expect(await screen.findByText('JioHotstar with Dad’s Jio')).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'Not wanted: JioHotstar' }))
  expect(asked.find(({ what }) => what.startsWith('POST'))?.body).toEqual({
    act: { kind: 'claim', serviceId: 'hotstar', state: 'dismissed' },
  })
})

test('a debit that booked itself and failed is said so from Home', async () => {
  const debit = {
    paymentId: 'booked',
    subscriptionId: 'spotify',
    name: 'Spotify',
    providerId: null,
    brandColor: null,
    on: today,
    amount: inr(11_900),
    memberId: 'asha',
  }
  const assumed = { count: 1, totals: [inr(11_900)], debits: [debit] }
  const { asked } = await renderScreen(<OverviewScreen />, {
    ...answers,
    [`GET ${path}/overview`]: { ...overview, assumed },
    [`POST ${path}/payments/booked/deny`]: {},
  })
  await fireEvent.press(await screen.findByRole('button', { name: 'Check' }))
  await fireEvent.press(screen.getByRole('button', { name: 'It did not: Spotify, 30 Nov' }))
  await fireEvent.press(screen.getByRole('radio', { name: /It failed/ }))
  await fireEvent.press(screen.getByRole('button', { name: 'Save' }))
  const sent = asked.find(({ what }) => what.startsWith('POST'))
  expect(sent?.what).toContain('/payments/booked/')
  expect(sent?.body).toEqual({ because: 'failed' })
})

test('the best saving stands with its proof, to the paisa', async () => {
  const saving = {
    ...overview.needs[0],
    saving: 'overlap',
    perYear: inr(178_800),
    now: inr(5_520_968),
    after: inr(5_342_168),
    because: { serviceName: 'JioHotstar', coveredByName: 'Jio 299' },
  }
  await renderScreen(<OverviewScreen />, { ...answers, [`GET ${path}/overview`]: { ...overview, saving } })
  expect(await screen.findByText('You could save ₹1,788 a year')).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'Show the proof' }))
  expect(screen.getByText('₹55,209.68')).toBeTruthy()
  expect(screen.getByText('₹1,788.00')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'All savings' })).toBeTruthy()
})

test('the cheapest set stands there instead where it saves more', async () => {
  const cheapest = {
    perYear: inr(950_220),
    now: inr(5_520_968),
    after: inr(4_570_748),
    hasOldPrices: true,
  }
  await renderScreen(<OverviewScreen />, {
    ...answers,
    [`GET ${path}/overview`]: { ...overview, cheapest },
  })
  expect(await screen.findByText('₹9,502.20 a year less for what you need')).toBeTruthy()
  expect(screen.getByText('Nobody confirmed some of these prices lately.')).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'Show the proof' }))
  expect(screen.getByText('₹45,707.48')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'See how' })).toBeTruthy()
})

test('an accepted step towards it waits among what needs you, from three days before its day on', async () => {
  const step = {
    id: 'step',
    kind: 'cancel',
    on: today,
    state: 'open',
    because: null,
    subscription: { id: 'prime', name: 'Amazon Prime' },
    plan: null,
    service: null,
    memberIds: [],
    lineId: null,
    acceptedBy: 'asha',
    acceptedOn: today,
    saving: null,
    isYours: true,
    mayAct: true,
  }
  await renderScreen(<OverviewScreen />, {
    ...answers,
    [`GET ${path}/overview`]: { ...overview, steps: [step] },
  })
  expect(await screen.findByText('Cancel Amazon Prime by then')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Cancel: Cancel Amazon Prime by then' })).toBeTruthy()
})
