import { describe, expect, it } from 'vitest'
import { factsOf, on, packFrom, termsFrom } from '../test-drafts.ts'
import { entitlementMap } from './entitlement-map.ts'
import { holdingOf } from './holding.ts'
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

const own = held('own', { standalone: hotstar, isOnlyServices: true })
const fibre = held('fibre', {
  people: 'everybody',
  facts: factsOf(termsFrom('2026-12-05')),
  includes: [{ serviceId: 'hotstar', activation: 'auto', interval: null, choice: null, tier: hotstar }],
})
const jio = held('jio', {
  facts: factsOf(packFrom('2026-11-20')),
  includes: [{ serviceId: 'netflix', activation: 'claim', interval: null, choice: null, tier: netflix }],
})
const others = held('others', { people: ['who left'], standalone: netflix })

const rights = (day: string) =>
  entitlementMap(
    [own, fibre, jio, others].map((one) => holdingOf(one, today)),
    ['asha', 'ravi'],
    on(day),
  ).map(
    ({ subscriptionId, tier, memberIds, state, from, until }) =>
      `${memberIds.join(' and ')}: ${tier.ladderId}${tier.rank} from ${subscriptionId} ${state} ${from} until ${until ?? 'further notice'}`,
  )

describe('who may use what, by what, until when', () => {
  it('is what one pays, what serves everybody from its first day on, and what a pack brings along, claimed or not', () => {
    expect(rights('2026-12-01')).toEqual([
      'asha: hotstar2 from own running 2026-11-01 until further notice',
      'asha and ravi: hotstar2 from fibre running 2026-12-05 until further notice',
      'asha: netflix1 from jio toClaim 2026-12-01 until 2026-12-18',
    ])
  })

  it('is over on the first day without it', () => {
    expect(rights('2026-12-17')).toHaveLength(3)
    expect(rights('2026-12-18')).toHaveLength(2)
  })
})
