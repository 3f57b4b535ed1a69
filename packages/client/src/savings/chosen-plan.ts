import type { CheapestSet, Needs } from './needs-change.ts'

type Chosen = CheapestSet['best']['chosen'][number]

export interface ChosenPlan {
  readonly key: string
  readonly name: string
  /** It stays whatever it costs. */
  readonly isKept: boolean
  /** The subscription of which somebody can say that it stays; null where nothing would change it. */
  readonly keepable: string | null
  /** The plan that somebody can refuse; null where none is new. */
  readonly refusable: { readonly id: string; readonly name: string } | null
}

/** What a household can say to what would become of a plan. */
export const chosenPlan = (
  { subscription, plan, what }: Chosen,
  { keep }: Pick<Needs, 'keep'>,
): ChosenPlan => {
  const isKept = subscription !== null && keep.includes(subscription.id)
  return {
    key: `${subscription?.id ?? ''} ${plan?.id ?? ''} ${what}`,
    name: subscription?.name ?? plan?.name ?? '',
    isKept,
    keepable:
      subscription !== null && (isKept || what === 'goes' || what === 'changes') ? subscription.id : null,
    refusable: what === 'changes' || what === 'begins' ? plan : null,
  }
}
