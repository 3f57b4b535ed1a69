import type { Budgets, CalendarMonthView, Forecast, Spend, SubscriptionInsights } from '@streamline/client'
import { fireEvent, screen } from '@testing-library/react-native'
import { inr } from '../../../test/people.ts'
import { renderScreen, today } from '../../../test/screen.tsx'
import { CalendarView } from './calendar-view.tsx'
import { ForecastView } from './forecast-view.tsx'
import { InsightsScreen } from './insights.screen.tsx'
import { shareTable } from './share-table'
import { SubscriptionsView } from './subscriptions-view.tsx'

jest.mock('./share-table', () => ({ shareTable: jest.fn(() => Promise.resolve()) }))

const path = '/v1/households/home/insights'
const subject = { kind: 'ott', providerId: null, brandColor: null, look: null, line: null }

const months = [
  { month: '2026-10', totals: [inr(10_000)] },
  { month: '2026-11', totals: [inr(30_000)] },
]

const spend: Spend = {
  today,
  currency: 'INR',
  by: 'kind',
  months,
  groups: [
    {
      key: 'ott',
      name: null,
      totals: [inr(30_000)],
      months: [
        { month: '2026-10', totals: [inr(10_000)] },
        { month: '2026-11', totals: [inr(20_000)] },
      ],
    },
    {
      key: 'mobile',
      name: null,
      totals: [inr(10_000)],
      months: [
        { month: '2026-10', totals: [] },
        { month: '2026-11', totals: [inr(10_000)] },
      ],
    },
  ],
  groupCount: 2,
}

test('spend says what the year came to, this month against last, and each month at a touch', async () => {
  await renderScreen(<InsightsScreen />, { [`GET ${path}/spend`]: spend })
  expect(await screen.findByText('On average ₹200 a month')).toBeTruthy()
  expect(screen.getByText('₹200 more than October')).toBeTruthy()
  expect(screen.getByText('75%')).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'October 2026: ₹100' }))
  expect(screen.getByText(/^October 2026: ?/)).toBeTruthy()
  await fireEvent.press(screen.getByRole('button', { name: 'As a table' }))
  expect(screen.getByLabelText('November 2026, Total: ₹300, Streaming: ₹200, Mobile: ₹100')).toBeTruthy()
})

test('a table is asked for in the grouping on screen and handed to the phone', async () => {
  const { asked } = await renderScreen(<InsightsScreen />, {
    [`GET ${path}/spend`]: spend,
    [`GET ${path}/spend.csv`]: 'Month,Kind,Amount',
  })
  await fireEvent.press(await screen.findByRole('button', { name: 'Share as a table' }))
  expect(asked.some(({ what }) => what === `GET ${path}/spend.csv`)).toBe(true)
  expect(shareTable).toHaveBeenCalledWith('Month,Kind,Amount', 'streamline-kind-2026-11-30.csv')
})

const forecast: Forecast = {
  today,
  currency: 'INR',
  months: [{ month: '2026-12', totals: [inr(64_900)], byPayer: [], count: 3, expected: 2 }],
  cash: {
    until: '2026-12-30' as Forecast['today'],
    totals: [inr(64_900)],
    byPayer: [{ memberId: 'asha', memberName: 'Asha', totals: [inr(64_900)] }],
  },
}

test('what is to come names who needs how much until a day, and which debits wait for a recharge', async () => {
  await renderScreen(<ForecastView />, {
    [`GET ${path}/forecast`]: forecast,
    'GET /v1/households/home/budgets': { today, currency: 'INR', budgets: [] },
  })
  expect(await screen.findByText('Who needs how much until Wed 30 Dec')).toBeTruthy()
  expect(screen.getByText('Asha')).toBeTruthy()
  expect(screen.getByText('3 debits, 2 of them if you recharge')).toBeTruthy()
})

test('budgets say how full the month is, and the day on which each will be overrun', async () => {
  const of = { kind: null, memberId: null, memberName: null, spent: inr(60_000) }
  const budgets: Budgets['budgets'] = [
    {
      ...of,
      scope: 'household',
      amount: inr(100_000),
      month: inr(89_900),
      overrun: { on: '2027-03-12' as Forecast['today'], month: '2027-03', over: inr(139_800) },
    },
    { ...of, scope: 'kind', kind: 'ott', amount: inr(60_000), month: inr(60_000), overrun: null },
  ]
  await renderScreen(<ForecastView />, {
    [`GET ${path}/forecast`]: forecast,
    'GET /v1/households/home/budgets': { today, currency: 'INR', budgets },
  })
  expect(await screen.findByText('Whole household')).toBeTruthy()
  expect(screen.getByText('₹600 of ₹1,000 so far, ₹899 by the end of the month')).toBeTruthy()
  expect(screen.getByText(/^Holds until .*12 Mar.*: that month will be ₹1,398 over\.$/)).toBeTruthy()
  expect(screen.getByText('Holds in the next twelve months.')).toBeTruthy()
})

const calendar: CalendarMonthView = {
  today,
  month: '2026-11',
  days: [
    {
      on: '2026-11-05' as CalendarMonthView['today'],
      totals: [inr(64_900)],
      entries: [
        {
          ...subject,
          subscriptionId: 'netflix',
          name: 'Netflix',
          entry: 'debit',
          amount: inr(64_900),
          memberId: 'asha',
          cancelled: false,
        },
      ],
    },
    {
      on: today,
      totals: [],
      entries: [
        {
          ...subject,
          subscriptionId: 'jio',
          name: 'Jio',
          entry: 'stop',
          amount: null,
          memberId: 'asha',
          cancelled: false,
        },
      ],
    },
  ],
} as CalendarMonthView

test('a day of the calendar that is pressed is shown by itself, and the whole month again', async () => {
  await renderScreen(<CalendarView />, { [`GET ${path}/calendar`]: calendar })
  await fireEvent.press(await screen.findByRole('button', { name: 'Thu 5 Nov: 1 thing' }))
  expect(screen.getByText('Netflix')).toBeTruthy()
  expect(screen.queryByText('Jio')).toBeNull()
  await fireEvent.press(screen.getByRole('button', { name: 'Show the whole month' }))
  expect(screen.getByText('Jio')).toBeTruthy()
})

const subscriptions = {
  today,
  count: 2,
  subscriptions: [
    {
      ...subject,
      subscriptionId: 'netflix',
      name: 'Netflix',
      running: true,
      since: '2025-01-01',
      spent: [inr(900_000)],
      monthly: inr(64_900),
      rise: { since: '2026-06-01', before: inr(49_900), now: inr(64_900), perYear: inr(180_000) },
      unusedDays: 45,
    },
  ],
} as unknown as SubscriptionInsights

test('each subscription says what it came to, how much dearer it is, and that nobody uses it', async () => {
  await renderScreen(<SubscriptionsView />, { [`GET ${path}/subscriptions`]: subscriptions })
  expect(await screen.findByText('+ ₹1,800 a year')).toBeTruthy()
  expect(screen.getByText('Not used for 45 days')).toBeTruthy()
  expect(screen.getByText('₹9,000')).toBeTruthy()
})

test('when the server refuses, it is said and can be tried again', async () => {
  await renderScreen(<InsightsScreen />, {})
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy()
})

test('in Hindi too', async () => {
  await renderScreen(<InsightsScreen />, { [`GET ${path}/spend`]: spend }, 'hi')
  expect(await screen.findByRole('header', { name: 'बारह महीनों का ख़र्च' })).toBeTruthy()
})
