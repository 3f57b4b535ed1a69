import { isVisibleTo } from '../charges/charge-columns.ts'
import { chargeCorrections } from '../corrections/correction.table.ts'
import { payments } from './payment.table.ts'
import { selectList } from '../../../platform/postgres/row-columns.ts'
import { saturatedSum } from '../saturated-sum.ts'

const withReversal = `select ${selectList(payments, 'p')}, r.id as "reversedBy"`

/** Parameters: household, who looks, date and id of the last payment seen, how many, subscription. */
const list = (ofSubscription: boolean) => ({
  name: `payments.list${ofSubscription ? '.subscription' : ''}`,
  text: `${withReversal}, b.name as "subscriptionName", b.kind, b.brand_color as "brandColor", b.look,
      c.starts_on as "startsOn", c.ends_on as "endsOn"
    from payments p join charges c on c.id = p.charge_id join billed_subscriptions b on b.id = p.subscription_id
      left join payments r on r.reverses = p.id
    where p.household_id = $1 and ${isVisibleTo('$2')}
      and (p.paid_on, p.id) < ($3::date, $4::uuid)
      and ${ofSubscription ? 'p.subscription_id = $6' : '$6::uuid is null'}
    order by p.paid_on desc, p.id desc limit $5`,
})

/** Every prepared statement that reads payments and corrections; a test explains each. */
export const paymentStatements = {
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
      from payments p join billed_subscriptions b on b.id = p.subscription_id left join payments r on r.reverses = p.id
      where p.household_id = $1 and p.id = $2 and ${isVisibleTo('$3')}`,
  },
  /** What one move of credit wrote and nobody took back. */
  ofMove: {
    name: 'payments.of-move',
    text: `${withReversal} from payments p left join payments r on r.reverses = p.id
      where p.household_id = $1 and p.move_id = $2 and p.reverses is null and r.id is null order by p.recorded_at, p.id`,
  },
  /** What one move of credit ever wrote, and what took that back. */
  everOfMove: {
    name: 'payments.ever-of-move',
    text: `${withReversal} from payments p left join payments r on r.reverses = p.id
      where p.household_id = $1 and p.move_id = $2 order by p.recorded_at, p.id`,
  },
  /** Uses of a provider's credit that nobody took back, the latest first. */
  creditsUsed: {
    name: 'payments.credits-used',
    text: `${withReversal} from payments p left join payments r on r.reverses = p.id
      where p.subscription_id = $1 and p.currency = $2 and p.entry = 'credit' and r.id is null
      order by p.paid_on desc, p.recorded_at desc, p.id desc limit $3`,
  },
  /** Uses of a provider's credit that were there at an instant and were taken back since. */
  creditsGone: {
    name: 'payments.credits-gone',
    text: `${withReversal} from payments p join payments r on r.reverses = p.id
      where p.subscription_id = $1 and p.entry = 'credit' and p.recorded_at < $2::timestamptz and r.recorded_at >= $2::timestamptz
      order by p.recorded_at, p.id`,
  },
  /** Whether money came back of what a use of credit paid that nobody took back. */
  creditRefunded: {
    name: 'payments.credit-refunded',
    text: `select exists (select from payments p join charges c on c.id = p.charge_id left join payments r on r.reverses = p.id
      where p.subscription_id = $1 and p.entry = 'credit' and c.paid < p.amount and r.id is null) as "isRefunded"`,
  },
  lifetime: {
    name: 'payments.lifetime',
    // Credit was paid when it was overpaid.
    text: `select p.currency, ${saturatedSum('p.amount')} as amount from payments p left join payments o on o.id = p.reverses
      where p.subscription_id = $1 and p.entry <> 'credit' and coalesce(o.entry, '') <> 'credit'
      group by p.currency order by p.currency`,
  },
  correctionsOfCharge: {
    name: 'charge-corrections.of-charge',
    text: `select ${selectList(chargeCorrections, 'k')} from charge_corrections k
      where k.charge_id = $1 order by k.recorded_at, k.id`,
  },
  correctionsOfPayments: {
    name: 'charge-corrections.of-payments',
    text: `select ${selectList(chargeCorrections, 'k')} from charge_corrections k where k.payment_id = any($1::uuid[])`,
  },
} as const
