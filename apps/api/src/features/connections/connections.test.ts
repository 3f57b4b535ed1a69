import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { stored } from '../../../test/stored.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const month = { count: 1, unit: 'month' }
const pack = { kind: 'mobile', renewal: 'manual', interval: { count: 28, unit: 'day' }, price: inr(29_900) }

const linesOf = async (person: Person, query = '') =>
  (await person.get(`${person.home}/lines${query}`)).body.items
const line = (person: Person, id: string) => person.get(`${person.home}/lines/${id}`)
const change = (person: Person, id: string, body: object) => person.patch(`${person.home}/lines/${id}`, body)
const remove = (person: Person, id: string) => person.send(`${person.home}/lines/${id}`, { method: 'DELETE' })

describe('the numbers of a household', () => {
  let api: Api
  let asha: Person
  let ravi: Person
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterAll(() => api.close())
  beforeEach(async () => {
    asha = await aPerson(api)
    ravi = await joins(api, await aPerson(api), asha.householdId, 'member')
  })

  const add = async (draft: object, by = asha) => {
    const answer = await by.post(`${by.home}/subscriptions`, {
      name: 'Jio 299',
      startsOn: '2026-11-20',
      ...pack,
      ...draft,
    })
    return answer
  }

  it('are one each, however they are written, and belong to the one who uses them', async () => {
    const { body: first } = await add({ line: '98765-43210', usedBy: [ravi.memberId] })
    const { body: second } = await add({
      line: '+91 98765 43210',
      name: 'Caller tune',
      usedBy: [asha.memberId],
    })
    expect(first.line).toBe('••••• ••210')
    expect(second).toMatchObject({ lineId: first.lineId, line: '••••• ••210' })
    const { body: third } = await add({ lineId: first.lineId, name: 'Third' })
    expect(third.lineId).toBe(first.lineId)
    const { body: home } = await add({
      kind: 'broadband',
      line: '9876543210',
      usedBy: [asha.memberId, ravi.memberId],
    })
    expect(home.lineId).not.toBe(first.lineId)
    expect(await linesOf(asha)).toMatchObject([
      {
        id: first.lineId,
        kind: 'mobile',
        number: '••••• ••210',
        memberId: ravi.memberId,
        visibility: 'shared',
      },
      { id: home.lineId, kind: 'broadband', memberId: null },
    ])
    expect(await linesOf(asha, '?kind=broadband')).toHaveLength(1)
    expect((await add({ name: 'Netflix' })).body).toMatchObject({ line: null, lineId: null })
  })

  it('are paged', async () => {
    for (const at of [1, 2, 3]) await add({ line: `98765 4321${at}` })
    const { body: first } = await asha.get(`${asha.home}/lines?limit=2`)
    expect(first.items).toHaveLength(2)
    const { body: rest } = await asha.get(`${asha.home}/lines?limit=2&cursor=${first.nextCursor}`)
    expect([rest.items.length, rest.nextCursor]).toEqual([1, null])
  })

  it('show base pack, booster and what was before on one timeline', async () => {
    const { body: old } = await add({ line: '98765 43210', startsOn: '2026-10-01', name: 'Jio 299' })
    const { body: now } = await add({
      lineId: old.lineId,
      name: 'Airtel Infinity',
      startsOn: '2026-11-10',
      renewal: 'automatic',
      interval: month,
      billDay: 10,
      dueDays: 15,
    })
    await asha.post(`${asha.home}/subscriptions/${now.id}/acts`, {
      act: {
        kind: 'charge',
        purpose: 'booster',
        title: '2 GB',
        amount: inr(2900),
        startsOn: '2026-11-22',
        validity: { count: 3, unit: 'day' },
      },
    })
    const [item] = await linesOf(asha)
    expect(item.runs).toMatchObject([
      {
        subscription: { id: now.id, name: 'Airtel Infinity' },
        packs: [{ purpose: 'booster', title: '2 GB', startsOn: '2026-11-22', usableUntil: '2026-11-24' }],
      },
    ])
    const { body } = await line(asha, old.lineId)
    expect(
      body.history.map(({ name, as, pack: extra, startsOn, usableUntil }: Record<string, unknown>) => [
        name,
        as,
        (extra as { title: string } | null)?.title ?? null,
        startsOn,
        usableUntil,
      ]),
    ).toEqual([
      ['Jio 299', 'prepaid', null, '2026-10-01', '2026-10-28'],
      ['Airtel Infinity', 'postpaid', null, '2026-11-10', null],
      ['Airtel Infinity', 'prepaid', '2 GB', '2026-11-22', '2026-11-24'],
    ])
    expect(body).toMatchObject({ mayManage: true, mayRemove: false, last: null })
  })

  it('that are put right are so on every subscription, in lists, on Home and in the search', async () => {
    const { body } = await add({ line: '98765 43210', usedBy: [asha.memberId] })
    await add({ line: '98765 11111' })
    const list = () => asha.get(`${asha.home}/subscriptions`)
    expect((await list()).body.items[0].line).toBe('••••• ••210')
    const taken = await change(asha, body.lineId, { number: '098765 11111' })
    expect([taken.status, taken.body.code, taken.body.errors[0].pointer]).toEqual([
      409,
      'line-taken',
      '/number',
    ])
    const changed = await change(asha, body.lineId, {
      number: '98765 43987',
      name: 'Papa',
      memberId: ravi.memberId,
    })
    expect(changed.body).toMatchObject({
      number: '••••• ••987',
      name: 'Papa',
      memberId: ravi.memberId,
      revision: 2,
    })
    const { body: after } = await asha.get(`${asha.home}/subscriptions/${body.id}`)
    expect(after).toMatchObject({ line: '••••• ••987', lineId: body.lineId })
    expect((await list()).body.items.map((one: { line: string }) => one.line)).toContain('••••• ••987')
    expect((await asha.get(`${asha.home}/subscriptions?q=987`)).body.items).toHaveLength(1)
    expect(JSON.stringify((await asha.get(`${asha.home}/overview`)).body)).not.toContain('210')
    const again = await add({ line: '9876543987', name: 'Again' })
    expect(again.body.lineId).toBe(body.lineId)
  })

  it('are changed on the revision that was seen, and of people of the household', async () => {
    const { body } = await add({ line: '98765 43210' })
    const path = `${asha.home}/lines/${body.lineId}`
    await asha.patch(path, { name: 'One' }, { 'If-Match': '"1"' })
    const stale = await asha.patch(path, { name: 'Other' }, { 'If-Match': '"1"' })
    expect([stale.status, stale.body.code, stale.body.current.name]).toEqual([412, 'stale-revision', 'One'])
    const before = await stored(api)
    const stranger = await aPerson(api)
    const foreign = await stored(api)
    const unknown = await asha.patch(path, { memberId: stranger.memberId })
    expect([unknown.status, unknown.body.code, unknown.body.errors[0].pointer]).toEqual([
      422,
      'unknown-member',
      '/memberId',
    ])
    expect((await asha.patch(path, { number: '  ' })).status).toBe(400)
    expect((await asha.patch(path, { kind: 'tv' })).status).toBe(400)
    expect(await stored(api)).toEqual(foreign)
    expect(before).not.toEqual(foreign)
  })

  it('are seen in full by who manages them, and each look is written down', async () => {
    const { body } = await add({ line: '+91 98765-43210', usedBy: [asha.memberId] })
    const number = (person: Person) => person.get(`${person.home}/lines/${body.lineId}/number`)
    expect((await number(asha)).body).toEqual({ number: '+91 98765-43210' })
    expect((await asha.get('/v1/me/audit')).body.items[0].event).toBe('line-number-seen')
    expect((await number(ravi)).status).toBe(403)
    expect((await change(ravi, body.lineId, { name: 'Mine' })).status).toBe(403)
    expect((await line(ravi, body.lineId)).body).toMatchObject({ mayManage: false, number: '••••• ••210' })
    // Whose it is may manage it, and so may who looks after all that is on it.
    await change(asha, body.lineId, { memberId: ravi.memberId })
    expect((await number(ravi)).status).toBe(200)
    await change(asha, body.lineId, { memberId: null })
    expect((await number(ravi)).status).toBe(403)
    await asha.patch(`${asha.home}/subscriptions/${body.id}`, { managedBy: ravi.memberId })
    expect((await number(ravi)).status).toBe(200)
  })

  it('are removed once nothing is on them: what served them keeps its text', async () => {
    const { body } = await add({ line: '98765 43210' })
    const refused = await remove(asha, body.lineId)
    expect([refused.status, refused.body.code]).toEqual([409, 'in-use'])
    await asha.post(`${asha.home}/subscriptions/${body.id}/cancel`, { when: 'now' })
    expect((await linesOf(asha))[0]).toMatchObject({ runs: [], last: { name: 'Jio 299' } })
    expect((await remove(ravi, body.lineId)).status).toBe(403)
    expect((await remove(asha, body.lineId)).status).toBe(204)
    expect((await remove(asha, body.lineId)).status).toBe(404)
    const { body: after } = await asha.get(`${asha.home}/subscriptions/${body.id}`)
    expect(after).toMatchObject({ line: '••••• ••210', lineId: null })
  })

  it('do not serve what was added by mistake', async () => {
    const { body } = await add({ line: '98765 43210' })
    const act = (kind: string) => asha.post(`${asha.home}/subscriptions/${body.id}/acts`, { act: { kind } })
    expect((await act('withdraw')).status).toBe(200)
    expect((await line(asha, body.lineId)).body).toMatchObject({
      runs: [],
      last: null,
      history: [],
      mayRemove: true,
    })
    expect((await act('undo')).status).toBe(200)
    expect((await line(asha, body.lineId)).body.runs).toHaveLength(1)
  })

  it('are chosen for a subscription of their kind, one way only', async () => {
    const { body } = await add({ line: '98765 43210' })
    const stranger = await aPerson(api)
    const theirs = await add({ line: '98765 43210' }, stranger)
    const before = await stored(api)
    for (const [draft, status, code] of [
      [{ lineId: theirs.body.lineId }, 422, 'unknown-line'],
      [{ lineId: body.lineId, kind: 'tv' }, 422, 'unknown-line'],
      [{ lineId: body.lineId, line: '98765 43210' }, 400, 'invalid-input'],
    ] as const) {
      const refused = await add(draft)
      expect([refused.status, refused.body.code, refused.body.errors[0].pointer]).toEqual([
        status,
        code,
        '/lineId',
      ])
    }
    expect(await stored(api)).toEqual(before)
  })

  it('are changed on a subscription too: one that it left, and that nobody named, goes', async () => {
    const { body } = await add({ line: '98765 43210' })
    const path = `${asha.home}/subscriptions/${body.id}`
    const { body: moved } = await asha.patch(path, { line: '98765 43211' })
    expect(moved.lineId).not.toBe(body.lineId)
    expect((await linesOf(asha)).map(({ id }: { id: string }) => id)).toEqual([moved.lineId])
    await change(asha, moved.lineId, { name: 'Papa' })
    const { body: none } = await asha.patch(path, { line: '' })
    expect(none).toMatchObject({ line: null, lineId: null })
    expect(await linesOf(asha)).toMatchObject([{ id: moved.lineId, runs: [], last: null }])
    const { body: back } = await asha.patch(path, { lineId: moved.lineId })
    expect(back).toMatchObject({ lineId: moved.lineId, line: '••••• ••211' })
    // Of another kind it is another number.
    const { body: other } = await asha.patch(path, { kind: 'broadband' })
    expect(other.lineId).not.toBe(moved.lineId)
    expect(await linesOf(asha, '?kind=broadband')).toMatchObject([
      { runs: [{ subscription: { id: body.id } }] },
    ])
  })

  it('are made once where two subscriptions come at once, and the same when one is sent again', async () => {
    const key = { 'Idempotency-Key': 'one-and-the-same-key' }
    const draft = { name: 'Jio', startsOn: '2026-11-20', ...pack, line: '98765 43210' }
    const made = await Promise.all([
      asha.post(`${asha.home}/subscriptions`, draft),
      asha.post(`${asha.home}/subscriptions`, draft),
      asha.post(`${asha.home}/subscriptions`, draft, key),
      asha.post(`${asha.home}/subscriptions`, draft, key),
    ])
    expect(new Set(made.map(({ body }) => body.lineId)).size).toBe(1)
    expect(await linesOf(asha)).toHaveLength(1)
    const put = async (idempotency: string) => {
      const path = `${asha.home}/lines/${made[0]?.body.lineId}`
      return (await asha.patch(path, { name: 'Papa' }, { 'Idempotency-Key': idempotency })).body.revision
    }
    expect([await put('naming-it-the-first'), await put('naming-it-the-first')]).toEqual([2, 2])
  })
})

