import { anyOf } from '../../../platform/postgres/any-of.ts'
import { isVisibleTo } from '../charges/charge-columns.ts'

/**
 * Parameters: household, who looks, day and number of the last entry seen, how many, member, kind, first day, last day,
 * subscription. One statement per scope, so that each uses its own index.
 */
const text = (ofSubscription: boolean) => `
  select t.id, t.seq, t.kind, t.charge_id as "chargeId", t.payment_id as "paymentId", t.settlement_id as "settlementId",
    t.occurred_on as "occurredOn", t.recorded_by as "recordedBy", t.recorded_at as "recordedAt",
    c.subscription_id as "subscriptionId", b.name as "subscriptionName", b.kind as "kindOfSubscription",
    b.provider_id as "providerId", b.brand_color as "brandColor", b.look, c.starts_on as "startsOn", c.ends_on as "endsOn",
    coalesce(p.amount, s.amount, k.after) as amount, coalesce(p.currency, s.currency, c.currency) as currency,
    k.kind as "correctionKind", k.before as "amountBefore", p.payers, s.from_member as "fromMember", s.to_member as "toMember",
    coalesce(p.method, s.method) as method, coalesce(p.reference, s.reference) as reference,
    coalesce(p.note, case when t.kind = 'settlementUndone' then s.undo_reason else s.note end, k.reason) as note,
    (${anyOf('from payments r where r.reverses = t.payment_id')}
      or (t.kind = 'settlement' and s.undone_at is not null)) as "takenBack",
    coalesce((select jsonb_agg(jsonb_build_object('memberId', e.account, 'amount', e.amount, 'currency', e.currency)
      order by e.account) from ledger_entries e where e.transaction_id = t.id), '[]') as entries
  from ledger_transactions t
    left join charges c on c.id = t.charge_id
    left join billed_subscriptions b on b.id = c.subscription_id
    left join payments p on p.id = t.payment_id
    left join charge_corrections k on k.id = t.correction_id
    left join settlements s on s.id = t.settlement_id
  where t.household_id = $1 and (t.occurred_on, t.seq) < ($3::date, $4::bigint)
    and (c.id is null or ${isVisibleTo('$2')})
    and ${
      ofSubscription
        ? 't.charge_id in (select o.id from charges o where o.subscription_id = $10::uuid and o.household_id = $1)'
        : '$10::uuid is null'
    }
    and ($7::text is null or t.kind = $7)
    and ($8::date is null or t.occurred_on >= $8) and ($9::date is null or t.occurred_on <= $9)
    and ($6::uuid is null or $6 in (s.from_member, s.to_member)
      or p.payers @> jsonb_build_array(jsonb_build_object('memberId', $6::text))
      or ${anyOf('from ledger_entries e where e.transaction_id = t.id and e.account = $6::text')})
  order by t.occurred_on desc, t.seq desc limit $5`

const statements = {
  all: { name: 'history.list', text: text(false) },
  ofSubscription: { name: 'history.of-subscription', text: text(true) },
} as const

export const historyStatement = (ofSubscription: boolean) =>
  ofSubscription ? statements.ofSubscription : statements.all

/** Every prepared statement on the history; a test explains each. */
export const historyStatements = Object.values(statements)
