import { parseCalendarDate as on } from '@streamline/domain'
import { expect, it } from 'vitest'
import type { Need, Overview } from '../answers.ts'
import { foldedNeeds } from './folded-needs.ts'

const need = (subscriptionId: string, yours: boolean, memberId: string): Need => ({
  subscriptionId,
  name: subscriptionId,
  kind: 'ott',
  providerId: null,
  brandColor: null,
  look: null,
  line: null,
  need: 'overdue',
  on: on('2026-11-05'),
  days: -20,
  amount: { amount: 64_900, currency: 'INR' },
  chargeId: subscriptionId,
  memberId,
  action: 'pay',
  yours,
  priceNews: null,
  stopsAt: null,
})

const mine = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => need(id, true, 'asha'))
const theirs = [need('g', false, 'ravi'), need('h', false, 'meera'), need('i', false, 'ravi')]
const arrival = {} as Overview['arrivals'][number]

it('shows five rows of what who looks must do, and all on request', () => {
  const overview = { needs: mine, needCount: 6, arrivals: [] }
  expect(foldedNeeds(overview, false)).toMatchObject({
    count: 6,
    unseen: 0,
    others: { count: 0, people: [] },
  })
  expect(foldedNeeds(overview, false).shown).toHaveLength(5)
  expect(foldedNeeds(overview, true).shown).toHaveLength(6)
})

it('gives rows to money that waits for an answer, and never all of them', () => {
  expect(foldedNeeds({ needs: mine, needCount: 6, arrivals: [arrival, arrival] }, false)).toMatchObject({
    count: 8,
  })
  expect(foldedNeeds({ needs: mine, needCount: 6, arrivals: [arrival, arrival] }, false).shown).toHaveLength(
    3,
  )
  expect(
    foldedNeeds({ needs: mine, needCount: 6, arrivals: Array.from({ length: 9 }, () => arrival) }, false)
      .shown,
  ).toHaveLength(1)
})

it('counts what is not listed where the others are, whose it is', () => {
  const { others, unseen } = foldedNeeds({ needs: [...mine, ...theirs], needCount: 12, arrivals: [] }, false)
  expect(others).toMatchObject({ count: 6, people: ['ravi', 'meera'] })
  expect(others.groups).toHaveLength(3)
  expect(unseen).toBe(0)
})

it('says what is not listed by itself where no line of others could count it', () => {
  expect(foldedNeeds({ needs: mine, needCount: 60, arrivals: [] }, false)).toMatchObject({
    unseen: 54,
    others: { count: 0 },
  })
})
