import { expect, it } from 'vitest'
import { tierName } from './tier-name.ts'

it.each([
  ['Netflix', 'Mobile', 'Netflix Mobile'],
  ['Amazon Prime', 'Prime (1 year)', 'Amazon Prime (1 year)'],
  ['Amazon Prime', 'Prime', 'Amazon Prime'],
  ['JioHotstar', 'JioHotstar Super', 'JioHotstar Super'],
  ['Tata Play Binge', 'Play Binge Mobile', 'Tata Play Binge Mobile'],
])('%s at %s is called %s', (provider, tier, name) => {
  expect(tierName(provider, tier)).toBe(name)
})
