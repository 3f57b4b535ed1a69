import { describe, expect, it } from 'vitest'
import { loadCatalogue } from './catalogue.ts'
import type { CataloguePlan } from './catalogue.types.ts'

const { plans, providers, services, sources } = loadCatalogue()

function plan(id: string): CataloguePlan {
  const found = plans.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`no plan ${id}`)
  return found
}

const kindAndMode = (id: string) => {
  const { kind, mode, bundled } = plan(id)
  return [kind, mode, bundled]
}

describe('planOf', () => {
  it('derives every plan of the data', () => {
    expect([plans.length, providers.length, sources.length]).toEqual([908, 127, 85])
  })

  it('calls a bundle what it mainly is', () => {
    expect(kindAndMode('tata-play-binge-in-premium')).toEqual(['ott', null, true])
    expect(kindAndMode('airtel-in-black-1099')).toEqual(['broadband', 'postpaid', true])
    expect(kindAndMode('airtel-in-black-899')).toEqual(['mobile', 'postpaid', true])
    expect(kindAndMode('sky-gb-ultimate-tv')).toEqual(['ott', null, true])
    expect(kindAndMode('verizon-us-perk-netflix-max')).toEqual(['ott', null, true])
  })

  it('gives a mode to mobile plans and to Indian home lines only', () => {
    expect(kindAndMode('jio-in-pre-299-28d')).toEqual(['mobile', 'prepaid', false])
    expect(kindAndMode('vi-in-post-vi-max-451')).toEqual(['mobile', 'postpaid', true])
    expect(kindAndMode('act-in-chennai-basic')).toEqual(['broadband', 'postpaid', false])
    expect(kindAndMode('excitel-in-100')).toEqual(['broadband', 'prepaid', false])
    expect(kindAndMode('bt-gb-ff300')).toEqual(['broadband', null, false])
    expect(plans.filter(({ kind, mode }) => kind === 'mobile' && mode === null)).toEqual([])
    expect(plans.filter(({ kind, mode }) => kind === 'ott' && mode !== null)).toEqual([])
  })

  it('never lets a postpaid plan wait for a recharge', () => {
    expect(plans.filter(({ mode, renewal }) => mode === 'postpaid' && renewal === 'manual')).toEqual([])
  })

  it('adds 18 % to Indian prices without tax and nothing elsewhere', () => {
    expect(plan('act-in-chennai-basic').taxBasisPoints).toBe(1800)
    expect(plan('jio-in-pre-299-28d').taxBasisPoints).toBe(0)
    expect(plan('netflix-us-premium').taxBasisPoints).toBe(0)
  })

  it('keeps a 28-day pack a 28-day pack that somebody recharges', () => {
    expect(plan('jio-in-pre-299-28d')).toMatchObject({
      interval: { count: 28, unit: 'day' },
      renewal: 'manual',
    })
    expect(plan('netflix-in-premium')).toMatchObject({
      interval: { count: 1, unit: 'month' },
      renewal: 'automatic',
    })
  })

  it('flattens attributes and names every amount of money alike', () => {
    expect(plan('verizon-us-welcome').attributes).toMatchObject({ perLineMinor1: 7500, perLineMinor4: 4000 })
    expect(plan('plusnet-gb-full-fibre').attributes).toMatchObject({ installationFeeMinor: 999 })
    expect(plan('jio-in-pre-299-28d').attributes).toMatchObject({ dataPerDayMb: 1536 })
  })

  it('says what comes included, how it is claimed and from how many it is chosen', () => {
    expect(plan('vi-in-post-vi-max-451').includes[0]).toEqual({
      providerId: 'jiohotstar',
      serviceId: 'jiohotstar:mobile',
      tier: 'Mobile',
      activation: 'claim',
      planId: 'jiohotstar-in-mobile-monthly',
      interval: { count: 1, unit: 'year' },
      choice: { group: 'benefit', pick: 1 },
      note: null,
    })
  })

  it('points only at services that exist', () => {
    const ids = new Set(services.map(({ id }) => id))
    const used = plans.flatMap(({ serviceId, includes }) => [
      ...includes.map((include) => include.serviceId),
      ...(serviceId === null ? [] : [serviceId]),
    ])
    expect(used.filter((id) => !ids.has(id))).toEqual([])
    expect(ids.size).toBe(services.length)
  })
})

const provider = (id: string) => providers.find((candidate) => candidate.id === id)

describe('providerOf', () => {
  it('counts the kinds of plans it sells', () => {
    expect(provider('airtel')?.kinds).toEqual(['broadband', 'mobile'])
    expect(provider('netflix')?.kinds).toEqual(['ott'])
    expect(provider('chaupal')?.kinds).toEqual([])
  })

  it('knows its place among the chips of each country', () => {
    expect(provider('netflix')?.popularity).toEqual({ IN: 1, US: 1, GB: 1, DE: 1 })
    expect(provider('jiohotstar')?.popularity).toEqual({ IN: 2 })
    expect(provider('aha')?.popularity).toEqual({})
  })
})
