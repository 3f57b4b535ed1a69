import { selectList } from '../../../platform/postgres/row-columns.ts'
import { charges } from './charge.table.ts'

/** What is paid beyond what is owed; of a period that went nothing is owed. */
const beyond = (alias: string): string =>
  `greatest(${alias}.paid - case when ${alias}.voided_at is null then ${alias}.amount else 0 end, 0)`

/**
 * What of its overpayment the provider still owes: credit is used from the earliest overpaid charge on, so what is left belongs to the
 * latest. Asked only where something was overpaid.
 */
const creditLeft = `case when ${beyond('c')} = 0 then 0 else least(${beyond('c')}, greatest(0,
    coalesce((select -held.amount from balances held where held.household_id = c.household_id
      and held.account = 'provider-credit:' || c.subscription_id and held.currency = c.currency), 0)
    - coalesce((select sum(${beyond('later')}) from charges later where later.subscription_id = c.subscription_id
      and later.currency = c.currency and (later.index, later.starts_on) > (c.index, c.starts_on)), 0)))::bigint end`

/** A charge as everything reads it: its own columns, and what its subscription is called and whose it is. */
export const chargeColumns = `${selectList(charges, 'c')}, b.name as "subscriptionName", b.kind,
  b.provider_id as "providerId", b.brand_color as "brandColor", b.look, b.visibility, b.owner_id as "ownerId",
  ${creditLeft} as "creditLeft"`

export const chargesFrom = 'charges c join billed_subscriptions b on b.id = c.subscription_id'

/** What is private is for the eyes of its owner; `$n` is who looks. */
export const isVisibleTo = (parameter: string): string =>
  `(b.visibility = 'shared' or b.owner_id = ${parameter})`
