import { parseCalendarDate, type CalendarDate } from '@streamline/domain'
import { describe, expect, test } from 'vitest'
import type { Act, TimelineEntry } from '../answers.ts'
import { rechargeDraft, rechargeOf, rechargeProblems } from './recharge-draft.ts'
import { rechargeOutlook } from './recharge-outlook.ts'

const on = (text: string) => parseCalendarDate(text)

const entry = (
  index: number,
  startsOn: CalendarDate,
  endsOn: CalendarDate,
  expected: boolean,
): TimelineEntry => ({
  index,
  startsOn,
  endsOn,
  expected,
  phase: 'regular',
  planName: null,
  isCut: false,
  dueOn: startsOn,
  amount: { amount: 29900, currency: 'INR' },
  net: { amount: 29900, currency: 'INR' },
  tax: { amount: 0, currency: 'INR' },
  chargeId: null,
  state: null,
  paid: { amount: 0, currency: 'INR' },
  payments: [],
})

const pack = {
  interval: { count: 28, unit: 'day' as const },
  timeline: [
    entry(0, on('2026-11-15'), on('2026-12-13'), false),
    entry(1, on('2026-12-13'), on('2027-01-10'), true),
  ],
}

describe('a recharge while the pack runs', () => {
  test('is queued behind it and loses nothing', () => {
    expect(rechargeOutlook(pack, on('2026-12-01'))).toEqual({
      policy: 'stack',
      early: true,
      startsOn: '2026-12-13',
      endsOn: '2027-01-10',
      lostDays: 0,
      gapDays: 0,
    })
  })

  test('gives the days that are left away where it counts from the payment', () => {
    const outlook = rechargeOutlook(pack, on('2026-12-01'), 'fromPaymentDate')
    expect(outlook).toMatchObject({ startsOn: '2026-12-01', endsOn: '2026-12-29', lostDays: 12 })
  })
})

describe('a recharge after the pack has stopped', () => {
  test('counts from the payment and leaves a gap', () => {
    const outlook = rechargeOutlook(pack, on('2026-12-20'))
    expect(outlook).toMatchObject({
      policy: 'fromPaymentDate',
      startsOn: '2026-12-20',
      gapDays: 7,
      lostDays: 0,
    })
  })

  test('pays for days that are over where it counts from the due date', () => {
    const outlook = rechargeOutlook(pack, on('2026-12-20'), 'fromDueDate')
    expect(outlook).toMatchObject({ startsOn: '2026-12-13', endsOn: '2027-01-10', lostDays: 7, gapDays: 0 })
  })
})

test('the next month end comes from the forecast, not from a shortened month', () => {
  const monthly = {
    interval: { count: 1, unit: 'month' as const },
    timeline: [
      entry(0, on('2027-01-31'), on('2027-02-28'), false),
      entry(1, on('2027-02-28'), on('2027-03-31'), true),
    ],
  }
  expect(rechargeOutlook(monthly, on('2027-02-20')).endsOn).toBe('2027-03-31')
})

test('another validity counts from the end of the pack, and what is given on top comes after it', () => {
  const validity = {
    interval: { count: 84, unit: 'day' as const },
    bonus: { count: 3, unit: 'day' as const },
  }
  expect(rechargeOutlook(pack, on('2026-12-01'), undefined, validity)).toMatchObject({
    startsOn: '2026-12-13',
    endsOn: '2027-03-10',
    lostDays: 0,
  })
})

describe('a recharge as it is typed', () => {
  const known = { ...pack, price: { amount: 29900, currency: 'INR' }, dayRate: null, acts: [] }
  const form = rechargeDraft(known, { today: '2026-12-01', paidBy: 'asha' })

  test('says only what differs from the last one', () => {
    expect(rechargeOf(form, known)).toEqual({ renewedOn: '2026-12-01', payment: { paidBy: 'asha' } })
    const other = { ...form, price: '859', interval: { count: 84, unit: 'day' as const }, bonusCount: '3' }
    expect(rechargeOf({ ...other, isPaid: false, policy: 'fromPaymentDate' }, known)).toEqual({
      renewedOn: '2026-12-01',
      policy: 'fromPaymentDate',
      price: { amount: 85900, currency: 'INR' },
      interval: { count: 84, unit: 'day' },
      bonus: { count: 3, unit: 'day' },
    })
  })

  test('counts as it did then where one that was made later is recorded already', () => {
    const later = { kind: 'recharged', stands: true, on: on('2026-12-13') } as Act
    expect(
      rechargeOf({ ...form, policy: 'fromPaymentDate' }, { ...known, acts: [later] }),
    ).not.toHaveProperty('policy')
  })

  test('is nothing while something of it cannot be read', () => {
    const wrong = { ...form, renewedOn: '', price: 'much', bonusCount: '0' }
    expect(rechargeProblems(wrong, known)).toEqual({
      renewedOn: 'notADate',
      price: 'notAnAmount',
      bonusCount: 'notBonus',
    })
    expect(rechargeOf(wrong, known)).toBeNull()
  })
})
