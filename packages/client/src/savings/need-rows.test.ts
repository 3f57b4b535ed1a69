import type { CalendarDate } from '@streamline/domain'
import { expect, test } from 'vitest'
import type { NeedChoices } from '../answers.ts'
import { createFormat } from '../format/format.ts'
import { createI18n, loadLaterTexts } from '../translations/i18n.ts'
import { needRows } from './need-rows.ts'
import type { Needs } from './needs-change.ts'

const texts = await createI18n('en')
await loadLaterTexts(texts)
const format = createFormat({ language: 'en', country: 'IN', today: '2026-11-30' as CalendarDate })
const words = { t: texts.getFixedT('en', 'savings'), format }
const inr = (amount: number) => ({ amount, currency: 'INR' })

const choices: NeedChoices = {
  services: [
    {
      name: 'Netflix',
      tiers: [
        { id: 'netflix-hd', name: 'Netflix HD' },
        { id: 'netflix-4k', name: 'Netflix 4K' },
      ],
    },
    { name: 'JioCinema', tiers: [{ id: 'jiocinema', name: 'JioCinema' }] },
  ],
  subscriptions: [{ id: 'jio', name: 'Dad’s Jio' }],
  providers: [{ id: 'airtel', name: 'Airtel', kinds: ['mobile'] }],
  never: [{ id: 'vi', name: 'Vi' }],
}

const needs: Needs = {
  services: [
    { serviceId: 'netflix-4k', memberIds: ['asha', 'ravi'], isWanted: true, monthsAYear: 3 },
    { serviceId: 'jiocinema', memberIds: ['asha'], isWanted: false, monthsAYear: null },
  ],
  lines: [
    {
      subscriptionId: 'jio',
      kind: 'mobile',
      mbPerDay: 1536,
      needsCalls: true,
      mbps: null,
      capGb: null,
      validity: { least: 28, most: 84 },
      providerLock: 'airtel',
      memberIds: ['asha'],
      seats: 1,
    },
  ],
  keep: ['jio'],
  never: ['vi'],
  withOldPrices: true,
  budget: inr(400_000),
}

const members = [
  { id: 'asha', name: 'Asha' },
  { id: 'ravi', name: 'Ravi' },
]

test('each need stands by name, with those who have it and what it costs to have it', () => {
  const { rows } = needRows(
    {
      needs,
      choices,
      members,
      costs: [
        { kind: 'service', serviceId: 'netflix-4k', memberIds: ['asha', 'ravi'], cost: inr(238_800) },
        { kind: 'service', serviceId: 'netflix-4k', memberIds: ['ravi'], cost: inr(20_000) },
        { kind: 'line', subscriptionId: 'jio', ask: 'validity', cost: inr(60_000) },
        { kind: 'keep', subscriptionId: 'jio', cost: inr(0) },
        { kind: 'never', catalogueId: 'vi', cost: inr(700) },
      ],
    },
    words,
  )
  expect(rows.map(({ name, detail, costs }) => [name, detail, ...costs])).toEqual([
    ['Netflix 4K', 'Asha and Ravi · 3 months a year', '₹2,388 a year', 'Ravi: ₹200 a year'],
    ['Dad’s Jio', '1.5 GB a day · calls · at least 28 days · only Airtel', 'at least 28 days: ₹600 a year'],
    ['Dad’s Jio', 'Must stay'],
    ['Vi', 'Never', '₹7 a year'],
    ['Budget', '₹4,000 a month'],
  ])
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
})

test('what only comes along is told once, beneath', () => {
  expect(needRows({ needs, costs: [], choices, members }, words).unasked).toBe(
    'Comes along, and may go: JioCinema',
  )
  const all = { ...needs, services: needs.services.filter(({ isWanted }) => isWanted) }
  expect(needRows({ needs: all, costs: [], choices, members }, words).unasked).toBeNull()
})
