import { describe, expect, it } from 'vitest'
import { catalogueFiles } from './data.ts'
import type { RawCatalogue, RawPlan } from './schema.ts'
import { parseCatalogue, validateCatalogue } from './validate.ts'

/** A fresh copy of the data, broken by the test. */
function brokenBy(breakIt: (raw: RawCatalogue) => void) {
  const raw = parseCatalogue(catalogueFiles)
  breakIt(raw)
  return validateCatalogue(raw)
}

function planOf(raw: RawCatalogue, id: string): RawPlan {
  const plan = raw.plans.find((candidate) => candidate.id === id)
  if (!plan) throw new Error(`no plan ${id}`)
  return plan
}

const breakPlan = (id: string, change: Record<string, unknown>) =>
  brokenBy((raw) => Object.assign(planOf(raw, id), change)).map(
    ({ file, id: at, sentence }) => `${file} ${at}: ${sentence}`,
  )

const option = (providerId: string, pick: number) => ({
  providerId,
  tier: 'standard',
  activation: 'claim',
  choice: { group: 'pack', pick },
})

describe('validateCatalogue', () => {
  it('finds nothing wrong with the data we ship', () => {
    expect(validateCatalogue()).toEqual([])
  })

  it('names the entry and the field that is unknown', () => {
    expect(breakPlan('netflix-in-basic', { colour: 'red' })).toEqual([
      'plans netflix-in-basic: Unrecognized key: "colour".',
    ])
  })

  it('refuses an attribute that belongs to another kind of plan', () => {
    expect(breakPlan('netflix-in-basic', { attributes: { downMbps: 100 } })).toEqual([
      'plans netflix-in-basic: attributes: Unrecognized key: "downMbps".',
    ])
  })

  it('refuses prices that are negative or not whole minor units', () => {
    expect(breakPlan('netflix-in-basic', { price: -1 })).toHaveLength(1)
    expect(breakPlan('netflix-in-basic', { price: 199.5 })).toHaveLength(1)
  })

  it('refuses a day that does not exist', () => {
    expect(breakPlan('netflix-in-basic', { asOf: '2026-02-29' })).toEqual([
      'plans netflix-in-basic: asOf: must be a date that exists, as YYYY-MM-DD.',
    ])
  })

  it('refuses a fact that was seen after the data was compiled', () => {
    expect(breakPlan('netflix-in-mobile', { asOf: '2062-01-01' })).toEqual([
      'plans netflix-in-mobile: It was seen on 2062-01-01, after the data was compiled (2026-11-28).',
    ])
  })

  it('refuses references to nothing', () => {
    expect(breakPlan('netflix-in-mobile', { sourceId: 'nowhere' })).toContain(
      'plans netflix-in-mobile: The source nowhere does not exist.',
    )
    expect(breakPlan('sun-nxt-in-monthly', { providerId: 'sun' })).toContain(
      'plans sun-nxt-in-monthly: The provider sun does not exist.',
    )
    expect(
      breakPlan('jio-in-pre-299-28d', {
        includes: [{ providerId: 'nobody', tier: 'Basic', activation: 'auto', planId: 'nobody-in-basic' }],
      }),
    ).toEqual([
      'plans jio-in-pre-299-28d: The included provider nobody does not exist.',
      'plans jio-in-pre-299-28d: The included plan nobody-in-basic does not exist.',
    ])
  })

  it('refuses a currency of another country and a tax that does not fit', () => {
    expect(breakPlan('icloud-us-50gb', { currency: 'EUR', taxIncluded: true })).toEqual([
      'plans icloud-us-50gb: EUR is not the currency of US.',
      'plans icloud-us-50gb: The price of this kind (other) is shown without tax in US.',
    ])
  })

  it('refuses a validity nobody sells', () => {
    expect(breakPlan('jio-in-pre-299-28d', { validity: { count: 2800, unit: 'day' } })).toEqual([
      'plans jio-in-pre-299-28d: A validity of 2800 days is not plausible.',
    ])
  })

  it('refuses a choice that disagrees with itself or leaves no choice', () => {
    expect(breakPlan('jio-in-pre-299-28d', { includes: [option('zee5', 1), option('sonyliv', 2)] })).toEqual([
      'plans jio-in-pre-299-28d: The choices of group pack differ in how many to pick.',
      'plans jio-in-pre-299-28d: The group pack lets pick 2 of 2.',
    ])
  })

  it('refuses an id that is used twice', () => {
    const problems = brokenBy((raw) => {
      raw.providers.push(...raw.providers.slice(0, 1))
      raw.plans.push(...raw.plans.slice(0, 1))
      raw.sources.push(...raw.sources.slice(0, 1))
    })
    expect(problems.map(({ file }) => file)).toEqual(['providers', 'plans', 'sources'])
  })

  it('refuses parents that do not exist or go in a circle', () => {
    const problems = brokenBy((raw) => {
      for (const provider of raw.providers) {
        if (provider.id === 'jio') provider.parentId = 'jiofiber'
        if (provider.id === 'ee') provider.parentId = 'british-telecom'
      }
    })
    expect(problems).toEqual([
      { file: 'providers', id: 'ee', sentence: 'The parent british-telecom is not a provider.' },
      { file: 'providers', id: 'jio', sentence: 'Its chain of parents comes back to itself.' },
      { file: 'providers', id: 'jiofiber', sentence: 'Its chain of parents comes back to itself.' },
    ])
  })

  it('refuses a price change that points to nothing, or to a plan with another price', () => {
    const problems = brokenBy((raw) => {
      planOf(raw, 'youtube-in-family').price = 18900
      for (const change of raw['price-history'])
        if (change.planId === 'youtube-in-student') change.planId = 'youtube-in-pupil'
    })
    expect(problems.map(({ id, sentence }) => `${id}: ${sentence}`)).toEqual([
      'youtube IN 2024-08-27 Student monthly: The plan youtube-in-pupil does not exist.',
      'youtube IN 2024-08-27 Family monthly: It ends at 29900, but the plan youtube-in-family costs 18900.',
    ])
  })

  it('refuses a chip that is unknown, repeated or sells nothing there', () => {
    const problems = brokenBy((raw) => raw.chips.DE.push('hulu', 'nobody', 'netflix'))
    expect(problems.map(({ id, sentence }) => `${id}: ${sentence}`)).toEqual([
      'netflix: It is a chip of DE more than once.',
      'nobody: The chip of DE is not a provider.',
      'hulu: It is a chip of DE but has no plan there.',
    ])
  })
})
