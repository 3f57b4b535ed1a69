import { chargeColumns, chargesFrom, isVisibleTo } from './charge-columns.ts'
import { chargeFilters, stateCondition, type ChargeFilter } from './charge-state.predicate.ts'

export type ListingFilter = ChargeFilter | 'all'

/** Parameters: household, its date, who looks, due date and id of the last charge seen, how many, subscription. */
const text = (filter: ListingFilter, ofSubscription: boolean) => `
  select ${chargeColumns} from ${chargesFrom}
  where c.household_id = $1 and $2::date is not null
    and ${isVisibleTo('$3')}
    and (c.due_on, c.id) > ($4::date, $5::uuid)
    and ${ofSubscription ? 'c.subscription_id = $7' : '$7::uuid is null'}
    ${filter === 'all' ? '' : `and ${stateCondition[filter]}`}
  order by c.due_on, c.id limit $6`

const statements = new Map(
  (['all', ...chargeFilters] as const).flatMap((filter) =>
    [true, false].map((ofSubscription) => {
      const name = `charges.list.${filter}${ofSubscription ? '.subscription' : ''}`
      return [name, { name, text: text(filter, ofSubscription) }] as const
    }),
  ),
)

/** One prepared statement per state and scope, so that each has a plan of its own and uses its own index. */
export const chargeListing = (filter: ListingFilter, ofSubscription: boolean) => {
  const statement = statements.get(`charges.list.${filter}${ofSubscription ? '.subscription' : ''}`)
  if (!statement) throw new Error(`There is no list of charges for "${filter}".`)
  return statement
}

export const everyChargeListing = [...statements.values()]
