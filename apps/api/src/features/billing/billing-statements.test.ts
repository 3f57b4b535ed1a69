import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { billedSubscriptionStatements } from './charges/billed-subscription.statements.ts'
import { assumedDebitStatements } from './debits/assumed-debit.statements.ts'
import { everyChargeListing } from './charges/charge-listing.ts'
import { chargeStatements } from './charges/charge.statements.ts'
import { eventStatements } from '../../platform/events/event.repository.ts'
import { historyStatements } from './history/history.statements.ts'
import { ledgerStatements } from './ledger/ledger.statements.ts'
import { paymentStatements } from './payments/payment.statements.ts'
import { rateStatements } from './rates/rate.repository.ts'
import { settleRequestStatements } from './settlements/settle-request.repository.ts'
import { settlementStatements } from './settlements/settlement.repository.ts'
import { actEffectStatements } from './standing/act-effect.statements.ts'
import { spendStatements } from './spend/spend.statements.ts'

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  Plans?: Plan[]
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

const statements = [
  ...everyChargeListing,
  ...Object.values(chargeStatements),
  ...Object.values(billedSubscriptionStatements),
  ...Object.values(paymentStatements),
  ...Object.values(assumedDebitStatements),
  ...Object.values(ledgerStatements),
  ...Object.values(settlementStatements),
  ...Object.values(settleRequestStatements),
  ...Object.values(rateStatements),
  ...Object.values(actEffectStatements),
  ...Object.values(spendStatements),
  ...historyStatements,
  ...Object.values(eventStatements),
]

describe('the statements of billing', () => {
  let api: Api
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z' })
    await fill(api)
  })
  afterAll(() => api.close())

  it.each(statements.map((statement) => [statement.name, statement.text] as const))(
    '%s reads no table from end to end',
    async (_name, text) => {
      // As the planner sees a prepared statement: without the values.
      const { rows } = await api.postgres.pool.query(`explain (generic_plan, format json) ${text}`)
      const [{ Plan: root }] = rows[0]['QUERY PLAN']
      const scanned = nodesOf(root).filter((node) => node['Node Type'] === 'Seq Scan')
      expect(scanned.map((node) => node['Relation Name'])).toEqual([])
    },
  )
})

describe('the statements of billing, planned while nothing is there yet', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi()))
  afterAll(() => api.close())

  it.each(statements.map((statement) => [statement.name, statement.text] as const))(
    '%s keeps no plan that reads a whole table for every row',
    async (_name, text) => {
      const { rows } = await api.postgres.pool.query(`explain (generic_plan, format json) ${text}`)
      expect(JSON.stringify(rows).match(/hashed SubPlan \d+/g)).toBeNull()
    },
  )
})

/** 200 households with 100 charges and payments each, so that reading everything is never the cheaper plan. */
async function fill({ postgres }: Api): Promise<void> {
  const households = Array.from({ length: 200 }, () => v7())
  const run = (text: string) => postgres.pool.query(text, text.includes('$1') ? [households] : [])
  await run(`insert into households (id, name, country, currency, time_zone, created_at, updated_at)
    select h, 'Home', 'IN', 'INR', 'Asia/Kolkata', timestamptz '2026-01-01', timestamptz '2026-01-01'
    from unnest($1::uuid[]) h`)
  await run(`insert into billed_subscriptions (id, household_id, revision, raised, name, kind, visibility, owner_id, payer_id)
    select md5(h::text || n)::uuid, h, 1, 10, 'Stream', 'ott', 'shared', h, h
    from unnest($1::uuid[]) h, generate_series(0, 9) n`)
  await run(`insert into charges (id, household_id, subscription_id, index, starts_on, ends_on, billed_on, due_on, net,
      tax, amount, paid, currency, payer_id, splits, raised_at)
    select gen_random_uuid(), h, md5(h::text || n / 10)::uuid, n % 10, date '2026-01-01' + n, date '2026-01-31' + n,
      date '2026-01-01' + n, date '2026-01-01' + n, 100, 0, 100, case when n % 10 = 0 then 0 else 100 end, 'INR',
      h, '[]', timestamptz '2026-01-01'
    from unnest($1::uuid[]) h, generate_series(0, 99) n`)
  await run(`insert into act_effects (act, subscription_id, household_id, before, after, people, recorded_at)
    select gen_random_uuid(), id, household_id, '[]', '', '', timestamptz '2026-01-01' from billed_subscriptions, generate_series(1, 5)`)
  await run('alter table payments disable trigger payments_posted')
  await run(`insert into payments (id, household_id, charge_id, subscription_id, entry, paid_by, payers, amount, currency, paid_on,
      recorded_at)
    select gen_random_uuid(), household_id, id, subscription_id, 'payment', payer_id,
      jsonb_build_array(jsonb_build_object('memberId', payer_id, 'amount', 100)), 100, 'INR', due_on, raised_at from charges`)
  await run(`insert into assumed_debits (payment_id, household_id, confirmed_at)
    select id, household_id, case when random() < 0.9 then recorded_at end from payments`)
  await run(`insert into ledger_transactions (id, household_id, kind, charge_id, payment_id, occurred_on, recorded_at)
    select gen_random_uuid(), household_id, 'payment', charge_id, id, paid_on, recorded_at from payments`)
  await run(`insert into ledger_entries (transaction_id, account, currency, household_id, amount)
    select id, account, 'INR', household_id, case account when 'a' then 100 else -100 end
    from ledger_transactions, unnest(array['a', 'b']) account`)
  await run('alter table balances disable trigger balances_kept')
  await run(`insert into balances (household_id, account, currency, amount)
    select h, gen_random_uuid()::text, 'INR', 100 from unnest($1::uuid[]) h, generate_series(0, 99)`)
  await run('alter table settlements disable trigger settlements_posted')
  await run(`insert into settlements (id, household_id, from_member, to_member, amount, currency, settled_on, recorded_by,
      recorded_at)
    select gen_random_uuid(), h, h, gen_random_uuid(), 100, 'INR', date '2026-01-01' + n, h, timestamptz '2026-01-01'
    from unnest($1::uuid[]) h, generate_series(0, 99) n`)
  await run(`insert into settle_requests (id, household_id, from_member, to_member, currency, asked_on, asked_at)
    select gen_random_uuid(), h, h, gen_random_uuid(), 'INR', date '2026-01-01' + n, timestamptz '2026-01-01' + n * interval '1 day'
    from unnest($1::uuid[]) h, generate_series(0, 99) n`)
  await run(`insert into charge_corrections (id, household_id, charge_id, kind, before, after, tax_before, recorded_by, recorded_at)
    select gen_random_uuid(), household_id, id, 'correction', 100, 100, 0, household_id, raised_at from charges`)
  await run(`insert into merged_accounts (household_id, account, into_account)
    select h, gen_random_uuid()::text, gen_random_uuid()::text from unnest($1::uuid[]) h, generate_series(0, 19)`)
  await run(`insert into rates (id, household_id, from_currency, to_currency, on_date, rate, source, recorded_by, recorded_at)
    select gen_random_uuid(), h, 'USD', 'INR', date '2026-01-01' + n, '83', 'bank', h, timestamptz '2026-01-01'
    from unnest($1::uuid[]) h, generate_series(0, 99) n`)
  await run(`insert into events (id, household_id, kind, subject_id, recorded_at)
    select gen_random_uuid(), h, 'money.payment', h, timestamptz '2026-01-01' + n * interval '1 minute'
    from unnest($1::uuid[]) h, generate_series(0, 99) n`)
  await run('analyze')
}
