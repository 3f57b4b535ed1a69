import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../../test/a-person.ts'
import { startApi, type Answer, type Api } from '../../../../test/harness.ts'
import { ledgerFaults } from '../../../../test/ledger-checks.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const fifty = <T>(work: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: 50 }, (_, at) => work(at)))
const countsOf = (answers: readonly Answer[]) =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([key, all]) => [key, all.length]))

describe('fifty at once', () => {
  let api: Api
  let elsewhere: Api
  let asha: Person
  let ravi: string
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z' })
    // Another process on the same database: it has turns and connections of its own.
    const database = api.postgres.pool.options.connectionString ?? ''
    elsewhere = await startApi({ now: '2026-11-23T10:00:00Z', through: () => database })
    asha = await aPerson(api)
    ravi = (await asha.post(`${asha.home}/members`, { name: 'Ravi' })).body.id
  })
  afterAll(async () => {
    expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    await elsewhere.close()
    await api.close()
  })

  const sql = async (text: string, values: unknown[]) => (await api.postgres.pool.query(text, values)).rows
  const aCharge = async (price = 100_001) => {
    const { body } = await asha.post(`${asha.home}/subscriptions`, {
      name: 'Stream',
      kind: 'ott',
      startsOn: '2026-11-20',
      interval: { count: 1, unit: 'month' },
      price: inr(price),
      split: { kind: 'equal', memberIds: [asha.memberId, ravi] },
    })
    return (await asha.get(`${asha.home}/charges?subscriptionId=${body.id}`)).body.items[0]
  }
  const post = (on: Api, path: string, body: object, headers: Record<string, string> = {}) =>
    on.fetchJson(asha.home + path, { method: 'POST', token: asha.token, body, headers })
  const pay = (on: Api, charge: { id: string }, body: object = {}, headers = {}) =>
    post(on, `/charges/${charge.id}/payments`, body, headers)

  it('payments with one key have one effect, whichever process they reach', async () => {
    const charge = await aCharge()
    const key = { 'Idempotency-Key': randomUUID() }
    const answers = await fifty((at) =>
      pay(at % 2 === 0 ? api : elsewhere, charge, { amount: inr(12_345) }, key),
    )
    expect(countsOf(answers)).toEqual({ 201: 50 })
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    const id: string = answers[0]?.body.payment.id
    expect(await sql('select id from payments where charge_id = $1', [charge.id])).toEqual([{ id }])
    expect(await sql('select 1 from ledger_transactions where charge_id = $1', [charge.id])).toHaveLength(1)
    expect(await sql('select 1 from events where subject_id = $1', [id])).toHaveLength(1)
    expect(await sql('select paid::int from charges where id = $1', [charge.id])).toEqual([{ paid: 12_345 }])
  })

  it('settlements with one key have one effect', async () => {
    await pay(api, await aCharge())
    const key = { 'Idempotency-Key': randomUUID() }
    const body = { from: ravi, to: asha.memberId, amount: inr(100) }
    const answers = await fifty((at) => post(at % 2 === 0 ? api : elsewhere, '/settlements', body, key))
    expect(countsOf(answers)).toEqual({ 201: 50 })
    const id: string = answers[0]?.body.id
    expect(new Set(answers.map((answer) => answer.body.id))).toEqual(new Set([id]))
    expect(await sql('select id from settlements where household_id = $1', [asha.householdId])).toEqual([
      { id },
    ])
    expect(await sql('select 1 from ledger_transactions where settlement_id = $1', [id])).toHaveLength(1)
  })

  it('settlements without a key never give back more than is owed', async () => {
    const balances = async () =>
      (await asha.get(`${asha.home}/balances`)).body.balances.find(
        ({ memberId }: { memberId: string }) => memberId === ravi,
      )
    const owed = -(await balances()).amount.amount
    const body = { from: ravi, to: asha.memberId, amount: inr(Math.ceil(owed / 3)) }
    const answers = await fifty(() => post(api, '/settlements', body))
    expect(countsOf(answers)).toEqual({ 201: 2, 422: 48 })
    expect(-(await balances()).amount.amount).toBe(owed - 2 * body.amount.amount)
  })

  it('payments without a key pay a due once; the others are refused', async () => {
    const charge = await aCharge()
    const answers = await fifty((at) => pay(at % 2 === 0 ? api : elsewhere, charge, { amount: inr(100_001) }))
    expect(countsOf(answers)).toEqual({ 201: 1, 409: 49 })
    expect(new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body.code))).toEqual(
      new Set(['charge-closed']),
    )
    expect(await sql('select paid::int from charges where id = $1', [charge.id])).toEqual([{ paid: 100_001 }])
  })

  it('payments without a key that say so overpay openly', async () => {
    const charge = await aCharge()
    const body = { amount: inr(100_001), overpayment: true }
    const answers = await fifty(() => pay(api, charge, body))
    expect(countsOf(answers)).toEqual({ 201: 50 })
    const { body: read } = await asha.get(`${asha.home}/charges/${charge.id}`)
    expect(read.payments).toHaveLength(50)
    // One of them paid for the next charge at once.
    expect([read.paid, read.credit]).toEqual([inr(50 * 100_001), inr(48 * 100_001)])
  })

  it('writers on one household all come through, in one process and in two', async () => {
    const charges = [await aCharge(), await aCharge(), await aCharge()]
    const alone = await fifty((at) => pay(api, charges[at % 3] ?? { id: '' }, { amount: inr(7) }))
    expect(countsOf(alone)).toEqual({ 201: 50 })
    const both = await fifty((at) =>
      pay(at % 2 === 0 ? api : elsewhere, charges[at % 3] ?? { id: '' }, { amount: inr(11), paidBy: ravi }),
    )
    expect(countsOf(both)).toEqual({ 201: 50 })
    const rows = await sql('select sum(paid)::int as paid from charges where id = any($1)', [
      charges.map(({ id }) => id),
    ])
    expect(rows).toEqual([{ paid: 50 * 18 }])
  })
})
