import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '../../../test/a-person.ts'
import { anFcm, fcmError, type FcmPeer } from '../../../test/an-fcm.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { aReminded, signedInAgain } from '../../../test/reminded.ts'

const HOUR = 3_600_000

describe('a message to a phone, while Firebase is away for a day', () => {
  let api: Api
  let fcm: FcmPeer
  let person: Person
  /** Netflix renews on 3 December; the first word of it is on 26 November. */
  beforeEach(async () => {
    fcm = await anFcm()
    api = await startApi({ now: '2026-11-23T06:00:00Z', env: { ...fcm.env, LOG_LEVEL: 'silent' } })
    person = (await aReminded(api)).person
    const phone = { kind: 'fcm', token: 'phone'.padEnd(160, 'x'), name: 'Pixel 7' }
    expect((await person.post('/v1/me/devices', phone)).status).toBe(201)
    fcm.answer = () => fcmError(503, 'UNAVAILABLE', { code: 'UNAVAILABLE' })
  })
  afterEach(async () => {
    await api.close()
    await fcm.close()
  })

  const until = async (instant: string) => {
    while (api.clock.now() + HOUR < Date.parse(instant))
      await api.clock.moveTo(new Date(api.clock.now() + HOUR).toISOString())
    await api.clock.moveTo(instant)
  }
  const isBack = () => {
    fcm.answer = () => ({ status: 200, body: {} })
    fcm.messages.splice(0)
  }
  const titles = () => fcm.messages.map(({ data }) => (data as { title: string }).title)
  const states = async () =>
    (
      await api.postgres.pool.query(
        `select title, answer, sent_at is not null as sent, failed_at is not null as failed
        from deliveries where channel = 'fcm' order by created_at`,
      )
    ).rows

  it('is not lost: it comes once, as it is by then', async () => {
    await until('2026-11-27T02:00:00Z')
    isBack()
    await until('2026-11-27T05:00:00Z')
    expect(titles()).toEqual(['Netflix: ₹649 in 6 days'])
    expect(await states()).toMatchObject([{ sent: true, failed: false }])
  })

  it('does not come at night', async () => {
    await until('2026-11-26T18:00:00Z')
    isBack()
    // Half past six in the morning there.
    await until('2026-11-27T01:00:00Z')
    expect(titles()).toEqual([])
    await until('2026-11-27T02:30:00Z')
    expect(titles()).toEqual(['Netflix: ₹649 in 6 days'])
  })

  it('says nothing of what was paid meanwhile', async () => {
    await until('2026-11-26T10:00:00Z')
    const here = await signedInAgain(api, person)
    const { body } = await here.get(`${person.home}/charges`)
    const ahead = body.items.find(({ state }: { state: string }) => state === 'upcoming')
    expect((await here.post(`${person.home}/charges/${ahead.id}/payments`)).status).toBe(201)
    isBack()
    await until('2026-11-26T12:00:00Z')
    expect(titles()).toEqual([])
    expect(await states()).toMatchObject([{ answer: 'It was said anew, or is over', failed: true }])
    expect((await api.postgres.pool.query('select from jobs')).rows).toEqual([])
  })

  it('says of one occasion only the latest word', async () => {
    isBack()
    await until('2026-12-01T12:00:00Z')
    fcm.answer = () => fcmError(503, 'UNAVAILABLE', { code: 'UNAVAILABLE' })
    await until('2026-12-03T03:45:00Z')
    isBack()
    await until('2026-12-03T06:00:00Z')
    expect(titles()).toEqual(['Netflix: ₹649 today'])
    expect((await states()).slice(-2)).toMatchObject([
      { title: 'Netflix: ₹649 tomorrow', failed: true },
      { title: 'Netflix: ₹649 today', sent: true },
    ])
  })
})
