import type { CalendarDate, Money } from '@streamline/domain'
import { expect, test } from 'vitest'
import { createFormat } from '../format/format.ts'
import { createI18n, loadLaterTexts } from '../translations/i18n.ts'
import type { CheapestSet, SavingsResult } from './needs-change.ts'
import { savingsText } from './savings-text.ts'

const texts = await createI18n('en')
await loadLaterTexts(texts)
const day = (text: string) => text as CalendarDate
const format = createFormat({ language: 'en', country: 'IN', today: day('2026-11-30') })
const rupees = (amount: number): Money => ({ amount: amount * 100, currency: 'INR' })
const say = savingsText({ t: texts.getFixedT('en', 'savings'), format })
const named = (name: string) => ({ id: name, name })

test('what is saved, is not, or costs more for more is said as what it is', () => {
  expect(say.headline({ saving: rupees(880), isBetter: true })).toEqual({
    text: '₹880 less in twelve months',
    way: 'less',
  })
  expect(say.headline({ saving: rupees(0), isBetter: false }).way).toBe('same')
  expect(say.headline({ saving: rupees(-50), isBetter: false })).toEqual({
    text: '₹50 more in twelve months, for more than you have today',
    way: 'more',
  })
})

test('a proof says what it weighed, and how close the next best comes; nothing unproven is called proven', () => {
  const proof: CheapestSet['proof'] = {
    status: 'optimal',
    value: rupees(1),
    bound: rupees(1),
    choices: 486,
    weighed: 200,
  }
  expect(say.proof({ proof, secondBest: { more: rupees(12), chosen: [] } })).toBe(
    'Proven: no other choice of 486 costs less. The next best costs ₹12 more.',
  )
  expect(say.proof({ proof, secondBest: { more: rupees(0), chosen: [] } })).not.toContain('next best')
  expect(say.proof({ proof: { ...proof, status: 'unproven' }, secondBest: null })).toBe(
    'The best found; at least ₹1 must be paid.',
  )
  expect(say.proof({ proof: { ...proof, choices: 0 }, secondBest: null })).toBeNull()
})

test('what becomes of a plan names the day, and that it is a seat of another', () => {
  const chosen = {
    subscription: named('Vi'),
    plan: named('Family'),
    what: 'changes' as const,
    on: day('2026-12-05'),
    isSeat: true,
    until: null,
    cost: rupees(1),
  }
  expect(say.chosen(chosen)).toBe('Family from Sat 5 Dec, with another line')
})

test('a benefit is there on its last day, not on the first day without', () => {
  const benefit = { subscription: named('Jio'), services: [named('JioHotstar')], until: day('2026-12-31') }
  expect(say.benefit({ ...benefit, kind: 'endsSoon' })).toBe('JioHotstar: until Wed 30 Dec')
})

test('an overlap says why, on how many days and what to claim before', () => {
  const overlap: SavingsResult['overlaps'][number] = {
    kind: 'paidAndIncluded',
    subscription: named('Hotstar'),
    coveredBy: [named('Jio 299')],
    claimFirst: [],
    from: day('2026-11-30'),
    until: null,
    days: 1,
    wasted: rupees(5),
    isLasting: false,
  }
  expect(say.overlap(overlap)).toEqual({
    because: 'Comes with Jio 299',
    days: '1 day in the next twelve months',
    first: null,
  })
  expect(say.overlap({ ...overlap, claimFirst: [named('JioHotstar')] }).first).toBe('Claim JioHotstar first')
})

test('a service that is missing for several people is named once; nothing is said of what is not missing', () => {
  const missing = { service: named('Netflix'), from: day('2026-12-01'), until: day('2026-12-04') }
  expect(
    say.unmet({
      unmet: [
        { ...missing, memberId: 'asha' },
        { ...missing, memberId: 'ravi' },
      ],
    }),
  ).toBe('Not there on some days: Netflix')
  expect([say.unmet({ unmet: [] }), say.oldPrices({ oldPrices: [] })]).toEqual([null, null])
})

test('a budget is told kept, just kept, or passed, and by how much', () => {
  const monthly = rupees(4000)
  expect(say.budget({ monthly, over: rupees(120) })).toEqual({
    isOver: true,
    text: '₹120 over your budget of ₹4,000 a month, in twelve months.',
  })
  expect(say.budget({ monthly, over: rupees(-880) })).toEqual({
    isOver: false,
    text: 'Within your budget of ₹4,000 a month: ₹880 are left in twelve months.',
  })
  expect(say.budget({ monthly, over: rupees(0) }).text).toBe('Exactly your budget of ₹4,000 a month.')
})
