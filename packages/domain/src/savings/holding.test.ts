import { describe, expect, it } from 'vitest'
import { factsOf, on, packFrom, termsFrom } from '../test-drafts.ts'
import { holdingOf, isOn, serves } from './holding.ts'
import type { HeldSubscription } from './holding.ts'

const today = on('2026-12-01')
const hotstar = { ladderId: 'hotstar', rank: 2 }
const netflix = { ladderId: 'netflix', rank: 1 }
const held = (id: string, changes: Partial<HeldSubscription>): HeldSubscription => ({
  id,
  people: ['asha'],
  facts: factsOf(termsFrom('2026-11-01')),
  notice: { noticeDays: 0, mandateHours24: true },
  records: [],
  starts: 'packStart',
  standalone: null,
  includes: [],
  isOnlyServices: false,
  ...changes,
})

const fibre = held('fibre', {
  people: 'everybody',
  facts: factsOf(termsFrom('2026-12-05')),
  includes: [{ serviceId: 'hotstar', activation: 'auto', interval: null, choice: null, tier: hotstar }],
})
const jio = held('jio', {
  facts: factsOf(packFrom('2026-11-20')),
  includes: [{ serviceId: 'netflix', activation: 'claim', interval: null, choice: null, tier: netflix }],
})
const spans = [held('own', { standalone: hotstar, isOnlyServices: true }), fibre, jio].flatMap(
  (one) => holdingOf(one, today).spans,
)
const whatHas = (memberId: string, day: string) =>
  spans
    .filter((span) => serves(span.people, [memberId]) && isOn(span, on(day)))
    .map(
      ({ subscriptionId, tier, state, until }) =>
        `${tier.ladderId}${tier.rank} from ${subscriptionId} ${state} until ${until ?? 'further notice'}`,
    )

describe('who may use what, by what, until when', () => {
  it('is what one pays, and what a pack brings along until its end, claimed or not', () => {
    expect(whatHas('asha', '2026-12-01')).toEqual([
      'hotstar2 from own running until further notice',
      'netflix1 from jio toClaim until 2026-12-18',
    ])
    expect(whatHas('asha', '2026-12-18')).not.toContain('netflix1 from jio toClaim until 2026-12-18')
  })

  it('is for others only what serves everybody, from its first day on', () => {
    expect(whatHas('ravi', '2026-12-04')).toEqual([])
    expect(whatHas('ravi', '2026-12-05')).toEqual(['hotstar2 from fibre running until further notice'])
  })
})
