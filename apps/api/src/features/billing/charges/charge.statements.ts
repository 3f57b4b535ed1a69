import { unpaid } from './charge-state.predicate.ts'
import { chargeColumns, chargesFrom, isVisibleTo } from './charge-columns.ts'
import { charges } from './charge.table.ts'
import { anyOf } from '../../../platform/postgres/any-of.ts'
import { insertRows } from '../../../platform/postgres/row-columns.ts'
import { saturatedSum } from '../saturated-sum.ts'

/** True where a charge was booked by a debit of which this holds. */
const aDebit = (holds: string) =>
  anyOf(`from payments p where p.charge_id = c.id and p.assumed and p.entry = 'payment' and ${holds}`)

const reversedBySomebody = '(select r.recorded_by is not null from payments r where r.reverses = p.id)'

/** Its debit went through once, as far as anybody said; what the house took back with an act did not. */
const wasBooked = aDebit(`coalesce(${reversedBySomebody}, true)`)

/** Somebody said that its debit did not go through. */
const wasDenied = aDebit(reversedBySomebody)

/** Every prepared statement on charges but the lists and those of the comparison; a test explains each. */
export const chargeStatements = {
  raise: { name: 'charges.raise', text: insertRows(charges, 'c') },
  /** Of what no money touched; the ledger changes the others. The ids tell the planner how many they are. */
  change: {
    name: 'charges.change',
    text: `update charges c set starts_on = changed."startsOn", ends_on = changed."endsOn", billed_on = changed."billedOn", due_on = changed."dueOn",
        net = changed.net, tax = changed.tax, amount = changed.amount, splits = changed.splits,
        payer_id = changed."payerId", voided_at = changed."voidedAt", corrected = changed.corrected, uncut = changed.uncut,
        waived_at = changed."waivedAt", waived_by = changed."waivedBy"
      from jsonb_to_recordset($1::jsonb) as changed(id uuid, "startsOn" date, "endsOn" date, "billedOn" date, "dueOn" date, net bigint,
        tax bigint, amount bigint, splits jsonb, "payerId" uuid, "voidedAt" timestamptz, corrected boolean, uncut jsonb,
        "waivedAt" timestamptz, "waivedBy" uuid)
      where c.id = changed.id and c.id = any($2::uuid[])`,
  },
  /** What the credit of a subscription can pay, the earliest first. */
  openOfSubscription: {
    name: 'charges.open-of-subscription',
    text: `select ${chargeColumns} from ${chargesFrom}
      where c.subscription_id = $1 and c.currency = $2 and ${unpaid} order by c.due_on, c.index limit $3`,
  },
  /** Charges of a subscription on which money is too much, the latest first: what is left of its credit is there. */
  overpaidOf: {
    name: 'charges.overpaid-of',
    text: `select ${chargeColumns} from ${chargesFrom}
      where c.household_id = $1 and c.subscription_id = $2 and c.currency = $3 and ${isVisibleTo('$4')}
        and c.paid > case when c.voided_at is null then c.amount else 0 end
      order by c.index desc, c.starts_on desc limit $5`,
  },
  /** Bills of which somebody was told, by what they were told of and its day, for as long as something is open. */
  openOfTold: {
    name: 'charges.open-of-told',
    text: `select c.id, asked.subject_id as "subjectId", c.due_on as "on"
      from unnest($1::uuid[], $2::uuid[], $3::date[]) as asked(household_id, subject_id, due_on)
        join charges c on c.household_id = asked.household_id and c.due_on = asked.due_on
          and (c.id = asked.subject_id or (c.index >= 0 and c.subscription_id = asked.subject_id))
      where ${unpaid}`,
  },
  /** What is not paid in full of shared periods that have begun before a day, the earliest due first. */
  openBefore: {
    name: 'charges.open-before',
    text: `select ${chargeColumns} from ${chargesFrom}
      where c.household_id = $1 and b.household_id = $1 and b.visibility = 'shared' and c.starts_on < $2::date and ${unpaid}
      order by c.due_on, c.id`,
  },
  /** What is paid in part at least of shared periods that go on after a day, where they name a member. */
  paidBeyond: {
    name: 'charges.paid-beyond',
    text: `select ${chargeColumns} from ${chargesFrom}
      where c.household_id = $1 and b.household_id = $1 and b.visibility = 'shared' and c.voided_at is null
        and c.paid > 0 and c.ends_on > $3::date and position($2::text in c.splits::text) > 0`,
  },
  firstDay: {
    name: 'charges.first-day',
    text: `select c.starts_on as "startsOn" from charges c where c.subscription_id = $1 and c.index >= 0 order by c.index limit 1`,
  },
  /** The charges in force of numbered periods. */
  ofPeriods: {
    name: 'charges.of-periods',
    text: `select ${chargeColumns}
      from unnest($1::uuid[], $2::int[]) as asked(id, index)
        join charges c on c.subscription_id = asked.id and c.index = asked.index and c.voided_at is null
        join billed_subscriptions b on b.id = c.subscription_id and b.id = any($1::uuid[])`,
  },
  /**
   * What is due by a day and not paid, of each subscription from a day on, where no debit was ever booked: one that was denied is
   * never booked again. Where what happened was put right, what a debit has left open is booked too: it was of another amount.
   */
  toBook: {
    name: 'charges.to-book',
    text: `select ${chargeColumns}, (
        select count(*)::int from payments p where p.charge_id = c.id and p.assumed and p.entry = 'payment'
      ) as "assumedBefore"
      from jsonb_to_recordset($1::jsonb) as given(id uuid, "from" date, until date, amends boolean)
        join charges c on c.subscription_id = given.id and c.subscription_id = any($2::uuid[])
        join billed_subscriptions b on b.id = c.subscription_id and b.id = any($2::uuid[])
      where ${unpaid} and c.index >= 0 and c.due_on between given."from" and given.until
        and (not ${wasBooked} or (given.amends and not c.corrected and not ${wasDenied}))
      order by c.due_on, c.id`,
  },
  byIds: {
    name: 'charges.by-ids',
    text: `select ${chargeColumns} from ${chargesFrom} where c.id = any($1::uuid[])`,
  },
  byId: {
    name: 'charges.by-id',
    text: `select ${chargeColumns} from ${chargesFrom}
      where c.household_id = $1 and c.id = $2 and ${isVisibleTo('$3')}`,
  },
  visible: {
    name: 'charges.visible',
    text: `select ${chargeColumns} from ${chargesFrom}
      where c.household_id = $1 and c.id = any($2::uuid[]) and ${isVisibleTo('$3')}`,
  },
  visibleNames: {
    name: 'charges.visible-names',
    text: `select b.id, b.name from billed_subscriptions b
      where b.household_id = $1 and b.id = any($3::uuid[]) and ${isVisibleTo('$2')}`,
  },
  /** Shared ones that name a member on any of their days, the latest due first. */
  namingMember: {
    name: 'charges.naming-member',
    text: `select ${chargeColumns} from ${chargesFrom}
      where c.household_id = $1 and b.visibility = 'shared' and c.voided_at is null
        and position($2::text in c.splits::text) > 0
      order by c.due_on desc, c.id desc offset $3 limit $4`,
  },
  /** All that name a member as who pays or who bears it, whatever became of them. */
  mentioning: {
    name: 'charges.mentioning',
    text: `select ${chargeColumns} from ${chargesFrom}
      where c.household_id = $1 and b.household_id = $1 and (c.payer_id = $2::uuid or position($2::text in c.splits::text) > 0)`,
  },
  ofSubscriptions: {
    name: 'charges.of-subscriptions',
    text: `select ${chargeColumns} from ${chargesFrom}
      where c.subscription_id = any($1::uuid[]) and b.id = any($1::uuid[])
      order by c.subscription_id, c.index, c.starts_on`,
  },
  openAhead: {
    name: 'charges.open-ahead',
    text: `select c.subscription_id as "subscriptionId", c.index, c.due_on as "dueOn", c.amount - c.paid as amount,
        c.currency
      from charges c
      where c.subscription_id = any($1::uuid[]) and c.due_on >= $2::date and ${unpaid}
      order by c.subscription_id, c.due_on, c.index`,
  },
  /** Until when the bills of a subscription are settled: with money on them, waived, or of an amount that somebody corrected. */
  settledUntil: {
    name: 'charges.settled-until',
    text: `select max(c.ends_on) as "endsOn" from charges c
      where c.household_id = $1 and c.subscription_id = $2 and c.index >= 0 and c.voided_at is null
        and (c.paid > 0 or c.corrected or c.waived_at is not null)`,
  },
  /**
   * Parameters: household, who looks, `[today, until)`, and the months `[from, until)`. Each a JSON array, a charge in it a list
   * without names: some hundred rows cost more to take apart than to read.
   */
  ofOverview: {
    name: 'charges.of-overview',
    text: `select (select coalesce(json_agg(found), '[]') from (
      select json_build_array(c.id, c.subscription_id, c.index, c.currency, c.billed_on, c.due_on, c.amount, c.paid,
        c.waived_at is not null, c.voided_at is not null,
        ${wasBooked}) as found
      from ${chargesFrom}
      where c.household_id = $1 and b.household_id = $1 and ${isVisibleTo('$2')}
        and ((${unpaid}) or (c.due_on >= $3 and c.due_on < $4))
      order by c.due_on, c.id) as charge) as charges,
    (select coalesce(json_agg(found), '[]') from (
      select to_char(c.due_on, 'YYYY-MM') as month, b.kind, c.currency, ${saturatedSum('c.amount')} as total
      from ${chargesFrom}
      where c.household_id = $1 and b.household_id = $1 and ${isVisibleTo('$2')}
        and c.due_on >= $5 and c.due_on < $6 and c.voided_at is null and c.waived_at is null
      group by 1, 2, 3 order by 1, 2, 3) as found) as months`,
  },
} as const
