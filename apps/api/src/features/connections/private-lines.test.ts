import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'

const draft = {
  name: 'Second phone',
  kind: 'mobile',
  startsOn: '2026-11-20',
  interval: { count: 1, unit: 'month' },
  price: { amount: 29_900, currency: 'INR' },
}

const add = async (by: Person, more: object = {}) =>
  (await by.post(`${by.home}/subscriptions`, { ...draft, line: '98765 43210', ...more })).body
const linesOf = async (person: Person) => (await person.get(`${person.home}/lines`)).body.items
const statusOf = async (person: Person, id: string) => (await person.get(`${person.home}/lines/${id}`)).status
const lines = async (person: Person) =>
  (await person.get('/v1/me/export')).body.households
    .flatMap((one: { lines: object[] }) => one.lines)
    .map(({ number }: { number: string }) => number)

describe('a number with only private subscriptions on it', () => {
  let api: Api
  let asha: Person
  let ravi: Person
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterAll(() => api.close())
  beforeEach(async () => {
    asha = await aPerson(api)
    ravi = await joins(api, await aPerson(api), asha.householdId, 'manager')
  })

  const hidden = { visibility: 'private' }

  it('is seen by its owner alone, and nobody finds out by a refusal', async () => {
    const secret = await add(asha, hidden)
    expect(await linesOf(asha)).toMatchObject([
      { id: secret.lineId, visibility: 'private', memberId: asha.memberId },
    ])
    expect(await linesOf(ravi)).toEqual([])
    const path = `${ravi.home}/lines/${secret.lineId}`
    for (const answer of [
      await ravi.get(path),
      await ravi.get(`${path}/number`),
      await ravi.patch(path, { name: 'Found' }),
      await ravi.send(path, { method: 'DELETE' }),
    ])
      expect(answer.status).toBe(404)
    expect((await ravi.post(`${ravi.home}/subscriptions`, { ...draft, lineId: secret.lineId })).status).toBe(
      422,
    )
    // The same number of somebody else is another line, and put right to it is not taken.
    const open = await add(ravi, { line: '98765 11111' })
    const changed = await ravi.patch(`${ravi.home}/lines/${open.lineId}`, { number: '98765 43210' })
    expect(changed.status).toBe(200)
    expect(open.lineId).not.toBe(secret.lineId)
    expect((await linesOf(ravi)).map(({ id }: { id: string }) => id)).toEqual([open.lineId])
  })

  it('holds for each reader only what they may see', async () => {
    const shared = await add(asha)
    const secret = await add(asha, { ...hidden, name: 'Secret pack' })
    expect(secret.lineId).toBe(shared.lineId)
    const seen = async (person: Person) => {
      const { body } = await person.get(`${person.home}/lines/${shared.lineId}`)
      return [body.runs.length, body.history.map(({ name }: { name: string }) => name)]
    }
    const [count, names] = await seen(asha)
    expect([count, names.toSorted()]).toEqual([2, ['Second phone', 'Secret pack']])
    expect(await seen(ravi)).toEqual([1, ['Second phone']])
  })

  it('disappears for the others when what was shared on it is made private, ends by mistake or comes back', async () => {
    const { id, lineId } = await add(asha)
    expect(await statusOf(ravi, lineId)).toBe(200)
    const path = `${asha.home}/subscriptions/${id}`
    expect((await asha.patch(path, hidden)).body.lineId).toBe(lineId)
    expect([await statusOf(ravi, lineId), await statusOf(asha, lineId)]).toEqual([404, 200])
    await asha.post(`${path}/acts`, { act: { kind: 'withdraw' } })
    expect([await statusOf(ravi, lineId), await linesOf(ravi)]).toEqual([404, []])
    await asha.post(`${path}/acts`, { act: { kind: 'undo' } })
    await asha.patch(path, { visibility: 'shared' })
    expect(await statusOf(ravi, lineId)).toBe(200)
  })

  it('that everybody knew once is not taken, and what is put on it anew tells nothing of it', async () => {
    const { id, lineId } = await add(asha)
    const path = `${asha.home}/subscriptions/${id}`
    await asha.patch(`${asha.home}/lines/${lineId}`, { name: 'Papa' })
    await asha.patch(path, hidden)
    const open = await add(ravi, { line: '98765 11111' })
    const taken = await ravi.patch(`${ravi.home}/lines/${open.lineId}`, { number: '+91 98765 43210' })
    expect([taken.status, taken.body.name]).toEqual([200, null])
    await ravi.patch(`${ravi.home}/lines/${open.lineId}`, { number: '98765 11111' })
    const same = await add(ravi)
    expect(same.lineId).not.toBe(lineId)
    expect((await ravi.get(`${ravi.home}/lines/${same.lineId}`)).body).toMatchObject({
      name: null,
      history: [{ subscriptionId: same.id }],
    })
    expect([await statusOf(ravi, lineId), await statusOf(asha, lineId)]).toEqual([404, 200])
    expect((await asha.get(path)).body.lineId).toBe(lineId)
  })

  it('is each owner’s own where several have something private on it', async () => {
    const shared = await add(asha)
    const [hers, his] = [await add(asha, hidden), await add(ravi, hidden)]
    expect([hers.lineId, his.lineId]).toEqual([shared.lineId, shared.lineId])
    await asha.patch(`${asha.home}/subscriptions/${shared.id}`, hidden)
    const open = await add(ravi, { line: '98765 11111' })
    await ravi.patch(`${ravi.home}/lines/${open.lineId}`, { number: '98765 43210' })
    const seenBy = async (person: Person, { id }: { id: string }) =>
      statusOf(person, (await person.get(`${person.home}/subscriptions/${id}`)).body.lineId)
    expect([await seenBy(asha, hers), await seenBy(ravi, his)]).toEqual([200, 200])
    const own = (await ravi.get(`${ravi.home}/subscriptions/${his.id}`)).body.lineId
    expect(await statusOf(asha, own)).toBe(404)
  })

  it('becomes everybody’s with the first shared subscription of its owner', async () => {
    const secret = await add(asha, hidden)
    const shared = await add(asha, { lineId: secret.lineId, line: undefined })
    expect(shared.lineId).toBe(secret.lineId)
    expect(await linesOf(ravi)).toMatchObject([
      { id: secret.lineId, visibility: 'shared', runs: [{ subscription: { id: shared.id } }] },
    ])
  })

  it('goes with the one who leaves, and what was theirs of what is shared is nobody’s', async () => {
    const secret = await add(ravi, { ...hidden, line: '98765 22222' })
    const open = await add(ravi, { usedBy: [ravi.memberId] })
    expect((await linesOf(asha))[0].memberId).toBe(ravi.memberId)
    await ravi.post(`${ravi.home}/leave`, { acceptOpenBalance: true })
    const { rows } = await api.postgres.pool.query(
      'select id, member_id from lines where household_id = $1',
      [asha.householdId],
    )
    expect(rows).toEqual([{ id: open.lineId, member_id: null }])
    expect(secret.lineId).not.toBe(open.lineId)
  })

  it('goes with the one who leaves although everybody knew it once', async () => {
    const { id } = await add(ravi, { line: '98765 22222' })
    await ravi.patch(`${ravi.home}/subscriptions/${id}`, hidden)
    await ravi.post(`${ravi.home}/leave`, { acceptOpenBalance: true })
    expect(await linesOf(asha)).toEqual([])
  })

  it('is in the export of who knows it, as everything that is theirs', async () => {
    await add(asha, { ...hidden, line: '98765 22222' })
    await add(asha, { line: '98765 33333', usedBy: [ravi.memberId] })
    expect(await lines(asha)).toEqual(['98765 22222'])
    expect(await lines(ravi)).toEqual(['98765 33333'])
  })

  it('goes with its household', async () => {
    const owner = await aPerson(api)
    await add(owner, hidden)
    await add(owner, { line: '98765 33333' })
    expect((await owner.send(owner.home, { method: 'DELETE' })).status).toBe(204)
    const { rows } = await api.postgres.pool.query('select from lines where household_id = $1', [
      owner.householdId,
    ])
    expect(rows).toEqual([])
  })

  it('follows two entries that are one person', async () => {
    const { id } = (await asha.post(`${asha.home}/members`, { name: 'Ravi again' })).body
    const { lineId } = await add(asha, { usedBy: [id] })
    const merged = await asha.post(`${asha.home}/members/${id}/merge`, { into: ravi.memberId })
    expect(merged.status).toBe(200)
    expect((await asha.get(`${asha.home}/lines/${lineId}`)).body.memberId).toBe(ravi.memberId)
  })
})
