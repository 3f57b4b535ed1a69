import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { joins, type Person } from '../../../test/a-person.ts'
import { aSharedHome, inr, type SharedHome } from '../../../test/a-shared-home.ts'
import { aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { INDIA, lettersOf, signedInAgain } from '../../../test/reminded.ts'

const DAY = 86_400_000

describe('a request to settle up', () => {
  let api: Api
  let home: SharedHome
  let tara: Person
  /** Tara owes Asha half of a charge, at half past eleven in India. */
  beforeEach(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aSharedHome(api)
    const { asha, subscribe, chargesOf, pay } = home
    tara = await joins(api, await aVerifiedPerson(api, { name: 'Tara' }), asha.householdId, 'member')
    const split = { kind: 'equal', memberIds: [asha.memberId, tara.memberId] }
    await pay((await chargesOf(await subscribe({ split })))[0])
  })
  afterEach(() => api.close())

  const ask = (body: object, by: Person = home.asha) =>
    by.post(`${home.asha.home}/settlement-requests`, { currency: 'INR', ...body })
  const asks = async () =>
    (await lettersOf(api, tara.email, INDIA))
      .map(({ subject }) => subject)
      .filter((subject) => subject.includes('asks'))
  const later = (ms: number) => api.clock.moveTo(new Date(api.clock.now() + ms).toISOString())
  const owed = async () => (await home.asha.get(`${home.asha.home}/balances`)).body.transfers[0].amount.amount

  it('is told at once, with how much, and leads to where it is settled', async () => {
    const amount = await owed()
    const { status, body } = await ask({ from: tara.memberId })
    expect([status, body]).toEqual([
      201,
      { id: expect.any(String), from: tara.memberId, currency: 'INR', askedOn: '2026-11-23' },
    ])
    await api.ticks.runAll()
    expect(await asks()).toEqual([`Asha asks you to settle ₹${amount / 100}`])
    const { body: inbox } = await tara.get('/v1/inbox')
    expect(inbox.items[0].parts[0]).toMatchObject({
      kind: 'settleUp',
      text: expect.stringContaining('You owe'),
    })
    const { body: mine } = await home.asha.get(`${home.asha.home}/settlement-requests`)
    expect(mine.items).toEqual([body])
    expect((await tara.get(`${home.asha.home}/settlement-requests`)).body.items).toEqual([])
  })

  it('waits for the end of quiet hours, and says nothing of what was settled by then', async () => {
    const amount = inr(await owed())
    await later(12 * 3_600_000)
    await ask({ from: tara.memberId }, await signedInAgain(api, home.asha))
    await api.ticks.runAll()
    expect(await asks()).toEqual([])
    const settlement = { from: tara.memberId, to: home.asha.memberId, amount }
    const here = await signedInAgain(api, tara)
    expect((await here.post(`${home.asha.home}/settlements`, settlement)).status).toBe(201)
    await later(12 * 3_600_000)
    expect(await asks()).toEqual([])
  })

  it('is the same one for three days, and another message then', async () => {
    const [first, second, third] = [
      await ask({ from: tara.memberId }),
      ...(await Promise.all([ask({ from: tara.memberId }), ask({ from: tara.memberId })])),
    ]
    expect([second?.body, third?.body]).toEqual([first.body, first.body])
    await api.ticks.runAll()
    expect(await asks()).toHaveLength(1)
    await later(3 * DAY + 60_000)
    const asha = await signedInAgain(api, home.asha)
    expect((await asha.get(`${home.asha.home}/settlement-requests`)).body.items).toEqual([])
    expect((await ask({ from: tara.memberId }, asha)).status).toBe(201)
    await api.ticks.runAll()
    expect(await asks()).toHaveLength(2)
  })

  it('is of somebody who owes, and can be told', async () => {
    const none = await ask({ from: home.asha.memberId }, tara)
    expect([none.status, none.body.code]).toEqual([422, 'amount-out-of-range'])
    const self = await ask({ from: home.asha.memberId })
    expect([self.status, self.body.code]).toEqual([422, 'unknown-member'])
    const child = await home.post('/members', { name: 'Meera' })
    const silent = await ask({ from: child.body.id })
    expect([silent.status, silent.body.code]).toEqual([422, 'unknown-member'])
    const stranger = await ask({ from: tara.memberId }, await aVerifiedPerson(api))
    expect(stranger.status).toBe(404)
  })
})
