import { parseCalendarDate as on } from '@streamline/domain'
import { describe, expect, test } from 'vitest'
import type { Plan, SubscriptionDetail } from '../answers.ts'
import { beginningDraft, correctionOf } from './beginning-draft.ts'
import { pauseOf, pauseProblems } from './pause-draft.ts'
import { planChangeDraft, planChangeOf, planChangeProblems, renewalWith } from './plan-change-draft.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const month = { count: 1, unit: 'month' as const }
const year = { count: 1, unit: 'year' as const }
const today = on('2026-11-29')

describe('what is put right about the beginning', () => {
  const beginning = {
    planId: 'netflix',
    startsOn: on('2016-11-20'),
    interval: month,
    price: inr(64900),
    tax: { included: true, basisPoints: 0 },
    renewal: 'automatic' as const,
    billDay: null,
    dueDays: null,
    firstBill: null,
    bonus: null,
    chargedFrom: null,
    dayRate: null,
    minimumTerm: null,
    trial: month,
    intro: null,
  }
  const form = beginningDraft(beginning)

  test('is nothing while nothing is otherwise', () => {
    expect(correctionOf(form, beginning)).toBeNull()
  })

  test('repeats what stays, and says what is gone', () => {
    const corrected = { ...form, startsOn: '2026-11-20', trial: null, reason: ' A slip ' }
    expect(correctionOf(corrected, beginning)).toEqual({
      kind: 'correct',
      startsOn: '2026-11-20',
      interval: month,
      price: inr(64900),
      renewal: 'automatic',
      billDay: null,
      dueDays: null,
      trial: null,
      bonus: null,
      dayRate: null,
      minimumTerm: null,
      intro: null,
      pastPeriods: 'unpaid',
      reason: 'A slip',
    })
  })

  test('takes what lies back as paid where that was said before', () => {
    const payments = [{ assumed: true, reversedBy: null }]
    const timeline = [{ payments }] as SubscriptionDetail['timeline']
    expect(beginningDraft(beginning, timeline).pastPeriods).toBe('assumePaid')
    expect(form.pastPeriods).toBe('unpaid')
  })

  test('speaks of tax only where that was touched', () => {
    expect(correctionOf({ ...form, taxIncluded: false }, beginning)).toMatchObject({ taxIncluded: false })
    expect(correctionOf({ ...form, price: '700' }, beginning)).not.toHaveProperty('taxIncluded')
  })

  test('may be another plan of the catalogue, or terms of one’s own', () => {
    const plan = {
      id: 'premium',
      price: inr(64900),
      interval: month,
      tax: { included: true, basisPoints: 0 },
      renewal: 'automatic',
    } as Plan
    expect(correctionOf({ ...form, of: 'plan' }, beginning)).toBeNull()
    const other = correctionOf({ ...form, of: 'plan', plan }, beginning)
    expect(other).toMatchObject({ planId: 'premium', startsOn: '2016-11-20' })
    expect(other).not.toHaveProperty('price')
    expect(correctionOf({ ...form, of: 'plan', plan, price: '500' }, beginning)).toMatchObject({
      planId: 'premium',
      price: inr(50000),
    })
    expect(correctionOf({ ...form, of: 'own' }, beginning)).toMatchObject({
      planId: null,
      price: inr(64900),
      interval: month,
    })
  })

  test('is nothing while something cannot be read', () => {
    expect(correctionOf({ ...form, price: 'much' }, beginning)).toBeNull()
    expect(correctionOf({ ...form, postpaid: true, billDay: '40' }, beginning)).toBeNull()
  })
})

