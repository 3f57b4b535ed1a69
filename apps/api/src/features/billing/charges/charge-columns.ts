import { selectList } from '../../../platform/postgres/row-columns.ts'
import { charges } from './charge.table.ts'

/** A charge as everything reads it: its own columns, and what its subscription is called and whose it is. */
export const chargeColumns = `${selectList(charges, 'c')}, b.name as "subscriptionName", b.kind,
  b.provider_id as "providerId", b.brand_color as "brandColor", b.visibility, b.owner_id as "ownerId"`

export const chargesFrom = 'charges c join billed_subscriptions b on b.id = c.subscription_id'

/** What is private is for the eyes of its owner; `$n` is who looks. */
export const isVisibleTo = (parameter: string): string =>
  `(b.visibility = 'shared' or b.owner_id = ${parameter})`
