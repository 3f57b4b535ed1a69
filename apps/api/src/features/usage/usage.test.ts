import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { inr } from '../../../test/a-shared-home.ts'
import { startApi, type Api } from '../../../test/harness.ts'

const month = { count: 1, unit: 'month' }
const netflix = { name: 'Netflix', kind: 'ott', startsOn: '2026-09-01', interval: month, price: inr(64_900) }
const fibre = {
  name: 'Fibre',
  kind: 'broadband',
  startsOn: '2026-11-01',
  interval: month,
  price: inr(99_900),
}

describe('notes of use', () => {
  let api: Api
  let asha: Person
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    asha = await aPerson(api)
  })
  afterAll(() => api.close())

  const subscribe = async (draft: object, who = asha): Promise<string> => {
    const { status, body } = await who.post(`${who.home}/subscriptions`, draft)
    expect(status, JSON.stringify(body)).toBe(201)
    return body.id
  }
  const note = (id: string, body: object, who = asha) =>
    who.post(`${asha.home}/subscriptions/${id}/usage`, body)
  const noted = async (id: string, body: object, who = asha) => {
    const answer = await note(id, body, who)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body
  }
  const notesOf = async (id: string, query = '') =>
    (await asha.get(`${asha.home}/subscriptions/${id}/usage${query}`)).body
  const summary = async (id: string, who = asha) =>
    (await who.get(`${asha.home}/subscriptions/${id}/usage/summary`)).body
  const correct = (id: string, body: object, revision?: number) =>
    asha.patch(
      `${asha.home}/usage/${id}`,
      body,
      revision === undefined ? {} : { 'If-Match': `"${revision}"` },
    )

  it('come with the latest day first, a page at a time', async () => {
    const id = await subscribe(netflix)
    for (const on of ['2026-11-02', '2026-11-20', '2026-10-05'])
      await noted(id, { kind: 'hours', on, amount: 60 })
    const today = await noted(id, { kind: 'used', amount: 1 })
    expect(today).toMatchObject({
      subscriptionId: id,
      revision: 1,
      kind: 'used',
      on: '2026-11-23',
      covers: 'day',
      since: '2026-11-23',
      amount: 1,
      notedBy: asha.memberId,
      removed: false,
      mayChange: true,
    })
    const first = await notesOf(id, '?limit=3')
    expect(first.items.map(({ on }: { on: string }) => on)).toEqual([
      '2026-11-23',
      '2026-11-20',
      '2026-11-02',
    ])
    const rest = await notesOf(id, `?limit=3&cursor=${first.nextCursor}`)
    expect(rest.items.map(({ on }: { on: string }) => on)).toEqual(['2026-10-05'])
    expect(rest.nextCursor).toBeNull()
  })

  it('stand against the cap that the household typed, with the rest and the rate', async () => {
    const id = await subscribe({ ...fibre, allowances: [{ kind: 'data', amount: 102_400, per: 'month' }] })
    await noted(id, { kind: 'data', on: '2026-11-02', amount: 1024 })
    const meter = await noted(id, { kind: 'data', on: '2026-11-20', covers: 'soFar', amount: 81_920 })
    expect(meter.since).toBe('2026-11-01')
    expect((await summary(id)).allowances).toEqual([
      {
        kind: 'data',
        amount: 102_400,
        per: 'month',
        source: 'own',
        startsOn: '2026-11-01',
        endsOn: '2026-12-01',
        used: 81_920,
        left: 20_480,
        percent: 80,
        knownUntil: '2026-11-20',
        expected: 122_880,
        state: 'near',
      },
    ])
    await noted(id, { kind: 'data', amount: 20_481 })
    const [over] = (await summary(id)).allowances
    expect(over).toMatchObject({
      used: 102_401,
      left: 0,
      percent: 100,
      state: 'over',
      knownUntil: '2026-11-23',
    })
  })

  it('stand against what the plan says, until the household says otherwise', async () => {
    const id = await subscribe({ planId: 'jio-in-pre-299-28d', startsOn: '2026-11-20' })
    await noted(id, { kind: 'data', amount: 1000 })
    await noted(id, { kind: 'data', on: '2026-11-22', amount: 1500 })
    const kinds = async () =>
      (await summary(id)).allowances.map(
        ({ kind, amount, per, source, used }: Record<string, string | number | null>) =>
          `${kind} ${used}/${amount} ${per} ${source}`,
      )
    expect(await kinds()).toEqual([
      'data 1000/1536 day plan',
      'calls 0/null period plan',
      'messages 0/100 day plan',
    ])
    const path = `${asha.home}/subscriptions/${id}`
    const own = { allowances: [{ kind: 'data', amount: 10_240, per: 'period' }] }
    expect((await asha.patch(path, own)).body.allowances).toEqual(own.allowances)
    expect((await kinds())[0]).toBe('data 2500/10240 period own')
    expect((await asha.patch(path, { allowances: [] })).status).toBe(200)
    expect((await kinds())[0]).toBe('data 1000/1536 day plan')
  })

  it('know the monthly cap of a home line of the catalogue, however long it is paid ahead', async () => {
    const plan = {
      planId: 'act-in-chennai-basic',
      startsOn: '2026-08-15',
      interval: { count: 12, unit: 'month' },
    }
    const id = await subscribe({ ...plan, price: inr(1_000_000) })
    const [cap] = (await summary(id)).allowances
    expect(cap).toMatchObject({
      kind: 'data',
      amount: 3300 * 1024,
      per: 'month',
      source: 'plan',
      startsOn: '2026-11-15',
      endsOn: '2026-12-15',
    })
  })

  it('say what a use cost, by the charges of the days', async () => {
    const id = await subscribe(netflix)
    expect((await summary(id)).cost).toBeNull()
    await noted(id, { kind: 'hours', on: '2026-11-01', amount: 90 })
    await noted(id, { kind: 'hours', on: '2026-11-23', amount: 30 })
    // 23 of the 30 days of November: ₹497.57 for two hours.
    expect(await summary(id)).toMatchObject({
      cost: {
        from: '2026-11-01',
        until: '2026-11-24',
        cost: inr(49_757),
        perUse: { count: 2, each: inr(24_878) },
        perHour: { count: 120, each: inr(24_878) },
        perGigabyte: null,
      },
      usedThisMonth: true,
      lastUsedOn: '2026-11-23',
      unusedDays: null,
    })
  })

  it('are put right on their revision, removed and brought back', async () => {
    const id = await subscribe(netflix)
    const made = await noted(id, { kind: 'hours', on: '2026-11-02', amount: 600 })
    const right = await correct(made.id, { amount: 60, on: '2026-11-03' }, 1)
    expect([right.status, right.headers.get('etag')]).toEqual([200, '"2"'])
    expect(right.body).toMatchObject({ amount: 60, on: '2026-11-03', since: '2026-11-03', revision: 2 })
    const stale = await correct(made.id, { amount: 70 }, 1)
    expect([stale.status, stale.body.code, stale.body.current.amount]).toEqual([412, 'stale-revision', 60])
    expect((await correct(made.id, { removed: true }, 2)).body.removed).toBe(true)
    expect((await notesOf(id)).items).toEqual([])
    expect((await notesOf(id, '?state=removed')).items).toHaveLength(1)
    expect((await summary(id)).lastUsedOn).toBeNull()
    expect((await correct(made.id, { removed: false }, 3)).body).toMatchObject({ amount: 60, removed: false })
    expect((await summary(id)).lastUsedOn).toBe('2026-11-03')
  })

  it('can be removed although their subscription was said to begin later', async () => {
    const id = await subscribe(netflix)
    const made = await noted(id, { kind: 'hours', on: '2026-09-02', amount: 60 })
    const path = `${asha.home}/subscriptions/${id}/acts`
    const { name: _, kind: __, ...terms } = netflix
    const act = { kind: 'correct', ...terms, startsOn: '2026-10-01', pastPeriods: 'unpaid' }
    expect((await asha.post(path, { act })).status).toBe(200)
    expect((await correct(made.id, { amount: 90 })).body.code).toBe('date-out-of-range')
    expect((await correct(made.id, { removed: true })).status).toBe(200)
  })

  it.each([
    [{ kind: 'data', amount: 5 }, 422, 'unfit-usage', '/kind'],
    [{ kind: 'hours', amount: 5, covers: 'soFar' }, 422, 'unfit-usage', '/covers'],
    [{ kind: 'hours', amount: 14_401 }, 422, 'amount-out-of-range', '/amount'],
    [{ kind: 'used', amount: 2 }, 422, 'amount-out-of-range', '/amount'],
    [{ kind: 'hours', amount: 5, on: '2026-11-24' }, 422, 'date-out-of-range', '/on'],
    [{ kind: 'hours', amount: 5, on: '2026-08-31' }, 422, 'date-out-of-range', '/on'],
    [{ kind: 'hours', amount: -1 }, 400, 'invalid-input', '/amount'],
    [{ kind: 'hours', amount: 0.5 }, 400, 'invalid-input', '/amount'],
    [{ kind: 'data', amount: 1_000_000_001 }, 400, 'invalid-input', '/amount'],
    [{ kind: 'sleep', amount: 1 }, 400, 'invalid-input', '/kind'],
    [{ kind: 'hours', amount: 1, on: '2026-02-30' }, 400, 'invalid-input', '/on'],
  ])('are refused as %j, and then nothing is kept', async (body, status, code, pointer) => {
    const id = await subscribe(netflix)
    const refused = await note(id, body)
    expect([refused.status, refused.body.code, refused.body.errors[0].pointer]).toEqual([
      status,
      code,
      pointer,
    ])
    expect((await notesOf(id)).items).toEqual([])
  })

  it('of a meter are refused where no pack runs, and any after the end', async () => {
    const pack = { ...fibre, kind: 'mobile', renewal: 'manual', interval: { count: 10, unit: 'day' } }
    const id = await subscribe(pack)
    const meter = await note(id, { kind: 'data', amount: 5, covers: 'soFar' })
    expect([meter.status, meter.body.errors[0].pointer]).toEqual([422, '/on'])
    const gone = await subscribe(netflix)
    await asha.post(`${asha.home}/subscriptions/${gone}/cancel`, { when: 'now' })
    expect((await note(gone, { kind: 'hours', amount: 5 })).body.code).toBe('date-out-of-range')
    expect((await note(gone, { kind: 'hours', amount: 5, on: '2026-11-22' })).status).toBe(201)
  })

  it.each([
    [[{ kind: 'data', amount: 5, per: 'period' }], 422, 'unfit-usage', '/allowances/0/kind'],
    [[{ kind: 'data', amount: 0, per: 'period' }], 400, 'invalid-input', '/allowances/0/amount'],
    [
      [
        { kind: 'data', amount: 5, per: 'period' },
        { kind: 'data', amount: 6, per: 'day' },
      ],
      400,
      'invalid-input',
      '/allowances',
    ],
  ])('have no allowance like %j of a streaming service', async (allowances, status, code, pointer) => {
    const id = await subscribe(netflix)
    for (const refused of [
      await asha.patch(`${asha.home}/subscriptions/${id}`, { allowances }),
      await asha.post(`${asha.home}/subscriptions`, { ...netflix, allowances }),
    ])
      expect([refused.status, refused.body.code, refused.body.errors[0].pointer]).toEqual([
        status,
        code,
        pointer,
      ])
    expect((await asha.get(`${asha.home}/subscriptions/${id}`)).body.allowances).toEqual([])
  })

  it('of what was added by mistake are closed, and come back with it', async () => {
    const id = await subscribe(netflix)
    const made = await noted(id, { kind: 'hours', amount: 60 })
    const acts = `${asha.home}/subscriptions/${id}/acts`
    expect((await asha.post(acts, { act: { kind: 'withdraw' } })).status).toBe(200)
    expect((await note(id, { kind: 'hours', amount: 60 })).body.code).toBe('illegal-transition')
    expect((await correct(made.id, { removed: true })).body.code).toBe('illegal-transition')
    expect((await asha.post(acts, { act: { kind: 'undo' } })).status).toBe(200)
    expect((await notesOf(id)).items).toHaveLength(1)
    expect((await correct(made.id, { removed: true })).status).toBe(200)
  })

  describe('of a shared household', () => {
    let member: Person
    let viewer: Person
    beforeAll(async () => {
      member = await joins(api, await aPerson(api), asha.householdId, 'member')
      viewer = await joins(api, await aPerson(api), asha.householdId, 'viewer')
    })

    it('are made by who uses or manages it, and put right by them', async () => {
      const others = await subscribe(netflix)
      const used = await subscribe({ ...netflix, usedBy: [asha.memberId, member.memberId] })
      expect((await note(others, { kind: 'hours', amount: 5 }, member)).status).toBe(403)
      expect((await note(used, { kind: 'hours', amount: 5 }, viewer)).status).toBe(403)
      const own = await noted(used, { kind: 'hours', amount: 5 }, member)
      const ashas = await noted(used, { kind: 'hours', amount: 7 })
      const put = (who: Person, id: string) => who.patch(`${asha.home}/usage/${id}`, { amount: 6 })
      expect((await put(member, own.id)).status).toBe(200)
      expect((await put(member, ashas.id)).body.code).toBe('forbidden')
      expect((await put(asha, own.id)).status).toBe(200)
      expect((await summary(used, viewer)).mayNote).toBe(false)
      expect((await summary(used, member)).mayNote).toBe(true)
      expect((await viewer.get(`${asha.home}/usage/${own.id}`)).body.mayChange).toBe(false)
    })

    it('are nowhere for others where the subscription is private', async () => {
      const id = await subscribe({ ...netflix, visibility: 'private' }, member)
      const made = await noted(id, { kind: 'hours', amount: 5 }, member)
      for (const path of [
        `subscriptions/${id}/usage`,
        `subscriptions/${id}/usage/summary`,
        `usage/${made.id}`,
      ])
        expect((await asha.get(`${asha.home}/${path}`)).status).toBe(404)
      expect((await note(id, { kind: 'hours', amount: 5 })).status).toBe(404)
      expect((await correct(made.id, { amount: 1 })).status).toBe(404)
    })

    it('are found in no other household', async () => {
      const stranger = await aPerson(api)
      const made = await noted(await subscribe(netflix), { kind: 'hours', amount: 5 })
      expect((await stranger.get(`${stranger.home}/usage/${made.id}`)).status).toBe(404)
      expect((await stranger.patch(`${stranger.home}/usage/${made.id}`, { amount: 1 })).status).toBe(404)
    })
  })
})
