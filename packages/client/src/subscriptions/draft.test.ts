import { balanceOfDraft } from './balance-outlook.ts'
import { parseCalendarDate as on } from '@streamline/domain'
import type { Plan, Split } from '../answers.ts'
import { customDraft, type DraftForm, planDraft } from './draft.ts'
import { createInput, termsInput } from './draft-input.ts'
import { draftFieldAt, draftProblemsOf } from './draft-problems.ts'
import { describe, expect, test } from 'vitest'

const beginning = { today: on('2026-11-23'), currency: 'INR', you: 'asha' }

const half: Split = { kind: 'equal', memberIds: ['asha', 'ravi'] }

const act: Plan = {
  id: 'act-in-chennai-basic',
  providerId: 'act',
  providerName: 'ACT Fibernet',
  brandColor: null,
  name: 'ACT Basic (Chennai)',
  kind: 'broadband',
  mode: null,
  bundled: false,
  country: 'IN',
  region: 'Chennai',
  price: { amount: 82000, currency: 'INR' },
  tax: { included: false, basisPoints: 1800 },
  debit: { amount: 96760, currency: 'INR' },
  interval: { count: 1, unit: 'month' },
  renewal: 'automatic',
  status: 'unverified',
  asOf: on('2021-01-01'),
  asOfPrecision: 'year',
  includes: [],
  attributes: {},
}

describe('a balance that burns by the day', () => {
  const dth = {
    ...customDraft(beginning, 'Tata Play', 'tv'),
    byDay: true,
    price: '300',
    dayRate: '10.50',
  }

  test('says amount and rate, never how long it lasts', () => {
    expect(termsInput(dth, null)).toEqual({
      startsOn: '2026-11-23',
      price: { amount: 30_000, currency: 'INR' },
      dayRate: { amount: 1050, currency: 'INR' },
      taxIncluded: true,
      renewal: 'manual',
    })
    expect(balanceOfDraft(dth)).toEqual({
      startsOn: '2026-11-23',
      until: '2026-12-20',
      days: 28,
      left: { amount: 600, currency: 'INR' },
    })
  })

  test('needs a rate above zero that the amount pays for', () => {
    expect(draftProblemsOf({ ...dth, dayRate: '' }, null)).toEqual({ dayRate: 'missing' })
    expect(draftProblemsOf({ ...dth, dayRate: '0' }, null)).toEqual({ dayRate: 'noDay' })
    expect(draftProblemsOf({ ...dth, dayRate: '301' }, null)).toEqual({ dayRate: 'noDay' })
    expect(balanceOfDraft({ ...dth, dayRate: '0' })).toBeNull()
    expect(balanceOfDraft({ ...dth, dayRate: '0.01' })).toBeNull()
  })
})

describe('terms that few have', () => {
  const form = {
    ...planDraft(beginning, act),
    bonusCount: '1',
    minimumTerm: { count: 12, unit: 'month' as const },
  }

  test('are said where they are there', () => {
    expect(termsInput({ ...form, exitFee: '2000' }, act)).toMatchObject({
      bonus: { count: 1, unit: 'month' },
      minimumTerm: { length: { count: 12, unit: 'month' }, exitFee: { amount: 200_000, currency: 'INR' } },
    })
    expect(termsInput(form, act)).toMatchObject({ minimumTerm: { length: { count: 12, unit: 'month' } } })
    expect(termsInput({ ...form, postpaid: true, billDay: '5', dueDays: '1' }, act)).toMatchObject({
      firstBill: 'whole',
    })
  })

  test('are refused where they cannot be read', () => {
    expect(draftProblemsOf({ ...form, bonusCount: '-1', exitFee: 'much' }, act)).toEqual({
      bonusCount: 'notBonus',
      exitFee: 'notAnAmount',
    })
  })
})

const sent = (changed: DraftForm) => createInput(changed, null, false, { kind: 'payer' })

describe('limits that the household knows better', () => {
  const form = { ...customDraft(beginning, 'Jio', 'mobile'), price: '299' }
  const limits = { ...form.limits, data: '1.5', dataPer: 'day' as const }
  test('are said when it is added, of the kinds that have them', () => {
    expect(sent({ ...form, limits })?.allowances).toEqual([{ kind: 'data', amount: 1536, per: 'day' }])
    expect(sent({ ...form, limits: { ...form.limits, dataPer: 'day' } })).not.toHaveProperty('allowances')
    expect(sent({ ...form, kind: 'ott', limits })).not.toHaveProperty('allowances')
    const both = { ...limits, calls: '300' }
    expect(sent({ ...form, limits: both })?.allowances).toHaveLength(2)
    expect(sent({ ...form, kind: 'broadband', limits: both })?.allowances).toHaveLength(1)
  })

  test('are refused where they cannot be read', () => {
    const wrong = { ...form, limits: { ...limits, data: '0' } }
    expect(draftProblemsOf(wrong, null)).toEqual({ limits: 'notALimit' })
    expect(sent(wrong)).toBeNull()
    expect(draftFieldAt('/allowances/0/amount')).toBe('limits')
  })
})

