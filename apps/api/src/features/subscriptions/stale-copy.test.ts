import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aHouseholdInTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { BillingService } from '../billing/billing.service.ts'
import { SubscriptionRepository } from './subscription.repository.ts'
import { SubscriptionUpkeepService } from './subscription-upkeep.service.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const netflix = { planId: 'netflix-in-premium', startsOn: '2026-11-20' }
const MONTH_LATER = Date.parse('2026-12-20T06:30:00Z')

describe('a copy of a subscription that is late', () => {
  let api: Api
  let home: HouseholdInTime
  let upkeep: SubscriptionUpkeepService
  beforeEach(async () => {
    api = await startApi({ now: '2026-11-23T06:30:00Z', env: { LOG_LEVEL: 'silent' } })
    home = await aHouseholdInTime(api)
    upkeep = api.app.get(SubscriptionUpkeepService)
  })
  afterEach(() => api.close())

  /** Stops the next comparison before its first statement, until it is let go. */
  const held = () => {
    const billing = api.app.get(BillingService)
    const reconcile = billing.reconcile.bind(billing)
    const gate = Promise.withResolvers<void>()
    const reached = Promise.withResolvers<void>()
    billing.reconcile = async (householdId, plans) => {
      billing.reconcile = reconcile
      reached.resolve()
      await gate.promise
      return reconcile(householdId, plans)
    }
    return { reached: reached.promise, letGo: () => gate.resolve() }
  }
  const shownOf = async (id: string) =>
    (await home.charges(id)).map(({ subscriptionName, amount }) => [subscriptionName, amount.amount])

  it('leaves what a newer change brought, name, price and all', async () => {
    const { id } = await home.add(netflix)
    const late = held()
    const older = home.change(id, { name: 'Older', price: inr(10_000) })
    await late.reached
    await home.change(id, { name: 'Newer', price: inr(50_000) })
    late.letGo()
    await older
    expect(await shownOf(id)).toEqual([
      ['Newer', 64_900],
      ['Newer', 50_000],
    ])
    expect(await home.read(id)).toMatchObject({ name: 'Newer', pending: false })
  })

  it('does not undo a cancellation', async () => {
    const { id } = await home.add(netflix)
    const late = held()
    const older = home.change(id, { name: 'Older' })
    await late.reached
    await home.act(id, 'cancel')
    late.letGo()
    await older
    expect((await home.charges(id)).map(({ state }) => state)).toEqual(['overdue', 'void'])
  })

  it('of a tick does not take back what a later one raised, and goes on from there', async () => {
    const { id } = await home.add(netflix)
    const late = held()
    const tick = upkeep.advance(MONTH_LATER)
    await late.reached
    await upkeep.advance(Date.parse('2027-01-20T06:30:00Z'))
    late.letGo()
    await tick
    expect(await home.charges(id)).toHaveLength(4)
    await upkeep.advance(Date.parse('2027-02-20T06:30:00Z'))
    expect(await home.charges(id)).toHaveLength(5)
  })

  it('that was brought and never struck off is struck off by the sweep, and is nothing new', async () => {
    const { id } = await home.add(netflix)
    const repository = api.app.get(SubscriptionRepository)
    const amendMany = repository.amendMany.bind(repository)
    repository.amendMany = () => Promise.resolve([])
    await home.change(id, { name: 'Renamed' })
    repository.amendMany = amendMany
    const before = await home.charges(id)
    expect((await repository.get(id))?.owed).not.toBeNull()
    expect(await upkeep.sweep(api.clock.now() + 31_000)).toBe(1)
    expect((await repository.get(id))?.owed).toBeNull()
    expect(await home.charges(id)).toEqual(before)
  })

  it('is left to who wrote it for half a minute', async () => {
    const { id } = await home.add(netflix)
    const late = held()
    const change = home.change(id, { name: 'Renamed' })
    await late.reached
    expect(await upkeep.sweep(api.clock.now() + 29_000)).toBe(0)
    late.letGo()
    expect(await change).toMatchObject({ pending: false })
  })
})

describe('a household that moves east', () => {
  it('has its charges on the morning of its new zone', async () => {
    const api = await startApi({ now: '2026-11-23T06:30:00Z', env: { LOG_LEVEL: 'silent' } })
    try {
      const home = await aHouseholdInTime(api)
      const { id } = await home.add(netflix)
      await home.person.patch(home.person.home, { timeZone: 'Pacific/Auckland' })
      // 20 December begins in Auckland when it is half past four in the afternoon of the 19th in India.
      await api.clock.moveTo('2026-12-19T11:01:00Z')
      await home.signIn()
      expect(await home.charges(id)).toHaveLength(3)
    } finally {
      await api.close()
    }
  })
})
