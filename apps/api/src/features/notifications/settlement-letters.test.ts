import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { joins, type Person } from '../../../test/a-person.ts'
import { aSharedHome, inr, type SharedHome } from '../../../test/a-shared-home.ts'
import { aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { mailTo } from '../../../test/mailbox.ts'

describe('a settlement', () => {
  let api: Api
  let home: SharedHome
  let tara: Person
  beforeEach(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aSharedHome(api)
    const { asha, subscribe, chargesOf, pay } = home
    tara = await joins(api, await aVerifiedPerson(api, { name: 'Tara' }), asha.householdId, 'member')
    const split = { kind: 'equal', memberIds: [asha.memberId, tara.memberId] }
    await pay((await chargesOf(await subscribe({ split })))[0])
  })
  afterEach(() => api.close())

  const settle = (by: Person) => {
    const settlement = { from: tara.memberId, to: home.asha.memberId, amount: inr(15_000) }
    return by.post(`${home.asha.home}/settlements`, settlement)
  }
  const lettersTo = async ({ email }: Person) =>
    (await mailTo(api, email)).map(({ subject }) => subject).filter((subject) => subject.includes('₹'))

  it('that is undone is told to the other side', async () => {
    const { body } = await settle(home.asha)
    await home.post(`/settlements/${body.id}/undo`)
    await api.ticks.runAll()
    expect(await lettersTo(tara)).toEqual(['₹150.00 between you and Asha is open again'])
    expect(await lettersTo(home.asha)).toEqual([])
  })

  it('leaves an event in the same transaction, as every payment does, and a job for who waits for it', async () => {
    const { body } = await settle(tara)
    await home.post(`/settlements/${body.id}/undo`)
    const { rows } = await api.postgres.pool.query(
      `select e.kind, j.kind as job from events e left join jobs j on j.payload->>'eventId' = e.id::text
        where e.household_id = $1 order by recorded_at, e.kind`,
      [home.asha.householdId],
    )
    expect(rows).toEqual([
      { kind: 'money.payment', job: null },
      { kind: 'money.settlement', job: null },
      { kind: 'money.settlementUndone', job: 'event.settlement-letters' },
    ])
    await api.ticks.runAll()
    const { rows: left } = await api.postgres.pool.query('select from jobs')
    expect(left).toEqual([])
  })

  it('and its undoing are told in their order', async () => {
    const { body } = await settle(tara)
    await home.post(`/settlements/${body.id}/undo`)
    await settle(home.asha)
    await api.ticks.runAll()
    // What was undone by the time the letter is written is not asked about any more.
    expect(await lettersTo(tara)).toEqual(['₹150.00 between you and Asha is open again'])
    expect(await lettersTo(home.asha)).toEqual([])
  })
})
