import { describe, expect, it } from 'vitest'
import { loadCatalogue } from './catalogue.ts'
import { serviceIdOf } from './services.ts'

const { plans, services } = loadCatalogue()
const serviceOf = (planId: string) => plans.find(({ id }) => id === planId)?.serviceId

describe('serviceIdOf', () => {
  it('is the same however the tier is written', () => {
    expect(serviceIdOf('netflix', 'Standard with Ads')).toBe('netflix:standard-with-ads')
    expect(serviceIdOf('netflix', 'Standard with ads')).toBe('netflix:standard-with-ads')
  })

  it('leaves out how long it lasts and how it was chosen', () => {
    expect(serviceIdOf('amazon-prime', 'Lite (2 years)')).toBe('amazon-prime:lite')
    expect(serviceIdOf('peacock', 'Premium (choice)')).toBe('peacock:premium')
  })

  it('keeps what tells two tiers apart', () => {
    expect(serviceIdOf('espn', 'ESPN+ (with ads)')).toBe('espn:espn-plus-with-ads')
  })
})

describe('services', () => {
  it('are one per provider and tier', () => {
    expect(
      services.filter(({ providerId, tier }) => providerId === 'netflix' && tier === 'Premium'),
    ).toHaveLength(1)
  })

  it('are the same whether bought alone or included', () => {
    expect(serviceOf('netflix-in-basic')).toBe('netflix:basic')
    expect(serviceOf('netflix-de-ads')).toBe('netflix:standard-with-ads')
    expect(serviceOf('amazon-prime-in-monthly')).toBe('amazon-prime:prime')
    expect(serviceOf('amazon-prime-in-lite-yearly')).toBe('amazon-prime:lite')
    expect(serviceOf('apple-tv-us-monthly')).toBe('apple-tv:apple-tv')
    expect(serviceOf('jiohotstar-in-super-yearly-2025')).toBe('jiohotstar:super')
    expect(serviceOf('sun-nxt-in-yearly')).toBe('sun-nxt:standard')
    expect(serviceOf('youtube-in-individual-prepaid-month')).toBe('youtube:premium-individual')
  })

  it('are not given by add-ons, telecom plans or bundles that list what they hold', () => {
    expect(serviceOf('now-gb-boost')).toBeNull()
    expect(serviceOf('jio-in-pre-299-28d')).toBeNull()
    expect(serviceOf('disney-plus-us-duo-basic')).toBeNull()
  })
})
