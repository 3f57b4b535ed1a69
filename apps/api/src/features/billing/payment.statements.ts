import { balances, ledgerEntries, ledgerTransactions } from './ledger.table.ts'
import { payments } from './payment.table.ts'
import { insertRows, selectList } from './row-columns.ts'

const withReversal = `select ${selectList(payments, 'p')}, r.id as "reversedBy"`

/** Parameters: household, who looks, date and id of the last payment seen, how many, subscription. */
const list = (ofSubscription: boolean) => ({
  name: `payments.list${ofSubscription ? '.subscription' : ''}`,
  text: `${withReversal}, c.subscription_name as "subscriptionName", c.kind, c.brand_color as "brandColor",
      c.starts_on as "startsOn", c.ends_on as "endsOn"
    from payments p join charges c on c.id = p.charge_id left join payments r on r.reverses = p.id
    where p.household_id = $1 and (c.visibility = 'shared' or c.owner_id = $2)
      and (p.paid_on, p.id) < ($3::date, $4::uuid)
      and ${ofSubscription ? 'p.subscription_id = $6' : '$6::uuid is null'}
    order by p.paid_on desc, p.id desc limit $5`,
})

/** Every prepared statement on payments and their ledger; a test explains each. */
export const paymentStatements = {
  insert: { name: 'payments.insert', text: insertRows(payments, 'p') },
  existing: { name: 'payments.existing', text: 'select p.id from payments p where p.id = any($1::uuid[])' },
  list: list(false),
  listOfSubscription: list(true),
  ofCharges: {
    name: 'payments.of-charges',
    text: `${withReversal} from payments p left join payments r on r.reverses = p.id
      where p.charge_id = any($1::uuid[]) order by p.recorded_at, p.id`,
  },
  ofSubscriptions: {
    name: 'payments.of-subscriptions',
    text: `${withReversal} from payments p left join payments r on r.reverses = p.id
      where p.subscription_id = any($1::uuid[]) order by p.recorded_at, p.id`,
  },
  byId: {
    name: 'payments.by-id',
    text: `${withReversal}
      from payments p join charges c on c.id = p.charge_id left join payments r on r.reverses = p.id
      where p.household_id = $1 and p.id = $2 and (c.visibility = 'shared' or c.owner_id = $3)`,
  },
  lifetime: {
    name: 'payments.lifetime',
    text: `select p.currency, sum(p.amount)::bigint as amount from payments p
      where p.subscription_id = $1 group by p.currency order by p.currency`,
  },
  insertTransactions: { name: 'ledger.insert-transactions', text: insertRows(ledgerTransactions, 't') },
  insertEntries: { name: 'ledger.insert-entries', text: insertRows(ledgerEntries, 'e') },
  addToBalances: {
    name: 'balances.add',
    text: `insert into balances as b (household_id, account, currency, amount)
      select added."householdId", added.account, added.currency, sum(added.amount)
      from jsonb_to_recordset($1::jsonb) as added("householdId" uuid, account text, currency text, amount bigint)
      group by 1, 2, 3
      on conflict (household_id, account, currency) do update set amount = b.amount + excluded.amount`,
  },
  entriesOfCharges: {
    name: 'ledger.entries-of-charges',
    text: `select p.charge_id as "chargeId", e.account as "memberId", sum(e.amount)::bigint as amount
      from payments p join ledger_transactions t on t.payment_id = p.id join ledger_entries e on e.transaction_id = t.id
      where p.charge_id = any($1::uuid[]) group by 1, 2`,
  },
  payersOfCharges: {
    name: 'payments.payers-of-charges',
    text: `select p.charge_id as "chargeId", p.paid_by as "memberId", sum(p.amount)::bigint as amount
      from payments p where p.charge_id = any($1::uuid[]) group by 1, 2`,
  },
  entriesOfPayment: {
    name: 'ledger.entries-of-payment',
    text: `select ${selectList(ledgerEntries, 'e')}
      from ledger_transactions t join ledger_entries e on e.transaction_id = t.id where t.payment_id = $1`,
  },
  balances: {
    name: 'balances.of-household',
    text: `select ${selectList(balances, 'b')} from balances b where b.household_id = $1 and b.amount <> 0`,
  },
  releasePrivate: {
    name: 'balances.release-private',
    text: `update balances b set amount = b.amount - gone.amount from (
        select e.account, e.currency, sum(e.amount)::bigint as amount
        from charges c join payments p on p.charge_id = c.id join ledger_transactions t on t.payment_id = p.id
          join ledger_entries e on e.transaction_id = t.id
        where c.household_id = $1 and c.visibility = 'private' and c.owner_id = $2 group by 1, 2) gone
      where b.household_id = $1 and b.account = gone.account and b.currency = gone.currency`,
  },
  eraseBalances: { name: 'balances.erase', text: 'delete from balances where household_id = $1' },
  allowErasure: {
    name: 'ledger.allow-erasure',
    text: `select set_config('streamline.erasing_household', $1, true)`,
  },
} as const
