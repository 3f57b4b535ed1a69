import { describe, expect, it } from 'vitest'
import { loadCatalogue } from './catalogue.ts'
import { catalogueFiles, compiledOn } from './data.ts'
import { priceVersionsOf } from './price-versions.ts'
import type { RawPriceChange } from './schema.ts'
import { parseCatalogue } from './validate.ts'

const { plans } = loadCatalogue()
const raw = parseCatalogue(catalogueFiles)

const versionsOf = (planId: string) =>
  plans
    .find(({ id }) => id === planId)
    ?.priceVersions.map(({ effectiveOn, price, changeType }) => [effectiveOn, price, changeType])

describe('priceVersionsOf', () => {
  it('goes from the oldest price to the current one', () => {
    expect(versionsOf('jio-in-pre-299-28d')).toEqual([
      ['2024-07-02', 23900, 'observed'],
      ['2024-07-03', 29900, 'increase'],
    ])
  })

  it('has the day it was seen where no change is known', () => {
    expect(versionsOf('act-in-chennai-basic')).toEqual([['2021-01-01', 82000, 'observed']])
  })

  it('has no older price for a plan that was launched or only changed its terms', () => {
    expect(versionsOf('jiohotstar-in-super-monthly')).toEqual([['2026-01-28', 14900, 'launch']])
    expect(versionsOf('tata-play-fiber-in-sky-25')).toEqual([['2020-04-15', 90000, 'terms']])
  })

  it('ends at the price of the plan, for every plan', () => {
    expect(plans.filter(({ price, priceVersions }) => priceVersions.at(-1)?.price !== price)).toEqual([])
  })

  it('is in the order of dates, without two versions of one id', () => {
    for (const { priceVersions, announcedVersions } of plans) {
      const dates = priceVersions.map(({ effectiveOn }) => effectiveOn)
      expect(dates).toEqual(dates.toSorted())
      const ids = [...priceVersions, ...announcedVersions].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('keeps what is announced for later apart', () => {
    const bt = plans.find(({ id }) => id === 'bt-gb-ff300')
    expect(bt?.priceVersions.map(({ price }) => price)).toEqual([3099])
    expect(bt?.announcedVersions.map(({ effectiveOn, price }) => [effectiveOn, price])).toEqual([
      ['2027-03-31', 3499],
    ])
  })

  it('names a price that comes back differently, and renames nothing when more is learnt', () => {
    const plan = raw.plans.find(({ id }) => id === 'netflix-in-basic')
    const change = raw['price-history'].find(({ planId }) => planId === 'netflix-in-basic')
    if (!plan || !change) throw new Error('netflix-in-basic has a change')
    const earlier: RawPriceChange = { ...change, date: '2016-01-06', fromPrice: plan.price, toPrice: 49900 }
    const ids = (changes: RawPriceChange[]) =>
      priceVersionsOf(plan, changes, compiledOn).inForce.map(({ id }) => id)
    expect(ids([change])).toEqual(['netflix-in-basic@49900', 'netflix-in-basic@19900'])
    expect(ids([change, earlier])).toEqual([
      'netflix-in-basic@19900',
      'netflix-in-basic@49900',
      'netflix-in-basic@19900.2',
    ])
  })
})
