import { parseCalendarDate as on } from '@streamline/domain'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Act } from '../answers.ts'
import { createFormat } from '../format/format.ts'
import { createI18n, loadLaterTexts } from '../translations/i18n.ts'
import { storiesOf } from './act-story.ts'
import { actText } from './act-text.ts'
import { outlookText } from './outlook-text.ts'

const i18n = await createI18n('en')
const format = createFormat({ language: 'en', country: 'IN', today: on('2026-11-29') })

beforeAll(() => loadLaterTexts(i18n))

const words = (renewal: 'automatic' | 'manual' = 'automatic') =>
  actText({
    t: i18n.getFixedT('en', 'acts'),
    format,
    renewal,
  })

const inr = (amount: number) => ({ amount, currency: 'INR' })

const act = (id: string, kind: Act['kind'], said: Partial<Act> = {}): Act => ({
  id,
  kind,
  saidOn: on('2026-11-20'),
  by: 'asha',
  on: null,
  planName: null,
  renewal: null,
  billDay: null,
  untilOn: null,
  price: null,
  interval: null,
  extra: null,
  claim: null,
  mode: null,
  of: null,
  reason: null,
  stands: true,
  mayUndo: false,
  ...said,
})

const month = { count: 1, unit: 'month' as const }
const started = act('1', 'started', { on: on('2016-11-20'), price: inr(64900), interval: month })

/** The sentences, newest first. */
const told = (acts: readonly Act[]): string[] => storiesOf(acts).map((story) => words().sentence(story))

describe('what happened to a subscription', () => {
  test('is told with the day, the length and the price it was about', () => {
    const [story] = storiesOf([
      act('2', 'recharged', {
        on: on('2026-11-03'),
        price: inr(85900),
        interval: { count: 84, unit: 'day' },
      }),
    ])
    if (story === undefined) throw new Error('No story')
    const { sentence, details } = words('manual')
    expect(sentence(story)).toBe('Recharged on 3 Nov')
    expect(details(story)).toEqual(['84 days', '₹859'])
  })

  test('a change of plan says how it goes on from then', () => {
    const [byHand, billed] = storiesOf([
      act('3', 'planChanged', { on: on('2026-12-05'), renewal: 'manual' }),
      act('2', 'planChanged', { on: on('2026-11-05'), renewal: 'automatic', billDay: 20 }),
    ])
    if (byHand === undefined || billed === undefined) throw new Error('No story')
    const { sentence, details } = words()
    expect(sentence(byHand)).toBe('Plan changed from 5 Dec')
    expect(details(byHand)).toEqual(['recharged by hand'])
    expect(details(billed)).toEqual(['renews by itself', 'bill on day 20'])
  })

  test('a correction says what stands instead of what, and the next one what it corrects in turn', () => {
    const first = act('2', 'corrected', { of: '1', on: on('2026-11-20'), price: inr(64900), interval: month })
    const second = act('3', 'corrected', { ...first, id: '3', price: inr(69900) })
    expect(told([second, first, started])).toEqual([
      'Price corrected: ₹699 instead of ₹649',
      'Start corrected: 20 Nov 2026 instead of 20 Nov 2016',
      'Started on 20 Nov 2016',
    ])
  })

  test('a correction of anything else is told as one', () => {
    const other = act('2', 'corrected', { of: '1', on: started.on, price: started.price, interval: month })
    expect(told([other, started])[0]).toBe('Terms put right')
  })

  test('an undo names what it takes back, and an undo of it what counts again', () => {
    const cancelled = act('2', 'cancelled', { mode: 'now' })
    const undone = act('3', 'undone', { of: '2' })
    const redone = act('4', 'undone', { of: '3' })
    expect(told([redone, undone, cancelled, started])).toEqual([
      'Counts again: Cancelled at once',
      'Taken back: Cancelled at once',
      'Cancelled at once',
      'Started on 20 Nov 2016',
    ])
  })

  test('a pause with an end says when it goes on', () => {
    expect(told([act('2', 'paused', { on: on('2026-12-01'), untilOn: on('2027-01-10') })])).toEqual([
      'Paused from 1 Dec, goes on 10 Jan 2027',
    ])
  })
})

const say = (outlook: Partial<Parameters<typeof outlookText>[0]>) =>
  outlookText(
    { goes: 0, comes: 0, changes: 0, becomesCredit: [], takenBack: [], ...outlook },
    { t: i18n.getFixedT('en', 'acts'), format },
  )

test('a service that was claimed is named', () => {
  const claim = { serviceId: 'netflix', serviceName: 'Netflix', state: 'claimed' } as const
  expect(told([act('2', 'claimed', { claim })])).toEqual(['Claimed: Netflix'])
})

describe('what an act would do', () => {
  test('is one sentence, and one more where money is concerned', () => {
    expect(say({ goes: 3, comes: 2, becomesCredit: [inr(30000)] })).toEqual([
      '3 charges go and 2 charges are added.',
      '₹300 that you recorded becomes credit and pays the next charges.',
    ])
    expect(say({ changes: 1, takenBack: [inr(64900)] })).toEqual([
      '1 charge changes.',
      '₹649 recorded as paid is taken back.',
    ])
    expect(say({})).toEqual(['No charge changes.'])
  })
})