describe('another plan or price', () => {
  const running = {
    price: inr(49900),
    interval: month,
    plan: { id: 'standard', name: 'Standard', status: 'current' as const, asOf: today },
    currentPeriod: { startsOn: on('2026-11-10'), endsOn: on('2026-12-10') },
    timeline: [],
    kind: 'ott' as const,
    renewal: 'automatic' as const,
    billDay: null,
    dueDays: null,
  }
  const premium = { id: 'premium', price: inr(64900), interval: month } as Plan
  const form = planChangeDraft(running, today)

  test('asks for a plan, and holds from the end of the period unless somebody says otherwise', () => {
    expect(planChangeProblems(form, running)).toEqual({ plan: 'missingPlan' })
    const chosen = { ...form, plan: premium, price: '649' }
    expect(planChangeOf(chosen, running, today)).toEqual({
      kind: 'changePlan',
      fromOn: '2026-12-10',
      planId: 'premium',
    })
    expect(planChangeOf({ ...chosen, when: 'today' }, running, today)).toMatchObject({ fromOn: today })
  })

  test('may be a plan at another price and length than the catalogue knows', () => {
    expect(
      planChangeOf({ ...form, plan: premium, price: '6000', interval: year }, running, today),
    ).toMatchObject({ planId: 'premium', price: inr(600000), interval: year })
  })

  test('may be a price or length of its own, of the plan it has', () => {
    const own = { ...form, what: 'own' as const }
    expect(planChangeProblems(own, running)).toEqual({ price: 'same' })
    expect(planChangeOf({ ...own, price: '599', when: 'day', fromOn: '2026-12-01' }, running, today)).toEqual(
      { kind: 'changePlan', fromOn: '2026-12-01', price: inr(59900) },
    )
  })

  test('may only go on otherwise: by hand from the end of the period, or as a bill after the pack', () => {
    const own = { ...form, what: 'own' as const }
    expect(planChangeOf({ ...own, renewal: 'manual' }, running, today)).toEqual({
      kind: 'changePlan',
      fromOn: '2026-12-10',
      renewal: 'manual',
    })
    const pack = { ...running, kind: 'mobile' as const, renewal: 'manual' as const }
    const billed = { ...planChangeDraft(pack, today), what: 'own' as const, renewal: 'automatic' as const }
    expect(planChangeOf({ ...billed, postpaid: true, billDay: '7' }, pack, today)).toMatchObject({
      renewal: 'automatic',
      billDay: 7,
      dueDays: 15,
    })
    expect(planChangeProblems({ ...billed, postpaid: true, billDay: '40', dueDays: '' }, pack)).toEqual({
      billDay: 'notADay',
      dueDays: 'notDays',
    })
    // What is paid ahead has no bill, whatever was typed before.
    expect(planChangeOf({ ...billed, billDay: '40' }, pack, today)).toMatchObject({ renewal: 'automatic' })
  })

  test('may move the day of its bills, and says nothing of what stays', () => {
    const bills = { ...running, kind: 'mobile' as const, billDay: 5, dueDays: 10 }
    const own = { ...planChangeDraft(bills, today), what: 'own' as const }
    expect(planChangeProblems(own, bills)).toEqual({ price: 'same' })
    expect(planChangeOf({ ...own, billDay: '20' }, bills, today)).toEqual({
      kind: 'changePlan',
      fromOn: '2026-12-10',
      billDay: 20,
    })
  })

  test('takes the way of renewing from a plan only where packs become bills, or bills packs', () => {
    const [byItself, byHand] = [{ renewal: 'automatic' }, { renewal: 'manual' }] as const
    expect(renewalWith(byHand, running)).toEqual({ renewal: 'automatic', postpaid: false })
    const mobile = { ...running, kind: 'mobile' as const }
    expect(renewalWith(byItself, { ...mobile, renewal: 'manual' })).toEqual({
      renewal: 'automatic',
      postpaid: true,
    })
    expect(renewalWith(byHand, { ...mobile, billDay: 5 })).toEqual({
      renewal: 'manual',
      postpaid: false,
    })
  })

  test('may be announced for a day, or hold as soon as it can', () => {
    const announced = { ...form, what: 'announced' as const, price: '699', fromOn: '' }
    expect(planChangeOf(announced, running, today)).toEqual({ kind: 'changePrice', price: inr(69900) })
    expect(planChangeOf({ ...announced, fromOn: '2027-03-01' }, running, today)).toMatchObject({
      fromOn: '2027-03-01',
    })
  })
})

describe('a pause', () => {
  test('is open, or ends on a day after its first', () => {
    const form = { fromOn: '2026-12-01', until: 'open' as const, untilOn: '' }
    expect(pauseOf(form)).toEqual({ kind: 'pause', fromOn: '2026-12-01', untilOn: null })
    const bounded = { ...form, until: 'day' as const, untilOn: '2026-12-01' }
    expect(pauseProblems(bounded)).toEqual({ untilOn: 'notAfter' })
    expect(pauseOf({ ...bounded, untilOn: '2026-12-05' })).toMatchObject({ untilOn: '2026-12-05' })
  })
})
