import { noticeOf, parseCalendarDate, termsOf, type OverviewCharge } from '@streamline/domain'
import { expect, it } from 'vitest'
import type { OverviewSubject } from './overview-subject.ts'
import { presentOverview } from './overview.presenter.ts'

const today = parseCalendarDate('2026-11-23')
const terms = termsOf({
  startsOn: today,
  interval: { count: 1, unit: 'month' },
  price: { amount: 29_900, currency: 'INR' },
})

const subject: OverviewSubject = {
  id: 'stream',
  name: 'Stream',
  kind: 'ott',
  providerId: null,
  catalogueProviderId: null,
  brandColor: null,
  look: null,
  lineLabel: null,
  facts: { terms, pauses: [] },
  paidByMemberId: 'asha',
  paidBy: 'asha',
  ownerMemberId: 'asha',
  managedBy: 'asha',
  usedBy: ['asha'],
  isPrivate: false,
  notice: noticeOf(terms, 0),
  raised: 1,
  noticeDays: 0,
  stopsAt: null,
  priceVersionId: null,
  keptBesideId: null,
  recordsItselfFrom: today,
  plan: null,
  records: [],
  known: [],
}

const unpaid: OverviewCharge = {
  id: 'charge',
  subscriptionId: 'stream',
  index: 0,
  currency: 'INR',
  billedOn: today,
  dueOn: today,
  amount: 29_900,
  paid: 0,
  waived: false,
  voided: false,
  booked: false,
}

const needsOf = (charge: OverviewCharge) =>
  presentOverview({
    today,
    currency: 'INR',
    viewerId: 'asha',
    actors: [{ id: 'asha', role: 'owner' }],
    subjects: [subject],
    unasked: [],
    claimable: [],
    unused: [],
    charges: [charge],
    months: [],
    between: { balances: [], transfers: [], exact: true, credits: [] },
    names: new Map([['asha', 'Asha']]),
    saving: null,
    assumed: { totals: [], debits: [] },
    arrivals: [],
    cheapest: null,
    steps: [],
  }).needs.map(({ need }) => need)

it('remembers what was derived only for charges of which nothing changed', () => {
  expect(needsOf(unpaid)).toEqual([])
  expect(needsOf({ ...unpaid, booked: true })).toEqual(['due'])
  expect(needsOf({ ...unpaid, booked: true, waived: true })).toEqual([])
  expect(needsOf({ ...unpaid, booked: true, amount: 100 })).toEqual(['due'])
  expect(needsOf({ ...unpaid, booked: true, amount: 100, paid: 100 })).toEqual([])
})
