import { anyOf } from '../../../platform/postgres/any-of.ts'
import { events } from '../../../platform/events/event.table.ts'
import { chargeColumns } from '../charges/charge-columns.ts'
import { chargeCorrections } from '../corrections/correction.table.ts'
import { balances, ledgerTransactions } from './ledger.table.ts'
import { payments } from '../payments/payment.table.ts'
import { insertRows, selectList } from '../../../platform/postgres/row-columns.ts'
import { saturatedSum } from '../saturated-sum.ts'

/** The account that one became; asked row by row, since it nearly always is itself. */
const accountOf = (household: string, account: string): string =>
  `coalesce((select m.into_account from merged_accounts m where m.household_id = ${household} and m.account = ${account}), ${account})`

/** What is posted to an entry that became another is the other's; two that are one now are one entry, if anything is left. */
const entered = `insert into ledger_entries (transaction_id, account, currency, household_id, amount)
  select added."transactionId", ${accountOf('added."householdId"', 'added.account')}, added.currency,
    added."householdId", sum(added.amount)::bigint
  from jsonb_to_recordset($4::jsonb) as added("transactionId" uuid, account text, currency text, "householdId" uuid,
      amount bigint)
  group by 1, 2, 3, 4 having sum(added.amount) <> 0`

/** Every prepared statement on the ledger; a test explains each. */
export const ledgerStatements = {
  /**
   * Parameters, each a JSON array of rows: payments, corrections, transactions, entries, events, charges. Then the ids of the
   * charges: how many rows a JSON array has the planner cannot know, and it would read the whole table.
   */
  post: {
    name: 'ledger.post',
    text: `with paid as (${insertRows(payments, 'p', { parameter: 1 })}),
        corrected as (${insertRows(chargeCorrections, 'k', { parameter: 2 })}),
        transacted as (${insertRows(ledgerTransactions, 't', { parameter: 3, but: ['seq'] })}),
        entered as (${entered}),
        told as (${insertRows(events, 'o', { parameter: 5 })})
      update charges c set paid = changed.paid, net = changed.net, tax = changed.tax, amount = changed.amount,
        splits = changed.splits, corrected = changed.corrected, uncut = changed.uncut,
        "waived_at" = changed."waivedAt",
        "waived_by" = changed."waivedBy", "voided_at" = changed."voidedAt"
      from jsonb_to_recordset($6::jsonb) as changed(id uuid, paid bigint, net bigint, tax bigint, amount bigint,
        splits jsonb, corrected boolean, uncut jsonb, "waivedAt" timestamptz, "waivedBy" uuid, "voidedAt" timestamptz),
        billed_subscriptions b
      where c.id = changed.id and c.id = any($7::uuid[]) and b.id = c.subscription_id
      returning ${chargeColumns}`,
  },
  posted: {
    name: 'ledger.posted',
    text: `select t.charge_id as "chargeId", e.account as "memberId", sum(e.amount)::bigint as amount, false as "isPayer"
        from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
        where t.charge_id = any($1::uuid[]) group by 1, 2
      union all
      select p.charge_id, payer."memberId", sum(payer.amount)::bigint, true
        from payments p, jsonb_to_recordset(p.payers) as payer("memberId" text, amount bigint)
        where p.charge_id = any($1::uuid[]) group by 1, 2`,
  },
  balances: {
    name: 'balances.of-household',
    text: `select ${selectList(balances, 'b')} from balances b where b.household_id = $1 and b.amount <> 0`,
  },
  /** Which members paid how much for subscriptions whose provider owes money back; the overpaid charges apart. */
  creditHolders: {
    name: 'ledger.credit-holders',
    text: `select c.subscription_id as "subscriptionId", ${accountOf('c.household_id', 'payer."memberId"')} as "memberId",
        c.paid > c.amount or c.voided_at is not null as "isOverpaid",
        c.currency, ${saturatedSum('payer.amount')} as amount
      from charges c join payments p on p.charge_id = c.id,
        jsonb_to_recordset(p.payers) as payer("memberId" text, amount bigint)
      where c.subscription_id = any($1::uuid[]) and payer."memberId" not like 'provider-credit:%'
      group by 1, 2, 3, 4 having sum(payer.amount) > 0`,
  },
  merge: {
    name: 'merged-accounts.merge',
    text: `with moved as (update merged_accounts set into_account = $3::text
          where household_id = $1 and into_account = $2::text returning account),
        added as (insert into merged_accounts (household_id, account, into_account) values ($1, $2, $3))
      select moved.account from moved`,
  },
  unmerge: {
    name: 'merged-accounts.unmerge',
    text: `with gone as (delete from merged_accounts where household_id = $1 and account = $2::text)
      update merged_accounts set into_account = $2::text where household_id = $1 and account = any($3::text[])`,
  },
  /**
   * Money that stands on any of the charges since an instant, or between an account and others beside them; what was taken back again
   * and what went over then is none.
   */
  movedSince: {
    name: 'ledger.moved-since',
    text: `select exists (select from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
          where t.charge_id = any($3::uuid[]) and t.recorded_at > $4::timestamptz
          group by t.charge_id, e.account, e.currency having sum(e.amount) <> 0)
      or exists (select from ledger_entries own join ledger_transactions t on t.id = own.transaction_id
            join ledger_entries e on e.transaction_id = t.id
          where own.household_id = $1 and own.account = $2 and t.charge_id is null and t.recorded_at > $4::timestamptz
            and not (t.kind in ('merged', 'unmerged') and ${anyOf('from ledger_entries o where o.transaction_id = t.id and o.account = $5')})
          group by e.account, e.currency having sum(e.amount) <> 0) as "isMoved"`,
  },
  eraseSettlements: { name: 'settlements.erase', text: 'delete from settlements where household_id = $1' },
  eraseBalances: { name: 'balances.erase', text: 'delete from balances where household_id = $1' },
  allowErasure: {
    name: 'ledger.allow-erasure',
    text: `select set_config('streamline.erasing_household', $1, true)`,
  },
} as const
