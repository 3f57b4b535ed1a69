import type { ChargeState } from '@streamline/domain'

export type ChargeFilter = ChargeState | 'open'

export const chargeFilters = [
  'upcoming',
  'due',
  'overdue',
  'partlyPaid',
  'paid',
  'waived',
  'void',
  'open',
] as const satisfies readonly ChargeFilter[]

const live = 'c.voided_at is null and c.waived_at is null'

/** Word for word the condition of the partial index `charges_open`. */
export const unpaid = `c.paid < c.amount and ${live}`

/**
 * The domain's `chargeStateOf` as conditions over `charges c`, with `$2` the household's date. A property test
 * holds the two equal.
 */
export const stateCondition: Record<ChargeFilter, string> = {
  void: 'c.voided_at is not null',
  waived: 'c.voided_at is null and c.waived_at is not null',
  paid: `c.paid >= c.amount and ${live}`,
  overdue: `${unpaid} and c.due_on < $2::date`,
  partlyPaid: `${unpaid} and c.due_on >= $2::date and c.paid > 0`,
  due: `${unpaid} and c.due_on >= $2::date and c.paid = 0 and c.billed_on <= $2::date`,
  upcoming: `${unpaid} and c.due_on >= $2::date and c.paid = 0 and c.billed_on > $2::date`,
  open: `${unpaid} and (c.paid > 0 or c.billed_on <= $2::date)`,
}
