import { addDays, parseCalendarDate } from '@streamline/domain'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aHouseholdInTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { Clock } from '../../platform/clock/clock.ts'
import { SubscriptionRepository } from './subscription.repository.ts'
import { SubscriptionUpkeepService } from './subscription-upkeep.service.ts'

let api: Api
let home: HouseholdInTime
let upkeep: SubscriptionUpkeepService
let repository: SubscriptionRepository

beforeEach(async () => {
  api = await startApi({ now: '2026-11-23T06:30:00Z', env: { LOG_LEVEL: 'silent' } })
  home = await aHouseholdInTime(api)
  upkeep = api.app.get(SubscriptionUpkeepService)
  repository = api.app.get(SubscriptionRepository)
})

afterEach(() => api.close())

/** Half a minute after they were written: what is younger is about to be brought by who wrote it. */
const SWEPT_AT = Date.parse('2026-11-23T06:32:00Z')

const netflix = { planId: 'netflix-in-premium', startsOn: '2026-11-20' }

const stored = async (id: string) => {
  const found = await repository.get(id)
  if (found === null) throw new Error('It is not stored')
  return found
}

/** What a process that died right after its write leaves. */
const asAfterACrash = async (id: string) => {
  const subscription = await stored(id)
  await api.postgres.pool.query('delete from charges where subscription_id = $1', [id])
  const on = parseCalendarDate('2026-11-23')
  const since = '2026-11-23T06:30:00.000Z'
  const owed = {
    fromIndex: 0,
    since,
    billedUntil: on,
    on,
    splitFrom: on,
    assumePaidBeforeIndex: null,
    amends: false,
    payments: [],
    takesBack: [],
  }
  await repository.amendMany([{ ...subscription, owed }])
}

describe('the sweep', () => {
  it('raises once what a crash between document and charges left', async () => {
    const { id } = await home.add(netflix)
    await asAfterACrash(id)
    expect(await home.charges(id)).toEqual([])
    expect(await upkeep.sweep(SWEPT_AT)).toBe(1)
    expect((await home.charges(id)).map(({ dueOn }) => dueOn)).toEqual(['2026-11-20', '2026-12-20'])
    expect(await upkeep.sweep(SWEPT_AT)).toBe(0)
    expect((await stored(id)).owed).toBeNull()
  })

  it('does no harm when two processes do it at once, or beside a request', async () => {
    const { id } = await home.add(netflix)
    await asAfterACrash(id)
    await Promise.all([upkeep.sweep(SWEPT_AT), upkeep.sweep(SWEPT_AT), home.change(id, { name: 'Renamed' })])
    await upkeep.sweep(SWEPT_AT)
    expect(await home.charges(id)).toHaveLength(2)
    expect(await stored(id)).toMatchObject({ name: 'Renamed', owed: null })
  })

  it('finishes what a request could not, which said so', async () => {
    await api.postgres.pool.query(`create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'no charges now'; end $$`)
    await api.postgres.pool.query(
      'create trigger refuse before insert on charges for each row execute function refuse()',
    )
    const added = await home.add(netflix)
    expect(added).toMatchObject({ pending: true, status: 'active' })
    expect(await upkeep.sweep(SWEPT_AT)).toBe(0)
    await api.postgres.pool.query('drop trigger refuse on charges')
    expect(await upkeep.sweep(SWEPT_AT)).toBe(1)
    expect(await home.read(added.id)).toMatchObject({ pending: false, revision: added.revision })
    expect(await home.charges(added.id)).toHaveLength(2)
  })

  it('goes past one that keeps failing', async () => {
    const [first, second] = [await home.add(netflix), await home.add(netflix)]
    await asAfterACrash(first.id)
    await asAfterACrash(second.id)
    const broken = await stored(first.id)
    await repository.amendMany([{ ...broken, facts: null as never }])
    expect(await upkeep.sweep(SWEPT_AT)).toBe(1)
    expect(await home.charges(second.id)).toHaveLength(2)
  })
})

describe('advancing', () => {
  it('raises each charge once when two processes do it at once', async () => {
    const { id } = await home.add(netflix)
    const later = Date.parse('2027-06-01T06:30:00Z')
    await Promise.all([upkeep.advance(later), upkeep.advance(later), upkeep.advance(later)])
    expect((await home.charges(id)).map(({ startsOn }) => startsOn)).toEqual([
      '2026-11-20',
      '2026-12-20',
      '2027-01-20',
      '2027-02-20',
      '2027-03-20',
      '2027-04-20',
      '2027-05-20',
      '2027-06-20',
    ])
    expect(await upkeep.advance(later)).toBe(0)
  })

  it('strikes nothing off that may not be on the disk, and brings it again without doubling it', async () => {
    const ids = [(await home.add(netflix)).id, (await home.add(netflix)).id]
    const later = Date.parse('2026-12-21T06:30:00Z')
    vi.spyOn(api.postgres, 'onDisk').mockRejectedValueOnce(new Error('The disk does not answer'))
    await expect(upkeep.advance(later)).rejects.toThrow('does not answer')
    for (const id of ids) expect((await stored(id)).raised).toBe(2)
    expect(await upkeep.advance(later)).toBe(2)
    for (const id of ids) expect(await home.charges(id)).toHaveLength(3)
  })

  it('gives no new revision: a month that went by refuses nobody a change', async () => {
    const { id, revision } = await home.add(netflix)
    await home.moveTo('2026-12-20')
    expect((await home.read(id)).revision).toBe(revision)
    expect(await home.charges(id)).toHaveLength(3)
  })

  it('catches up a daily pack that was left alone for years, in several steps', async () => {
    const daily = { name: 'Data of the day', kind: 'mobile', interval: { count: 1, unit: 'day' } }
    const { id } = await home.add({
      ...daily,
      startsOn: '2026-11-23',
      price: { amount: 1900, currency: 'INR' },
    })
    expect(await upkeep.advance(Date.parse('2028-11-23T06:30:00Z'))).toBe(3)
    const last = addDays(parseCalendarDate('2028-11-23'), 1)
    const { rows } = await api.postgres.pool.query(
      'select count(*)::int, max(starts_on) as last from charges where subscription_id = $1',
      [id],
    )
    expect(rows).toEqual([{ count: 733, last }])
  })

  it('catches up what came due before a change of price, at the old price', async () => {
    const { id } = await home.add(netflix)
    api.app.get(Clock).shiftTo(Date.parse('2027-02-25T06:30:00Z'))
    await home.signIn()
    await home.change(id, { price: { amount: 70_000, currency: 'INR' } })
    expect((await home.charges(id)).map(({ amount }) => amount.amount)).toEqual([
      64_900, 64_900, 64_900, 64_900, 70_000,
    ])
  })
})
