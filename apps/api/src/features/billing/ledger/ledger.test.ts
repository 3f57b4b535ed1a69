import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../../test/a-person.ts'
import { startApi, type Api } from '../../../../test/harness.ts'

type Act = { kind: 'pay'; payer: number; part: number } | { kind: 'reverse'; which: number }

const actArbitrary: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('pay' as const),
      payer: fc.nat(2),
      part: fc.integer({ min: 1, max: 100 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reverse' as const), which: fc.nat(20) }) },
)

describe('the ledger', () => {
  let api: Api
  let asha: Person
  let members: string[]
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z' })
    asha = await aPerson(api)
    const others = await Promise.all(
      ['Ravi', 'Meera'].map((name) => asha.post(`${asha.home}/members`, { name })),
    )
    members = [asha.memberId, ...others.map(({ body }) => body.id)]
  })
  afterAll(() => api.close())

  const sql = async <Row>(text: string, values: unknown[] = []) =>
    (await api.postgres.pool.query(text, values)).rows as Row[]

  const aCharge = async (price: number) => {
    const { body } = await asha.post(`${asha.home}/subscriptions`, {
      name: 'Stream',
      kind: 'ott',
      startsOn: '2026-11-20',
      interval: { count: 1, unit: 'month' },
      price: { amount: price, currency: 'INR' },
      split: { kind: 'equal', memberIds: members },
    })
    const { body: charges } = await asha.get(`${asha.home}/charges?subscriptionId=${body.id}`)
    return charges.items[0]
  }

  const play = async (charge: { id: string }, acts: readonly Act[]) => {
    const payments: string[] = []
    for (const act of acts) {
      const { body } = await asha.get(`${asha.home}/charges/${charge.id}`)
      const open = body.outstanding.amount
      if (act.kind === 'pay' && open > 0) {
        const amount = { amount: Math.max(1, Math.floor((open * act.part) / 100)), currency: 'INR' }
        const paidBy = members[act.payer]
        const { body: paid } = await asha.post(`${asha.home}/charges/${charge.id}/payments`, {
          amount,
          paidBy,
        })
        payments.push(paid.payment.id)
      }
      const id = act.kind === 'reverse' ? payments[act.which % Math.max(1, payments.length)] : undefined
      if (id !== undefined) await asha.post(`${asha.home}/payments/${id}/reverse`)
    }
    await asha.post(`${asha.home}/charges/${charge.id}/payments`, { paidBy: members[0] })
  }

  /** What each account got by the entries of one charge, and what each member paid for it. */
  const standing = async (chargeId: string) => {
    const entries = await sql<{ account: string; amount: number }>(
      `select e.account, sum(e.amount)::bigint as amount from payments p
       join ledger_transactions t on t.payment_id = p.id join ledger_entries e on e.transaction_id = t.id
       where p.charge_id = $1 group by 1`,
      [chargeId],
    )
    const paid = await sql<{ account: string; amount: number }>(
      'select paid_by as account, sum(amount)::bigint as amount from payments where charge_id = $1 group by 1',
      [chargeId],
    )
    const of = (rows: typeof entries, account: string) =>
      rows.find((row) => row.account === account)?.amount ?? 0
    return members.map((member) => of(paid, member) - of(entries, member))
  }

  it('ends on the full shares and on even balances, whatever was paid and taken back in between', async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: 2000 }),
      fc.array(actArbitrary, { maxLength: 8 }),
      async (price, acts) => {
        const charge = await aCharge(price)
        await play(charge, acts)
        const shareOf = new Map<string, number>(
          charge.shares.map((share: { memberId: string; amount: { amount: number } }) => [
            share.memberId,
            share.amount.amount,
          ]),
        )
        expect(await standing(charge.id)).toEqual(members.map((member) => shareOf.get(member) ?? 0))
      },
    )
    await fc.assert(property, { numRuns: 12 })
    const unbalanced = await sql(
      'select transaction_id from ledger_entries group by 1, currency having sum(amount) <> 0',
    )
    expect(unbalanced).toEqual([])
    const drifted = await sql(
      `select coalesce(b.account, e.account) from
         (select household_id, account, currency, sum(amount) as amount from ledger_entries group by 1, 2, 3) e
         full join balances b using (household_id, account, currency)
       where coalesce(b.amount, 0) <> coalesce(e.amount, 0)`,
    )
    expect(drifted).toEqual([])
    const uneven = await sql('select household_id from balances group by 1, currency having sum(amount) <> 0')
    expect(uneven).toEqual([])
  })

  it('refuses a transaction that does not sum to zero', async () => {
    const charge = await aCharge(300)
    const { body } = await asha.post(`${asha.home}/charges/${charge.id}/payments`)
    const [transaction] = await sql<{ id: string }>(
      'select id from ledger_transactions where payment_id = $1',
      [body.payment.id],
    )
    const lonely = sql('insert into ledger_entries values ($1, $2, $3, $4, $5)', [
      transaction?.id,
      randomUUID(),
      'INR',
      asha.householdId,
      1,
    ])
    await expect(lonely).rejects.toThrow('does not sum to zero')
  })

  it('refuses a payment that posts nothing', async () => {
    const charge = await aCharge(300)
    const silent = sql(
      `insert into payments (id, household_id, charge_id, subscription_id, entry, paid_by, payers, amount, currency, paid_on, recorded_at)
       values ($1, $2, $3, $4, 'payment', $5::uuid, jsonb_build_array(jsonb_build_object('memberId', $5::text, 'amount', 100)),
         100, 'INR', '2026-11-23', '2026-11-23T00:00:00Z')`,
      [randomUUID(), asha.householdId, charge.id, charge.subscriptionId, asha.memberId],
    )
    await expect(silent).rejects.toThrow('has no ledger transaction')
  })

  it('never changes or loses a row', async () => {
    for (const table of ['payments', 'ledger_transactions', 'ledger_entries']) {
      await expect(sql(`update ${table} set household_id = household_id`)).rejects.toThrow('never changed')
      await expect(sql(`delete from ${table}`)).rejects.toThrow('never changed')
    }
    await expect(sql('delete from charges')).rejects.toThrow('never changed')
  })
})
