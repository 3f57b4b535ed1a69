import { balancesOf, postPayment, sharesOfCharge, type Entry, type SplitCharge } from '@streamline/domain'
import { creditAccountOf } from '../src/features/billing/ledger/posting.ts'

/** What rows are asked of: the pool or one connection. */
interface Asked {
  // eslint-disable-next-line typescript/no-explicit-any
  query(text: string): Promise<{ rows: any[] }>
}

/** Each finds what must not be there while the ledger adds up. */
const faults = {
  'a transaction does not sum to zero':
    'select transaction_id from ledger_entries group by 1, currency having sum(amount) <> 0',
  'a balance is not the sum of its entries': `select coalesce(b.account, e.account) from
      (select household_id, account, currency, sum(amount) as amount from ledger_entries group by 1, 2, 3) e
      full join balances b using (household_id, account, currency)
    where coalesce(b.amount, 0) <> coalesce(e.amount, 0)`,
  'the balances of a household are not even':
    'select household_id from balances group by 1, currency having sum(amount) <> 0',
  'a provider owes less than nothing':
    "select household_id from balances where account like 'provider-credit:%' and amount > 0",
  'a charge is not paid what its payments are': `select c.id from charges c
      left join (select charge_id, sum(amount) as amount from payments group by 1) p on p.charge_id = c.id
    where c.paid <> coalesce(p.amount, 0)`,
  'a payment has not exactly one transaction': `select p.id from payments p
    where (select count(*) from ledger_transactions t where t.payment_id = p.id) <> 1`,
  'the payers of a payment are not its amount': `select p.id from payments p
    where (select sum((part->>'amount')::bigint) from jsonb_array_elements(p.payers) part) <> p.amount`,
  'a settlement is not in the ledger': `select s.id from settlements s
    where (select count(*) from ledger_transactions t where t.settlement_id = s.id and t.kind = 'settlement') <> 1
      or (select count(*) from ledger_transactions t where t.settlement_id = s.id and t.kind = 'settlementUndone')
        <> (s.undone_at is not null)::int`,
  'a correction has no transaction': `select k.id from charge_corrections k
    where not exists (select from ledger_transactions t where t.correction_id = k.id)`,
  'a transaction has not exactly one event': `select household_id, kind, subject from
      (select t.household_id, 'money.' || t.kind as kind,
          coalesce(t.payment_id, t.settlement_id, t.charge_id, t.id) as subject, count(*) as times
        from ledger_transactions t group by 1, 2, 3) told
      full join (select household_id, kind, subject_id as subject, count(*) as times from events
        where kind like 'money.%' group by 1, 2, 3) said using (household_id, kind, subject)
    where told.times is distinct from said.times`,
} as const

interface Known extends SplitCharge {
  id: string
  subscriptionId: string
  paid: number
  voided: boolean
}

/** Everything about money that is wrong in a database, in words; nothing where all is well. */
export async function ledgerFaults(on: Asked): Promise<string[]> {
  const found: string[] = []
  for (const [fault, text] of Object.entries(faults)) {
    const { rows } = await on.query(text)
    if (rows.length > 0) found.push(`${fault}: ${JSON.stringify(rows.slice(0, 3))}`)
  }
  return [...found, ...(await chargesNotAsAtOnce(on))]
}

/** Charges whose entries are not those that one payment of everything would have posted (law 25); of a void one nothing is owed. */
async function chargesNotAsAtOnce(on: Asked): Promise<string[]> {
  const { rows: charges } = await on.query(
    `select id, subscription_id as "subscriptionId", index, starts_on::text as "startsOn", ends_on::text as "endsOn",
       amount::float8 as amount, paid::float8 as paid, splits, voided_at is not null as voided from charges`,
  )
  const { rows: merged } = await on.query('select account, into_account as "into" from merged_accounts')
  const into = new Map(merged.map((row) => [row.account as string, row.into as string]))
  const parts = async (text: string) => {
    const { rows } = await on.query(text)
    // Two entries of a household that became one have one account.
    const named = (rows as (Entry & { chargeId: string })[]).map((row) => ({
      ...row,
      memberId: into.get(row.memberId) ?? row.memberId,
    }))
    return Map.groupBy(named, ({ chargeId }) => chargeId)
  }
  const payers = await parts(
    `select p.charge_id as "chargeId", part->>'memberId' as "memberId", (part->>'amount')::float8 as amount
     from payments p, jsonb_array_elements(p.payers) part`,
  )
  const posted = await parts(
    `select t.charge_id as "chargeId", e.account as "memberId", e.amount::float8 as amount
     from ledger_transactions t join ledger_entries e on e.transaction_id = t.id where t.charge_id is not null`,
  )
  return (charges as Known[]).flatMap((charge) => {
    const atOnce = postPayment({
      paidBefore: 0,
      payment: charge.paid,
      // Of a period that went nobody bears anything.
      shares: sharesOfCharge(charge.voided ? { ...charge, amount: 0 } : charge),
      payers: balancesOf(payers.get(charge.id) ?? []),
      occurrence: charge.index,
      creditAccount: creditAccountOf(charge.subscriptionId),
    })
    const inLedger = balancesOf(posted.get(charge.id) ?? [])
    return JSON.stringify(atOnce) === JSON.stringify(inLedger)
      ? []
      : [`charge ${charge.id} is posted as ${JSON.stringify(inLedger)}, not as ${JSON.stringify(atOnce)}`]
  })
}
