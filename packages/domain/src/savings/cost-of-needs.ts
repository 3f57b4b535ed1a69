import { cheapestOfSet } from './fewest-months.ts'
import type { LineNeed, Needs, ServiceNeed } from './needs.ts'
import { programOf } from './set-options.ts'
import type { SavingsInput } from './set-program.ts'

/** One thing that can be asked of a line. */
export type LineAsk = 'mbPerDay' | 'needsCalls' | 'validity' | 'providerLock' | 'mbps' | 'capGb'

/** One thing that is asked for, so that it could be asked for no longer. */
export type Ask =
  | {
      readonly kind: 'service'
      readonly tier: ServiceNeed['tier']
      /** Those who no longer need it: all who use it together, or one of them. */
      readonly memberIds: readonly string[]
    }
  | { readonly kind: 'line'; readonly subscriptionId: string; readonly ask: LineAsk }
  | { readonly kind: 'keep'; readonly subscriptionId: string }
  | { readonly kind: 'never'; readonly id: string }

/** What one need costs: how much less the cheapest set would be without it. */
export interface NeedCost {
  readonly ask: Ask
  /**
   * Minor units of twelve months; null where the time did not suffice to prove it, or no set is left. Below zero only of a line that
   * is kept although it gives less than it is asked for: were it not kept, it would have to give that.
   */
  readonly cost: number | null
}

const lineAsks: readonly LineAsk[] = ['mbPerDay', 'needsCalls', 'validity', 'providerLock', 'mbps', 'capGb']

const isAsked = (line: LineNeed, ask: LineAsk): boolean => line[ask] !== null && line[ask] !== false

/** Everything that is asked for, each once; those who use a service together also one by one. */
export function asksOf({ services, lines, keep, never }: Needs): Ask[] {
  const ofServices = services
    .filter(({ isWanted, memberIds }) => isWanted && memberIds.length > 0)
    .flatMap(({ tier, memberIds }): Ask[] => {
      const groups = memberIds.length === 1 ? [memberIds] : [memberIds, ...memberIds.map((id) => [id])]
      return groups.map((ids) => ({ kind: 'service', tier, memberIds: ids }))
    })
  const ofLines = lines.flatMap((line) =>
    lineAsks
      .filter((ask) => isAsked(line, ask))
      .map((ask): Ask => ({ kind: 'line', subscriptionId: line.subscriptionId, ask })),
  )
  return [
    ...ofServices,
    ...ofLines,
    ...keep.map((subscriptionId): Ask => ({ kind: 'keep', subscriptionId })),
    ...never.map((id): Ask => ({ kind: 'never', id })),
  ]
}

const isOf = (need: ServiceNeed, tier: ServiceNeed['tier']): boolean =>
  need.isWanted && need.tier.ladderId === tier.ladderId && need.tier.rank === tier.rank

const notAsking = (line: LineNeed, ask: LineAsk): LineNeed =>
  ask === 'needsCalls' ? { ...line, needsCalls: false } : { ...line, [ask]: null }

/** The same needs without one thing that is asked for. */
export function needsWithout(needs: Needs, ask: Ask): Needs {
  switch (ask.kind) {
    case 'service':
      return {
        ...needs,
        services: needs.services.map((need) =>
          isOf(need, ask.tier)
            ? { ...need, memberIds: need.memberIds.filter((id) => !ask.memberIds.includes(id)) }
            : need,
        ),
      }
    case 'line':
      return {
        ...needs,
        lines: needs.lines.map((line) =>
          line.subscriptionId === ask.subscriptionId ? notAsking(line, ask.ask) : line,
        ),
      }
    case 'keep':
      return { ...needs, keep: needs.keep.filter((id) => id !== ask.subscriptionId) }
    case 'never':
      return { ...needs, never: needs.never.filter((id) => id !== ask.id) }
  }
}

/**
 * What each need costs, one after another, so that whoever works it out can pause in between: the cheapest set is `value`, and without
 * the need the same integer program comes to so much less. `timeout` is for all of them together, milliseconds; one that is not proven
 * in its part of it has no figure.
 */
export function* costsOfNeeds(
  input: SavingsInput,
  value: number,
  { timeout }: { readonly timeout: number },
): Generator<NeedCost> {
  const asks = asksOf(input.needs)
  const each = Math.max(1, Math.floor(timeout / Math.max(1, asks.length)))
  for (const ask of asks) {
    const program = programOf({ ...input, needs: needsWithout(input.needs, ask) })
    const proof = cheapestOfSet(program, { timeout: each })?.proof
    yield { ask, cost: proof?.status === 'optimal' ? value - proof.value : null }
  }
}
