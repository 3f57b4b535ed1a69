import { parseCalendarDate as on } from '@streamline/domain'
import { expect, test } from 'vitest'
import type { TimelineEntry } from '../answers.ts'
import { openUntil, timelineOf } from './timeline.ts'

const entry = (
  index: number,
  from: string,
  until: string,
  more: Partial<TimelineEntry> = {},
): TimelineEntry => ({
  index,
  startsOn: on(from),
  endsOn: on(until),
  expected: false,
  phase: 'regular',
  planName: null,
  isCut: false,
  dueOn: on(from),
  amount: { amount: 64900, currency: 'INR' },
  net: { amount: 64900, currency: 'INR' },
  tax: { amount: 0, currency: 'INR' },
  chargeId: null,
  state: null,
  paid: { amount: 0, currency: 'INR' },
  payments: [],
  ...more,
})

test('the newest period comes first and each knows where it lies', () => {
  const nodes = timelineOf(
    [
      entry(0, '2026-09-30', '2026-10-31'),
      entry(1, '2026-10-31', '2026-11-30'),
      entry(2, '2026-11-30', '2026-12-31'),
      entry(3, '2026-12-31', '2027-01-31', { expected: true }),
    ],
    on('2026-11-23'),
  )
  expect(nodes.map((node) => node.node === 'period' && node.place)).toEqual([
    'expected',
    'ahead',
    'current',
    'past',
  ])
})

test('the last day of a period still belongs to it, the day after does not', () => {
  const entries = [entry(0, '2026-11-01', '2026-11-29')]
  expect(timelineOf(entries, on('2026-11-28'))[0]).toMatchObject({ place: 'current' })
  expect(timelineOf(entries, on('2026-11-29'))[0]).toMatchObject({ place: 'past' })
})

test('a late recharge shows the days without service between its periods', () => {
  const nodes = timelineOf(
    [entry(0, '2026-09-01', '2026-09-29'), entry(1, '2026-10-06', '2026-11-03')],
    on('2026-10-10'),
  )
  expect(nodes[1]).toEqual({ node: 'gap', from: '2026-09-29', until: '2026-10-06', days: 7 })
})

test('a change of price is told once, at the period that brings it', () => {
  const dearer = { amount: 79900, currency: 'INR' }
  const nodes = timelineOf(
    [
      entry(0, '2026-08-01', '2026-09-01'),
      entry(1, '2026-09-01', '2026-10-01'),
      entry(2, '2026-10-01', '2026-11-01', { net: dearer }),
      entry(3, '2026-11-01', '2026-12-01', { net: dearer }),
    ],
    on('2026-11-10'),
  )
  expect(nodes.map((node) => node.node === 'period' && node.priceBefore?.amount)).toEqual([
    undefined,
    64900,
    undefined,
    undefined,
  ])
})

test('what is opened ends with the last real period, whatever is expected after it', () => {
  expect(
    openUntil([
      entry(0, '2026-09-01', '2026-09-29'),
      entry(1, '2026-09-29', '2026-10-27', { expected: true }),
    ]),
  ).toBe('2026-09-29')
  expect(openUntil([])).toBeNull()
})

test('what ended early cost only its days: the next one is compared with a whole one', () => {
  const some = { amount: 4800, currency: 'INR' }
  const dearer = { amount: 79_900, currency: 'INR' }
  const nodes = timelineOf(
    [
      entry(0, '2026-08-01', '2026-09-01'),
      entry(1, '2026-09-01', '2026-10-01'),
      entry(2, '2026-10-01', '2026-10-03', { net: some, isCut: true }),
      entry(3, '2026-10-03', '2026-11-03', { net: dearer }),
    ],
    on('2026-11-23'),
  )
  expect(nodes.map((node) => (node.node === 'period' ? (node.priceBefore?.amount ?? null) : null))).toEqual([
    64_900,
    null,
    null,
    null,
  ])
})
