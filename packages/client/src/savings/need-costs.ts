import type { SavingsResult } from './needs-change.ts'

export type NeedCost = SavingsResult['costs'][number]
type Cost = NonNullable<NeedCost['cost']>

/** What is told beside a need: only what would be cheaper without it. */
const toTell = (cost: NeedCost | undefined): Cost | null =>
  cost === undefined || cost.cost === null || cost.cost.amount <= 0 ? null : cost.cost

const isFor = (memberIds: readonly string[], others: readonly string[]): boolean =>
  memberIds.length === others.length && memberIds.every((id) => others.includes(id))

/** What a service costs for those who use it together, or for one of them. */
export const costOfService = (
  costs: readonly NeedCost[],
  serviceId: string,
  memberIds: readonly string[],
): Cost | null =>
  toTell(
    costs.find(
      (one) => one.kind === 'service' && one.serviceId === serviceId && isFor(one.memberIds, memberIds),
    ),
  )

/** Each thing that a line is asked for and that costs something. */
export const costsOfLine = (costs: readonly NeedCost[], subscriptionId: string) =>
  costs.flatMap((one) => {
    const cost = toTell(one)
    return one.kind === 'line' && one.subscriptionId === subscriptionId && cost !== null
      ? [{ ask: one.ask, cost }]
      : []
  })

/** What keeping a subscription costs. */
export const costOfKeeping = (costs: readonly NeedCost[], subscriptionId: string): Cost | null =>
  toTell(costs.find((one) => one.kind === 'keep' && one.subscriptionId === subscriptionId))

/** What ruling out a provider or plan costs. */
export const costOfNever = (costs: readonly NeedCost[], catalogueId: string): Cost | null =>
  toTell(costs.find((one) => one.kind === 'never' && one.catalogueId === catalogueId))
