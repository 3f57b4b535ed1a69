import { anyOf } from '../../../platform/postgres/any-of.ts'
import { PROVIDER_CREDIT } from '@streamline/domain'
import { chargeColumns } from './charge-columns.ts'

const shown = [
  'revision',
  'raised',
  'name',
  'kind',
  'provider_id',
  'brand_color',
  'look',
  'visibility',
  'owner_id',
  'payer_id',
  'booked_from',
]

/** What billing knows of subscriptions; a test explains each. */
export const billedSubscriptionStatements = {
  /**
   * Takes over what is not older than what is known, and answers for each of those with the charges that its plan is compared
   * with: all from its first period on, and those in force that its changes of payer and split reach. The ids tell the planner how
   * many subscriptions it looks for.
   */
  know: {
    name: 'billed-subscriptions.know',
    text: `with given as (
        select * from jsonb_to_recordset($1::jsonb) as given(id uuid, "householdId" uuid, revision int, raised int, name text,
          kind text, "providerId" text, "brandColor" text, look text, visibility text, "ownerId" uuid, "paidBy" uuid,
          "bookedFrom" date, "fromIndex" int, "followsFrom" date)),
      known as (
        insert into billed_subscriptions as b (id, household_id, ${shown.join(', ')})
        select id, "householdId", revision, raised, name, kind, "providerId", "brandColor", look, visibility, "ownerId", "paidBy", "bookedFrom"
          from given order by id
        on conflict (id) do update set ${shown.map((column) => `${column} = excluded.${column}`).join(', ')}
          where (b.revision, b.raised) <= (excluded.revision, excluded.raised)
        returning b.*)
      select b.id as "billedId", ${anyOf(`from balances k where k.household_id = b.household_id
          and k.account = '${PROVIDER_CREDIT}:' || b.id and k.amount <> 0`)} as "hasCredit", ${chargeColumns}
      from known b join given on given.id = b.id
        left join charges c on c.subscription_id = b.id and c.subscription_id = any($2::uuid[])
          and (c.index >= given."fromIndex" or c.index < 0 or (c.voided_at is null and c.ends_on > given."followsFrom"))
      order by c.index, c.starts_on`,
  },
  bookedFrom: {
    name: 'billed-subscriptions.booked-from',
    text: 'select booked_from as "bookedFrom" from billed_subscriptions where id = $1',
  },
  erasePrivate: {
    name: 'billed-subscriptions.erase-private',
    text: `delete from billed_subscriptions where household_id = $1 and visibility = 'private' and owner_id = $2`,
  },
  erase: {
    name: 'billed-subscriptions.erase',
    text: 'delete from billed_subscriptions where household_id = $1',
  },
} as const
