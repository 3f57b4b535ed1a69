import { parseCalendarDate } from '@streamline/domain'
import { createInstance, type TFunction } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { createFormat } from '../format/format.ts'
import { usage } from '../translations/en/usage.ts'
import { allowanceDraftOf, allowancesIn } from './allowance-draft.ts'
import { allowanceText, isTold, type AllowanceAnswer } from './allowance-text.ts'
import { usageAmountIn, usageAmountOf, usageOf, usageProblems, type UsageDraft } from './usage-draft.ts'
import { usageAmountText } from './usage-text.ts'

const today = parseCalendarDate('2026-11-29')
const format = createFormat({ language: 'en', country: 'IN', today })
let t: TFunction<'usage'>
beforeAll(async () => {
  const instance = createInstance()
  await instance.init({ lng: 'en', resources: { en: { usage } }, interpolation: { escapeValue: false } })
  t = instance.getFixedT('en', 'usage')
})

describe('an amount of use', () => {
  it.each([
    ['data', 512, '512 MB'],
    ['data', 1434, '1.4 GB'],
    ['data', 3_379_200, '3,300 GB'],
    ['calls', 90, '90 min'],
    ['hours', 45, '45 min'],
    ['hours', 120, '2 h'],
    ['hours', 95, '1 h 35 min'],
    ['messages', 1, '1 message'],
  ] as const)('of %s %i is said as %s', (kind, amount, text) => {
    expect(usageAmountText(kind, amount, { t, format })).toBe(text)
  })

  it.each([
    ['data', '1.5', 1536],
    ['data', '0.5', 512],
    ['hours', '1.5', 90],
    ['hours', '0.25', 15],
    ['calls', '12', 12],
    ['calls', '1.5', null],
    ['data', '1000000', null],
    ['data', '', null],
    ['data', '-1', null],
    ['hours', 'many', null],
  ] as const)('of %s typed as %j is %j', (kind, text, amount) => {
    expect(usageAmountIn(kind, text)).toBe(amount)
  })

  it('comes back into its field as it was typed', () => {
    for (const [kind, text] of [
      ['data', '1.5'],
      ['data', '98'],
      ['hours', '1.25'],
      ['calls', '12'],
    ] as const)
      expect(usageAmountOf(kind, usageAmountIn(kind, text) ?? 0)).toBe(text)
  })
})

describe('a note that is typed', () => {
  const form: UsageDraft = { kind: 'data', covers: 'soFar', on: '2026-11-28', amount: '98' }

  it('becomes what the service takes; only a meter is so far', () => {
    expect(usageOf(form, today)).toEqual({ kind: 'data', covers: 'soFar', on: '2026-11-28', amount: 100_352 })
    expect(usageOf({ ...form, kind: 'hours', amount: '2' }, today)).toMatchObject({
      covers: 'day',
      amount: 120,
    })
  })

  it('says what cannot be read, and waits for no day that lies ahead', () => {
    expect(usageProblems({ ...form, amount: 'x', on: '' }, today)).toEqual({
      amount: 'notANumber',
      on: 'notADate',
    })
    expect(usageProblems({ ...form, on: '2026-11-30' }, today)).toEqual({ on: 'ahead' })
    expect(usageOf({ ...form, on: '2026-11-30' }, today)).toBeNull()
  })
})

describe('an allowance in words', () => {
  const allowance: AllowanceAnswer = {
    kind: 'data',
    amount: 102_400,
    per: 'month',
    source: 'own',
    startsOn: parseCalendarDate('2026-11-01'),
    endsOn: parseCalendarDate('2026-12-01'),
    used: 51_200,
    left: 51_200,
    percent: 50,
    knownUntil: today,
    expected: 60_000,
    state: 'fine',
  }
  const text = (changes: Partial<AllowanceAnswer>) =>
    allowanceText({ ...allowance, ...changes }, { t, format })

  it('says what is left, warns of what will be over, and says when it is', () => {
    expect(text({})).toEqual({
      used: '50 GB of 100 GB',
      left: '50 GB left until 30 Nov',
      ahead: null,
      tone: 'brand',
    })
    expect(text({ expected: 103_834 })).toMatchObject({
      ahead: 'At this rate 1.4 GB over by 30 Nov.',
      tone: 'warn',
    })
    expect(text({ used: 103_424, left: 0, state: 'over', expected: 110_000 })).toMatchObject({
      left: '1 GB over',
      ahead: null,
      tone: 'danger',
    })
    expect(text({ per: 'day' }).left).toBe('50 GB left today')
    expect(text({ amount: null, left: null })).toMatchObject({ used: '50 GB, without limit', left: null })
  })

  it('is told where it has a limit of data, was typed, or used', () => {
    const calls = { ...allowance, kind: 'calls' as const, source: 'plan' as const, used: 0 }
    expect([isTold(allowance), isTold(calls), isTold({ ...calls, used: 1 })]).toEqual([true, false, true])
    expect(isTold({ ...allowance, source: 'plan', used: 0, amount: null })).toBe(false)
  })
})

describe('limits of the household', () => {
  it('stay what they are where nobody touched them, and go with an empty field', () => {
    const known = [{ kind: 'data' as const, amount: 102_400, per: 'month' as const }]
    const before = allowanceDraftOf(known, 'broadband')
    expect(before).toEqual({ data: '100', dataPer: 'month', calls: '' })
    expect(allowancesIn(before, before, known)).toBeUndefined()
    expect(allowancesIn({ ...before, data: '' }, before, known)).toEqual([])
    expect(allowancesIn({ ...before, data: '0' }, before, known)).toBeNull()
    expect(allowancesIn({ ...before, calls: '200' }, before, known)).toEqual([
      ...known,
      { kind: 'calls', amount: 200, per: 'period' },
    ])
  })
})
