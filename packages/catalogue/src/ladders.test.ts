import { describe, expect, it } from 'vitest'
import { loadCatalogue } from './catalogue.ts'
import { serviceIdOfTier, serviceTierOf, tierLadders } from './ladders.ts'

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

  it('tell where every service stands, and which service stands there', () => {
    expect(serviceTierOf('netflix:standard')).toEqual({ ladderId: 'netflix:mobile', rank: 2 })
    expect(serviceTierOf('mubi:standard')).toEqual({ ladderId: 'mubi:standard', rank: 0 })
    for (const { id } of loadCatalogue().services) expect(serviceIdOfTier(serviceTierOf(id))).toBe(id)
  })
})
