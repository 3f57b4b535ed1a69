import { describe, expect, it } from 'vitest'
import type { Needs } from './needs-change.ts'
import {
  monthsFor,
  wishesOf,
  withPerson,
  withService,
  withWishes,
  type ServiceChoice,
  type ServiceWishes,
} from './service-wishes.ts'

const tier = (id: string) => ({ id, name: id })
const netflix: ServiceChoice = { name: 'Netflix', tiers: ['mobile', 'standard', 'premium'].map(tier) }
const hotstar: ServiceChoice = { name: 'JioHotstar', tiers: [tier('hotstar')] }
const needs: Needs = {
  services: [
    { serviceId: 'premium', memberIds: ['asha', 'ravi'], isWanted: true, monthsAYear: null },
    { serviceId: 'mobile', memberIds: ['meera'], isWanted: true, monthsAYear: null },
    { serviceId: 'hotstar', memberIds: ['asha'], isWanted: false, monthsAYear: null },
  ],
  lines: [],
  keep: [],
  never: [],
  withOldPrices: true,
  budget: null,
}

const wished = (service: ServiceChoice, wishes: Record<string, string | null>): ServiceWishes => ({
  service,
  wishes: Object.entries(wishes).map(([memberId, serviceId]) => ({
    memberId,
    serviceId,
    monthsAYear: null,
  })),
})

describe('what each person wants of a service', () => {
  it('is read from the needs, with what only comes along as not wanted', () => {
    expect(wishesOf(needs, [hotstar, netflix, { name: 'SonyLIV', tiers: [tier('sony')] }])).toEqual([
      wished(netflix, { asha: 'premium', ravi: 'premium', meera: 'mobile' }),
      wished(hotstar, { asha: null }),
    ])
  })

  it('changes nothing where nothing was changed', () => {
    expect(withWishes(needs, wishesOf(needs, [netflix, hotstar]))).toEqual(needs)
  })

  it('parts who wants another tier, and keeps together who changes together', () => {
    const one = withWishes(needs, [wished(netflix, { asha: 'standard', ravi: 'premium' })])
    expect(one.services).toEqual([
      { serviceId: 'premium', memberIds: ['ravi'], isWanted: true, monthsAYear: null },
      ...needs.services.slice(1),
      { serviceId: 'standard', memberIds: ['asha'], isWanted: true, monthsAYear: null },
    ])
    const both = withWishes(needs, [wished(netflix, { asha: 'standard', ravi: 'standard' })])
    expect(both.services).toContainEqual({
      serviceId: 'standard',
      memberIds: ['asha', 'ravi'],
      isWanted: true,
      monthsAYear: null,
    })
  })

  it('never says that strangers to a service share it', () => {
    const { services } = withWishes(needs, [wished(hotstar, { asha: 'hotstar', ravi: 'hotstar' })])
    expect(services.filter(({ serviceId }) => serviceId === 'hotstar')).toEqual([
      { serviceId: 'hotstar', memberIds: ['asha'], isWanted: true, monthsAYear: null },
      { serviceId: 'hotstar', memberIds: ['ravi'], isWanted: true, monthsAYear: null },
    ])
  })

  it('may be for some months a year, of those who say so together', () => {
    const wishes = wishesOf(needs, [netflix]).map((one) => ({
      ...one,
      wishes: one.wishes.map((wish) => (wish.memberId === 'meera' ? wish : { ...wish, monthsAYear: 2 })),
    }))
    const rotating = withWishes(needs, wishes)
    expect(rotating.services).toContainEqual({
      serviceId: 'premium',
      memberIds: ['asha', 'ravi'],
      isWanted: true,
      monthsAYear: 2,
    })
    expect(withWishes(rotating, wishesOf(rotating, [netflix]))).toEqual(rotating)
  })

  it('remembers what is no longer wanted as what comes along', () => {
    const { services } = withWishes(needs, [wished(netflix, { meera: null })])
    expect(services.filter(({ memberIds }) => memberIds.includes('meera'))).toEqual([
      { serviceId: 'mobile', memberIds: ['meera'], isWanted: false, monthsAYear: null },
    ])
  })
})

describe('a form of wishes', () => {
  it('takes one more person at the tier of the others, or at the best where nobody wants it', () => {
    expect(withPerson(wished(netflix, { asha: 'standard' }), 'ravi').at(-1)).toEqual({
      memberId: 'ravi',
      serviceId: 'standard',
      monthsAYear: null,
    })
    expect(withPerson(wished(netflix, { asha: null }), 'ravi').at(-1)?.serviceId).toBe('premium')
  })

  it('takes one more service at its least tier, and none that is not offered', () => {
    expect(withService([], [netflix, hotstar], 'mobile', 'asha')).toEqual([
      wished(netflix, { asha: 'mobile' }),
    ])
    expect(withService([], [netflix], 'hotstar', 'asha')).toEqual([])
  })

  it('offers the months of today beside the usual ones', () => {
    const wish = { memberId: 'asha', serviceId: 'hotstar' }
    expect(monthsFor({ ...wish, monthsAYear: 5 })).toEqual([1, 2, 3, 4, 5, 6])
    expect(monthsFor({ ...wish, monthsAYear: null })).toEqual([1, 2, 3, 4, 6])
  })
})
