import { unpaid } from './charge-state.predicate.ts'
import { charges } from './charge.table.ts'
import { insertRows, selectList } from '../row-columns.ts'
import { saturatedSum } from '../saturated-sum.ts'

const columns = selectList(charges, 'c')

/** The payer may follow the subscription while the period runs and nothing is paid. */
const isOpenToChange = 'c.paid = 0 and c.ends_on > $8::date'

/** A corrected amount stays; dates and people follow the subscription. */
const unlessCorrected = (column: string) =>
  `${column} = case when c.corrected then c.${column} else excluded.${column} end`

/** Every prepared statement on charges but the lists; a test explains each. */
export const chargeStatements = {
  raise: {
    name: 'charges.raise',
    text: `${insertRows(charges, 'c')}
      on conflict (id) do update set
        starts_on = excluded.starts_on, ends_on = excluded.ends_on, billed_on = excluded.billed_on,
        due_on = excluded.due_on, ${unlessCorrected('net')}, ${unlessCorrected('tax')}, ${unlessCorrected('amount')},
        currency = excluded.currency, splits = excluded.splits, payer_id = excluded.payer_id, voided_at = null
      where c.voided_at is not null or (c.paid = 0 and c.waived_at is null and c.billed_on > $2::date)`,
  },
  follow: {
    name: 'charges.follow',
    text: `update charges c set
        subscription_name = $2, provider_id = $3, brand_color = $4, visibility = $5, owner_id = $6,
        payer_id = case when ${isOpenToChange} then $7 else c.payer_id end
      where c.subscription_id = $1 and (
        (c.subscription_name, c.provider_id, c.brand_color, c.visibility, c.owner_id)
          is distinct from ($2, $3, $4, $5, $6::uuid)
        or (${isOpenToChange} and c.payer_id is distinct from $7::uuid))`,
  },
  endingAfter: {
    name: 'charges.ending-after',
    text: `select ${columns} from charges c
      where c.subscription_id = $1 and c.ends_on > $2::date and c.voided_at is null order by c.index`,
  },
  /** Of what nothing is paid; the ledger moves the splits of the others. */
  setSplits: {
    name: 'charges.set-splits',
    text: `update charges c set splits = changed.splits
      from jsonb_to_recordset($1::jsonb) as changed(id uuid, splits jsonb) where c.id = changed.id`,
  },
  /** What the credit of a subscription can pay, the earliest first. */
  openOfSubscription: {
    name: 'charges.open-of-subscription',
    text: `select ${columns} from charges c
      where c.subscription_id = $1 and c.currency = $2 and ${unpaid} order by c.index limit $3`,
  },
  /** What is not paid in full of shared periods that have begun before a day, the earliest due first. */
  openBefore: {
    name: 'charges.open-before',
    text: `select ${columns} from charges c
      where c.household_id = $1 and c.visibility = 'shared' and c.starts_on < $2::date and ${unpaid}
      order by c.due_on, c.id`,
  },
  firstDay: {
    name: 'charges.first-day',
    text: `select c.starts_on as "startsOn" from charges c where c.subscription_id = $1 order by c.index limit 1`,
  },
  voidFrom: {
    name: 'charges.void',
    text: `update charges c set voided_at = $3
      where c.subscription_id = $1 and c.index >= $2 and c.paid = 0 and ${unpaid}`,
  },
  toAssume: {
    name: 'charges.to-assume',
    text: `select ${columns} from charges c
      where c.subscription_id = $1 and c.index < $2 and c.paid = 0 and ${unpaid}
        and not exists (select from payments p where p.charge_id = c.id)
      order by c.index`,
  },
  byIds: {
    name: 'charges.by-ids',
    text: `select ${columns} from charges c where c.id = any($1::uuid[])`,
  },
  byId: {
    name: 'charges.by-id',
    text: `select ${columns} from charges c
      where c.household_id = $1 and c.id = $2 and (c.visibility = 'shared' or c.owner_id = $3)`,
  },
  visible: {
    name: 'charges.visible',
    text: `select ${columns} from charges c
      where c.household_id = $1 and c.id = any($2::uuid[]) and (c.visibility = 'shared' or c.owner_id = $3)`,
  },
  visibleNames: {
    name: 'charges.visible-names',
    text: `select distinct on (c.subscription_id) c.subscription_id as id, c.subscription_name as name from charges c
      where c.household_id = $1 and c.subscription_id = any($3::uuid[]) and (c.visibility = 'shared' or c.owner_id = $2)
      order by c.subscription_id, c.index desc`,
  },
  /** Shared ones that name a member on any of their days, the latest due first. */
  namingMember: {
    name: 'charges.naming-member',
    text: `select ${columns} from charges c
      where c.household_id = $1 and c.visibility = 'shared' and c.voided_at is null
        and position($2::text in c.splits::text) > 0
      order by c.due_on desc, c.id desc offset $3 limit $4`,
  },
  ofSubscriptions: {
    name: 'charges.of-subscriptions',
    text: `select ${columns} from charges c
      where c.subscription_id = any($1::uuid[]) order by c.subscription_id, c.index`,
  },
  openAhead: {
    name: 'charges.open-ahead',
    text: `select c.subscription_id as "subscriptionId", c.index, c.due_on as "dueOn", c.amount - c.paid as amount,
        c.currency
      from charges c
      where c.subscription_id = any($1::uuid[]) and c.due_on >= $2::date and ${unpaid}
      order by c.subscription_id, c.due_on, c.index`,
  },
  ahead: {
    name: 'charges.ahead',
    text: `select c.id, c.subscription_id as "subscriptionId", c.index, c.currency, c.billed_on as "billedOn",
        c.due_on as "dueOn", c.amount, c.paid, c.waived_at is not null as waived, c.voided_at is not null as voided
      from charges c
      where c.household_id = $1 and (c.visibility = 'shared' or c.owner_id = $2)
        and ((${unpaid}) or (c.due_on >= $3 and c.due_on < $4))
      order by c.due_on, c.id`,
  },
  monthTotals: {
    name: 'charges.month-totals',
    text: `select to_char(c.due_on, 'YYYY-MM') as month, c.kind, c.currency, ${saturatedSum('c.amount')} as total
      from charges c
      where c.household_id = $1 and (c.visibility = 'shared' or c.owner_id = $2)
        and c.due_on >= $3 and c.due_on < $4 and c.voided_at is null and c.waived_at is null
      group by 1, 2, 3 order by 1, 2, 3`,
  },
  erasePrivate: {
    name: 'charges.erase-private',
    text: `delete from charges where household_id = $1 and visibility = 'private' and owner_id = $2`,
  },
  erase: { name: 'charges.erase', text: 'delete from charges where household_id = $1' },
} as const
