import { loadCatalogue } from '@streamline/catalogue'
import { matchesQuery } from '@streamline/domain'
import { describe, expect, it } from 'vitest'
import { documentsOf } from './catalogue-documents.ts'

const { plans } = documentsOf(loadCatalogue())

const found = (query: string): string[] =>
  plans.filter(({ searchTokens }) => matchesQuery(searchTokens, query)).map(({ id }) => id)

describe('what people type', () => {
  it.each([
    ['hotstar 299', 'jiohotstar-in-premium-monthly'],
    ['disney', 'jiohotstar-in-super-yearly'],
    ['disney', 'disney-plus-us-premium'],
    ['prime', 'amazon-prime-in-monthly'],
    ['prime video', 'amazon-prime-in-lite-yearly'],
    ['netflix premium', 'netflix-in-premium'],
    ['jio 28 days', 'jio-in-pre-299-28d'],
    ['jio 28d', 'jio-in-pre-299-28d'],
    ['jio 299', 'jio-in-pre-299-28d'],
    ['₹299 jio', 'jio-in-pre-299-28d'],
    ['jio 1.5gb/day', 'jio-in-pre-299-28d'],
    ['jio 1.5 gb', 'jio-in-pre-299-28d'],
    ['airtel 84', 'airtel-in-pre-979-84d'],
    ['act 150', 'act-in-chennai-basic'],
    ['act 150mbps', 'act-in-chennai-basic'],
    ['ACT Chennai 1 Gbps', 'act-in-chennai-giga'],
    ['jiofiber postpaid', 'jiofiber-in-999'],
    ['hotstar yearly', 'jiohotstar-in-super-yearly'],
    ['hotstar annual', 'jiohotstar-in-super-yearly'],
    ['prime quarterly', 'amazon-prime-in-quarterly'],
    ['jio annual', 'jio-in-pre-3599-365d'],
    ['vodafone idea 84 days', 'vi-in-pre-859-84d'],
    ['netflix 8.99', 'netflix-us-ads'],
    ['AT&T fiber', 'att-internet-us-1000'],
    ['icloud 200gb', 'icloud-gb-200gb'],
    ['1und1', '1und1-de-dsl100'],
  ])('finds by %j the plan %s', (query, id) => {
    expect(found(query)).toContain(id)
  })

  it('finds nothing else by a price and a name', () => {
    expect(found('hotstar 299')).toEqual([
      'jiohotstar-in-premium-monthly',
      'jiohotstar-in-super-quarterly-2025',
    ])
  })

  it('never calls a pack of days monthly', () => {
    expect(found('jio prepaid monthly')).not.toContain('jio-in-pre-299-28d')
    expect(found('jio prepaid monthly')).toContain('jio-in-pre-319-1m')
  })

  it('does not find postpaid plans by "prepaid"', () => {
    expect(plans.filter(({ id, mode }) => found('jio prepaid').includes(id) && mode === 'postpaid')).toEqual(
      [],
    )
  })
})
