import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSharingHousehold, type Home } from '../../../../test/a-household.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { ledgerFaults } from '../../../../test/ledger-checks.ts'

describe('the database, whoever writes to it,', () => {
  let api: Api
  let home: Home
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z' })
    home = await aSharingHousehold(api)
    const { person, chargeId } = home
    await person.post(`${person.home}/charges/${chargeId}/correct`, {
      amount: { amount: 60_000, currency: 'INR' },
      reason: 'The bill says so',
    })
  })
  afterAll(async () => {
    expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    await api.close()
  })

  const sql = (text: string, values: unknown[] = []) => api.postgres.pool.query(text, values)
  /** Copies a row with changes. */
  const copyOf = (table: string, id: string | undefined, changes: object) =>
    sql(
      `insert into ${table} select (jsonb_populate_record(one, $2::jsonb)).* from ${table} one where one.id = $1`,
      [id, JSON.stringify({ id: randomUUID(), ...changes })],
    )

  it('keeps balances by entries alone', async () => {
    const refused = 'balances follow the ledger'
    await expect(sql('update balances set amount = amount + 1')).rejects.toThrow(refused)
    await expect(sql('delete from balances')).rejects.toThrow(refused)
    await expect(
      sql(`insert into balances values ($1, 'somebody', 'INR', 1)`, [home.person.householdId]),
    ).rejects.toThrow(refused)
  })

  it('takes no entries that do not sum to zero', async () => {
    const { rows } = await sql('select id, household_id from ledger_transactions limit 1')
    const entry = [rows[0]?.id, rows[0]?.household_id]
    const lonely = `insert into ledger_entries (transaction_id, account, currency, household_id, amount)
      values ($1, 'a', 'JPY', $2, 1), ($1, 'b', 'JPY', $2, -2)`
    await expect(sql(lonely, entry)).rejects.toThrow('does not sum to zero')
    const mixed = `insert into ledger_entries (transaction_id, account, currency, household_id, amount)
      values ($1, 'a', 'JPY', $2, 1), ($1, 'b', 'EUR', $2, -1)`
    await expect(sql(mixed, entry)).rejects.toThrow('does not sum to zero')
  })

  it('changes and removes no payment, correction, settlement, transaction or entry', async () => {
    const kept = ['payments', 'charge_corrections', 'ledger_transactions', 'ledger_entries']
    for (const table of kept) {
      await expect(sql(`update ${table} set household_id = household_id`)).rejects.toThrow('never changed')
      await expect(sql(`delete from ${table}`)).rejects.toThrow('never changed')
    }
    await expect(sql('update settlements set amount = amount + 1')).rejects.toThrow('never edited')
    await expect(
      sql('update settlements set to_member = recorded_by, from_member = to_member'),
    ).rejects.toThrow('never edited')
    await expect(sql('delete from settlements')).rejects.toThrow('never removed')
    await expect(sql('delete from charges')).rejects.toThrow('never changed')
  })

  it('empties no table of money', async () => {
    const tables = ['payments', 'charge_corrections', 'settlements', 'ledger_transactions', 'ledger_entries']
    for (const table of [...tables, 'balances', 'charges', 'households'])
      await expect(sql(`truncate ${table} cascade`)).rejects.toThrow('never emptied')
  })

  it('takes no payment whose payers are another sum, whose sign is wrong, or that is not in the ledger', async () => {
    const { paymentId } = home
    const payment = (changes: object) => copyOf('payments', paymentId, changes)
    await expect(payment({ amount: 9999 })).rejects.toThrow('payments_payers_sum')
    await expect(payment({ payers: [] })).rejects.toThrow('payments_payers_sum')
    const negative = { amount: -5, payers: [{ memberId: 'a', amount: -5 }] }
    await expect(payment(negative)).rejects.toThrow('payments_sign_of_entry')
    await expect(payment({ ...negative, entry: 'reversal' })).rejects.toThrow('payments_sign_of_entry')
    await expect(payment({ entry: 'refund' })).rejects.toThrow('payments_sign_of_entry')
    await expect(payment({})).rejects.toThrow('has no ledger transaction')
  })

  it('takes back a payment once', async () => {
    const { person, paymentId } = home
    const { status } = await person.post(`${person.home}/payments/${paymentId}/reverse`)
    expect(status).toBe(201)
    const { rows } = await sql('select id from payments where reverses = $1', [paymentId])
    await expect(copyOf('payments', rows[0]?.id, {})).rejects.toThrow('payments_reversed_once')
  })

  it('takes no settlement of nothing, with oneself, or that is not in the ledger', async () => {
    const settlement = (changes: object) => copyOf('settlements', home.settlementId, changes)
    await expect(settlement({ amount: 0 })).rejects.toThrow('settlements_between_two')
    await expect(settlement({ amount: -1 })).rejects.toThrow('settlements_between_two')
    const { memberId } = home.person
    await expect(settlement({ from_member: memberId, to_member: memberId })).rejects.toThrow(
      'settlements_between_two',
    )
    await expect(settlement({})).rejects.toThrow('is not in the ledger')
    await expect(
      sql(`update settlements set undone_at = '2026-11-23T10:00:00Z', undone_by = recorded_by`),
    ).rejects.toThrow('is not in the ledger')
  })

  it('knows one cause of every transaction', async () => {
    const { rows } = await sql(`select id from ledger_transactions where kind = 'payment' limit 1`)
    const cause =
      'insert into ledger_transactions (id, household_id, kind, charge_id, payment_id, occurred_on, recorded_at)'
    const from = `from ledger_transactions where id = $2`
    const refused = 'ledger_transactions_one_cause'
    for (const values of [
      `'payment', charge_id, null::uuid`,
      `'payment', null::uuid, payment_id`,
      `'settlement', null::uuid, null::uuid`,
      `'split', charge_id, payment_id`,
    ])
      await expect(
        sql(`${cause} select $1, household_id, ${values}, occurred_on, recorded_at ${from}`, [
          randomUUID(),
          rows[0]?.id,
        ]),
      ).rejects.toThrow(refused)
  })

  it('takes back no more than was paid', async () => {
    await expect(sql('update charges set paid = -1')).rejects.toThrow('charges_paid_not_negative')
    await expect(sql('update charges set amount = amount + 1')).rejects.toThrow(
      'charges_amount_is_net_and_tax',
    )
  })
})
