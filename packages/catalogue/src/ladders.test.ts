import { describe, expect, it } from 'vitest'
import { loadCatalogue } from './catalogue.ts'
import { tierLadders } from './ladders.ts'

describe('the ladders of tiers', () => {
  it('hold services of the catalogue, each once', () => {
    const services = new Set(loadCatalogue().services.map(({ id }) => id))
    const rungs = tierLadders.flat()
    expect(rungs.filter((id) => !services.has(id))).toEqual([])
    expect(new Set(rungs).size).toBe(rungs.length)
  })

  it('are each of one provider', () => {
    for (const ladder of tierLadders) expect(new Set(ladder.map((id) => id.split(':')[0])).size).toBe(1)
  })
})
