import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joins, type Person } from '../../../test/a-person.ts'
import { aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { manyHouseholds } from '../../../test/many-households.ts'
import { mailTo } from '../../../test/mailbox.ts'
import { budgetStatements } from './budget.repository.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const month = { count: 1, unit: 'month' }

describe('budgets', () => {
  let api: Api
  let asha: Person
  let ravi: Person
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T08:00:00Z' })
    asha = await aVerifiedPerson(api, { name: 'Asha' })
    ravi = await joins(api, await aVerifiedPerson(api, { name: 'Ravi' }), asha.householdId, 'member')
    const add = async (person: Person, draft: object) => {
      const body = { renewal: 'automatic', taxIncluded: true, pastPeriods: 'assumePaid', ...draft }
      const { status, body: added } = await person.post(`${asha.home}/subscriptions`, body)
      expect([status, added.code]).toEqual([201, undefined])
    }
    const stream = { kind: 'ott', interval: month }
    await add(asha, { ...stream, name: 'Stream', startsOn: '2026-08-05', price: inr(60_000) })
    await add(ravi, {
      ...stream,
      name: 'Hidden',
      startsOn: '2026-09-10',
      price: inr(9_900),
      visibility: 'private',
    })
    await add(asha, {
      kind: 'mobile',
      name: 'Pack',
      startsOn: '2026-10-31',
      interval: { count: 28, unit: 'day' },
      price: inr(29_900),
      renewal: 'manual',
    })
    const year = { count: 1, unit: 'year' }
    await add(asha, {
      kind: 'other',
      name: 'Cloud',
      startsOn: '2026-03-12',
      interval: year,
      price: inr(149_900),
    })
  })
  afterAll(() => api.close())

  const set = (body: object, by = asha) => by.send(`${asha.home}/budgets`, { method: 'PUT', body })
  const seen = async (by = asha) => (await by.get(`${asha.home}/budgets`)).body.budgets

  it('tell the day on which each will be overrun, by real debits and not by an average', async () => {
    await set({ scope: 'household', amount: 100_000 })
    await set({ scope: 'kind', kind: 'ott', amount: 60_000 })
    await set({ scope: 'member', memberId: asha.memberId, amount: 80_000 })
    expect(await seen()).toMatchObject([
      {
        scope: 'household',
        spent: inr(60_000),
        month: inr(89_900),
        overrun: { on: '2027-03-12', month: '2027-03', over: inr(60_000 + 29_900 + 149_900 - 100_000) },
      },
      { scope: 'kind', kind: 'ott', spent: inr(60_000), month: inr(60_000), overrun: null },
      {
        scope: 'member',
        memberId: asha.memberId,
        memberName: 'Asha',
        overrun: { on: '2026-11-28', month: '2026-11', over: inr(9_900) },
      },
    ])
  })

  it('say of this month and of those to come what the lists of insights say', async () => {
    const [household] = await seen()
    const { body: spend } = await asha.get(`${asha.home}/insights/spend?months=1`)
    const { body: forecast } = await asha.get(`${asha.home}/insights/forecast?months=12`)
    expect(household.spent).toEqual(spend.months[0].totals[0])
    const ahead = forecast.months[0].totals[0].amount
    expect(household.month.amount).toBe(household.spent.amount + ahead)
    const march = forecast.months.find((one: { month: string }) => one.month === '2027-03')
    expect(household.overrun.over.amount + household.amount.amount).toBe(march.totals[0].amount)
  })

  it('count what is private for its owner alone', async () => {
    const [[, ofRavi], [, ofAsha]] = [await seen(ravi), await seen(asha)]
    expect([ofRavi.kind, ofAsha.kind]).toEqual(['ott', 'ott'])
    expect(ofRavi.overrun).toMatchObject({ on: '2026-11-10', over: inr(9_900) })
    expect(ofAsha.overrun).toBeNull()
  })

  it('are taken away, and are of those who live there', async () => {
    const { body } = await set({ scope: 'kind', kind: 'ott', amount: null })
    expect(body.budgets.map(({ scope }: { scope: string }) => scope)).toEqual(['household', 'member'])
    const nobody = await set({
      scope: 'member',
      memberId: '5a54a0f5-9a0a-4b47-8f7b-2f3c1f0f7c11',
      amount: 100,
    })
    expect([nobody.status, nobody.body.code]).toEqual([404, 'not-found'])
    const viewer = await joins(api, await aVerifiedPerson(api, { name: 'Guest' }), asha.householdId, 'viewer')
    expect((await set({ scope: 'household', amount: 1 }, viewer)).status).toBe(403)
    for (const [scope, pointer] of [
      ['kind', '/kind'],
      ['member', '/memberId'],
    ]) {
      const { status, body: refused } = await set({ scope, amount: 100 })
      expect([status, refused.errors[0].pointer]).toEqual([400, pointer])
    }
  })

  it('are told of by letter where this month comes to more, once, and to nobody whom it does not concern', async () => {
    await set({ scope: 'kind', kind: 'ott', amount: 60_000 })
    await api.clock.moveTo('2026-11-24T05:00:00Z')
    const budgetsIn = async ({ email }: Person) =>
      (await mailTo(api, email)).map(({ subject }) => subject).filter((subject) => subject.includes('budget'))
    expect(await budgetsIn(asha)).toEqual(['The budget of Asha is over by ₹99 this month'])
    expect(await budgetsIn(ravi)).toEqual(['The budget for streaming is over by ₹99 this month'])
    await api.clock.moveTo('2026-11-26T05:00:00Z')
    expect(await budgetsIn(asha)).toHaveLength(1)
  })

  it.each(Object.values(budgetStatements).map(({ name, text }) => [name, text]))(
    '%s reads no table from end to end',
    async (_name, text) => {
      const seed = await manyHouseholds(api, 200)
      await seed(
        `insert into budgets select gen_random_uuid(), h, 'member', n::text, 1, 'INR', gen_random_uuid(), date '2026-11-23'
          from unnest($1::uuid[]) h, generate_series(1, 50) n`,
      )
      await api.postgres.pool.query('analyze budgets')
      const { rows } = await api.postgres.pool.query(`explain (generic_plan) ${text}`)
      expect(JSON.stringify(rows)).not.toMatch(/Seq Scan on budgets|"Node Type":"Seq Scan"/)
    },
  )
})