describe('a number that moves to another provider', () => {
  let api: Api
  let asha: Person
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterAll(() => api.close())
  beforeEach(async () => void (asha = await aPerson(api)))

  const add = (draft: object, headers: Record<string, string> = {}) =>
    asha.post(
      `${asha.home}/subscriptions`,
      { name: 'Airtel 349', startsOn: '2026-11-23', ...pack, ...draft },
      headers,
    )
  const read = async (path: string) => (await asha.get(`${asha.home}${path}`)).body

  it('keeps its history: the new one begins, the old one stops by an act that can be undone', async () => {
    const { body: old } = await add({ name: 'Jio 299', startsOn: '2026-11-10', line: '98765 43210' })
    const replaces = { subscriptionId: old.id, how: 'now' }
    const key = { 'Idempotency-Key': 'moving-to-airtel-once' }
    const moved = await add({ lineId: old.lineId, replaces }, key)
    expect([moved.status, moved.body.lineId]).toEqual([201, old.lineId])
    expect((await add({ lineId: old.lineId, replaces }, key)).body.id).toBe(moved.body.id)
    const { history, runs } = await read(`/lines/${old.lineId}`)
    expect(
      history.map(({ name, startsOn, usableUntil }: Record<string, unknown>) => [
        name,
        startsOn,
        usableUntil,
      ]),
    ).toEqual([
      ['Jio 299', '2026-11-10', '2026-11-22'],
      ['Airtel 349', '2026-11-23', null],
    ])
    expect(runs.map(({ subscription }: { subscription: { id: string } }) => subscription.id)).toEqual([
      moved.body.id,
    ])
    const before = await read(`/subscriptions/${old.id}`)
    expect([before.status, before.cancelledOn, before.acts[0].kind]).toEqual([
      'expired',
      '2026-11-23',
      'cancelled',
    ])
    const undone = await asha.post(`${asha.home}/subscriptions/${old.id}/acts`, { act: { kind: 'undo' } })
    expect(undone.body.status).toBe('active')
    expect((await read(`/lines/${old.lineId}`)).runs).toHaveLength(2)
  })

  it('begins on a later day while the old one runs to the end of what is paid', async () => {
    const { body: old } = await add({
      name: 'Jio postpaid',
      startsOn: '2026-11-10',
      renewal: 'automatic',
      interval: month,
      line: '98765 43210',
    })
    const replaces = { subscriptionId: old.id, how: 'atPeriodEnd' }
    const { body: later } = await add({ startsOn: '2026-12-10', lineId: old.lineId, replaces })
    expect(later.status).toBe('scheduled')
    const { history, runs } = await read(`/lines/${old.lineId}`)
    expect(
      history.map(({ status, startsOn, usableUntil }: Record<string, unknown>) => [
        status,
        startsOn,
        usableUntil,
      ]),
    ).toEqual([
      ['cancelled', '2026-11-10', '2026-12-09'],
      ['scheduled', '2026-12-10', null],
    ])
    expect(runs).toHaveLength(2)
  })

  it('ends a pack that had stopped already', async () => {
    const { body: old } = await add({ name: 'Jio 299', startsOn: '2026-10-10', line: '98765 43210' })
    const { body: moved } = await add({
      lineId: old.lineId,
      replaces: { subscriptionId: old.id, how: 'ended' },
    })
    expect((await read(`/subscriptions/${old.id}`)).acts[0].kind).toBe('ended')
    expect((await read(`/lines/${old.lineId}`)).runs[0].subscription.id).toBe(moved.id)
  })

  it('is refused whole where the old one cannot stop like that or is not there', async () => {
    const { body: old } = await add({ name: 'Jio 299', startsOn: '2026-11-10', line: '98765 43210' })
    const theirs = await aPerson(api)
    const { body: foreign } = await theirs.post(`${theirs.home}/subscriptions`, {
      name: 'Jio',
      startsOn: '2026-11-10',
      ...pack,
    })
    const before = await stored(api)
    const running = await add({ line: '98765 99999', replaces: { subscriptionId: old.id, how: 'ended' } })
    expect([running.status, running.body.code]).toEqual([409, 'illegal-transition'])
    const unknown = await add({ line: '98765 99999', replaces: { subscriptionId: foreign.id, how: 'now' } })
    expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([400, '/replaces/subscriptionId'])
    expect(await stored(api)).toEqual(before)
  })
})
