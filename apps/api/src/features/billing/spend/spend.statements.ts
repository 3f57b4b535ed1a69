import { chargesFrom, isVisibleTo } from '../charges/charge-columns.ts'
import { saturatedSum } from '../saturated-sum.ts'

/** What counts as spent in `[$3, $4)`: charges due then, paid or not, as the first screen counts its months. */
const spent = `c.household_id = $1 and b.household_id = $1 and ${isVisibleTo('$2')}
        and c.due_on >= $3 and c.due_on < $4 and c.voided_at is null and c.waived_at is null`

/** Every prepared statement on what was spent; a test explains each. Parameters: household, who looks, `[from, until)`. */
export const spendStatements = {
  perSubscription: {
    name: 'spend.per-subscription',
    text: `select to_char(c.due_on, 'YYYY-MM') as month, c.subscription_id as "subscriptionId",
        b.name as "subscriptionName", b.kind, b.provider_id as "providerId", c.payer_id as "payerId", c.currency,
        ${saturatedSum('c.amount')} as total
      from ${chargesFrom} where ${spent}
      group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 6, 7`,
  },
  perDay: {
    name: 'spend.per-day',
    text: `select c.due_on::text as "on", c.subscription_id as "subscriptionId", b.name as "subscriptionName", b.kind,
        b.provider_id as "providerId", c.payer_id as "payerId", c.currency, ${saturatedSum('c.amount')} as total
      from ${chargesFrom} where ${spent}
      group by c.due_on, 2, 3, 4, 5, 6, 7 order by c.due_on, 3, 2, 6, 7`,
  },
  /** One by one: who bears what of a charge is rounded for each. */
  split: {
    name: 'spend.split',
    text: `select to_char(c.due_on, 'YYYY-MM') as month, c.index, c.starts_on as "startsOn", c.ends_on as "endsOn",
        c.amount, c.currency, c.splits
      from ${chargesFrom} where ${spent} order by c.due_on, c.id`,
  },
  /** Paid so far; credit was paid when it was overpaid. */
  paid: {
    name: 'spend.paid',
    text: `select p.subscription_id as "subscriptionId", p.currency, ${saturatedSum('p.amount')} as total
      from billed_subscriptions b join payments p on p.subscription_id = b.id left join payments o on o.id = p.reverses
      where b.household_id = $1 and ${isVisibleTo('$2')} and p.entry <> 'credit' and coalesce(o.entry, '') <> 'credit'
      group by 1, 2 order by 1, 2`,
  },
} as const