describe('a draft from a plan', () => {
  test('says only what differs from the plan', () => {
    expect(termsInput(planDraft(beginning, act), act)).toEqual({ planId: act.id, startsOn: '2026-11-23' })
  })

  test('an own interval always brings its price along', () => {
    const form = {
      ...planDraft(beginning, act),
      interval: { count: 6, unit: 'month' as const },
      price: '4920',
    }
    expect(termsInput(form, act)).toEqual({
      planId: act.id,
      startsOn: '2026-11-23',
      interval: { count: 6, unit: 'month' },
      price: { amount: 492000, currency: 'INR' },
    })
  })

  test('a total that holds the tax says so', () => {
    const form = { ...planDraft(beginning, act), price: '967.60', taxIncluded: true }
    expect(termsInput(form, act)).toMatchObject({
      price: { amount: 96760, currency: 'INR' },
      taxIncluded: true,
    })
  })

  test('a postpaid plan asks for its bill day and is not taken as paid', () => {
    const form = planDraft(beginning, { ...act, kind: 'mobile', mode: 'postpaid' })
    expect(form).toMatchObject({ postpaid: true, currentPaid: false, recordsItself: false })
    expect(draftProblemsOf({ ...form, billDay: '32' }, act)).toEqual({ billDay: 'notADay' })
  })
})

describe('a draft of one’s own', () => {
  const gym = { ...customDraft(beginning, 'Tata Play', 'ott'), price: '399' }

  test('says everything', () => {
    expect(createInput(gym, null, false, { kind: 'payer' })).toEqual({
      startsOn: '2026-11-23',
      name: 'Tata Play',
      kind: 'ott',
      interval: { count: 1, unit: 'month' },
      price: { amount: 39900, currency: 'INR' },
      taxIncluded: true,
      renewal: 'automatic',
      paidBy: 'asha',
      recordsItself: true,
      visibility: 'shared',
      split: { kind: 'payer' },
    })
  })

  test('a mobile line starts as a pack of 28 days that somebody recharges', () => {
    expect(customDraft(beginning, 'Tata Play', 'tv')).toMatchObject({
      interval: { count: 1, unit: 'month' },
      renewal: 'manual',
    })
    expect(customDraft(beginning, 'Gym', 'other')).toMatchObject({ renewal: 'automatic' })
    expect(customDraft(beginning, 'Jio', 'mobile')).toMatchObject({
      interval: { count: 28, unit: 'day' },
      renewal: 'manual',
    })
  })

  test('names what is missing or wrong, field by field', () => {
    const form = { ...gym, name: ' ', price: '', startsOn: '2026-02-31', introPrice: '99' }
    expect(draftProblemsOf(form, null)).toEqual({
      name: 'missing',
      price: 'missing',
      startsOn: 'notADate',
      introPeriods: 'notPeriods',
    })
    expect(createInput(form, null, false, half)).toBeNull()
  })

  test('an intro price and a trial travel as typed', () => {
    const form = { ...gym, introPrice: '99', introPeriods: '3', trial: { count: 7, unit: 'day' as const } }
    expect(termsInput(form, null)).toMatchObject({
      intro: { price: { amount: 9900, currency: 'INR' }, periods: 3 },
      trial: { count: 7, unit: 'day' },
    })
  })
})

describe('people and the past', () => {
  const form = planDraft(beginning, act)

  test('members share as they say', () => {
    expect(createInput(form, act, false, half)).toMatchObject({
      split: { kind: 'equal', memberIds: ['asha', 'ravi'] },
    })
  })

  test('a private one is split with nobody', () => {
    expect(createInput({ ...form, private: true }, act, false, half)).toMatchObject({
      visibility: 'private',
      split: { kind: 'payer' },
    })
  })

  test('earlier periods are spoken of only where there are any', () => {
    expect(createInput(form, act, true, half)).toMatchObject({ pastPeriods: 'assumePaid' })
    expect(createInput({ ...form, past: 'unpaid' }, act, true, half)).toMatchObject({
      pastPeriods: 'unpaid',
    })
    expect(createInput(form, act, false, half)).not.toHaveProperty('pastPeriods')
  })
})

test.each([
  ['/price/amount', 'price'],
  ['/startsOn', 'startsOn'],
  ['/intro/price/amount', 'introPrice'],
  ['/intro/periods', 'introPeriods'],
  ['/split/memberIds/0', 'split'],
  ['/path/householdId', null],
])('a refusal at %s belongs to the field %s', (pointer, field) => {
  expect(draftFieldAt(pointer)).toBe(field)
})
