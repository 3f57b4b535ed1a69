import { isVisibleTo } from '../charges/charge-columns.ts'
import { saturatedSum } from '../saturated-sum.ts'

/** Parameters: household, who looks, whose payments (null: everybody's). What was denied is reversed. */
const open = `from assumed_debits d join payments p on p.id = d.payment_id
    join billed_subscriptions b on b.id = p.subscription_id
  where d.household_id = $1 and p.household_id = $1 and d.confirmed_at is null and ${isVisibleTo('$2')}
    and ($3::uuid is null or p.paid_by = $3) and not exists (select from payments r where r.reverses = p.id)`

/** Every prepared statement on debits that booked themselves; a test explains each. */
export const assumedDebitStatements = {
  add: {
    name: 'assumed-debits.add',
    text: `insert into assumed_debits (payment_id, household_id)
      select added."paymentId", added."householdId"
      from jsonb_to_recordset($1::jsonb) as added("paymentId" uuid, "householdId" uuid)
      on conflict (payment_id) do nothing`,
  },
  /** How many, their sums, and the latest $4 of them. */
  open: {
    name: 'assumed-debits.open',
    text: `with open as materialized (
        select p.id, p.charge_id as "chargeId", p.subscription_id as "subscriptionId", p.paid_by as "paidBy",
          p.paid_on as "paidOn", p.amount, p.currency ${open}
      )
      select (select coalesce(json_agg(total), '[]') from (
          select currency, count(*)::int as count, ${saturatedSum('amount')} as amount
          from open group by currency order by currency) as total) as totals,
        (select coalesce(json_agg(debit), '[]') from (
          select * from open order by "paidOn" desc, id limit $4) as debit) as debits`,
  },
  asked: {
    name: 'assumed-debits.asked',
    text: `select p.id, p.paid_by as "paidBy" from payments p join billed_subscriptions b on b.id = p.subscription_id
      where p.household_id = $1 and ${isVisibleTo('$2')} and p.id = any($3::uuid[])`,
  },
  among: {
    name: 'assumed-debits.among',
    text: `select d.payment_id as "paymentId", d.confirmed_at is not null as "isConfirmed"
      from assumed_debits d where d.payment_id = any($1::uuid[])`,
  },
  /** The household, who looks, whose payments, which (null: all), who says so and when. */
  confirm: {
    name: 'assumed-debits.confirm',
    text: `update assumed_debits a set confirmed_by = $5, confirmed_at = $6
      where a.household_id = $1 and a.payment_id in (select p.id ${open} and ($4::uuid[] is null or p.id = any($4)))
      returning a.payment_id as id`,
  },
} as const
