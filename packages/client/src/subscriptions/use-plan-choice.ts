import type { Plan, Subscription } from '../answers.ts'
import { itemsOf } from '../queries/paged.ts'
import { usePlans } from '../catalogue/catalogue.queries.ts'
import { useHousehold } from '../client-context.tsx'
import { useDebounced } from '../queries/use-debounced.ts'

/** What fits into a sheet; more are found by a word. */
const shown = 6

const restMs = 150

/** Another plan of the same provider, or of any where that was wrong too, found by a word, a price or a length. */
export const usePlanChoice = (
  {
    providerId,
    kind,
    renewal,
    plan: own,
    price,
  }: Pick<Subscription, 'providerId' | 'kind' | 'renewal' | 'plan' | 'price'>,
  { everywhere, text, value }: { everywhere: boolean; text: string; value: Plan | null },
) => {
  const { country } = useHousehold()
  const q = useDebounced(text.trim(), restMs)
  const list = usePlans(
    everywhere
      ? { country, kind, ...(q === '' ? {} : { q }) }
      : providerId === null
        ? null
        : { country, providerId, kind, ...(q === '' ? {} : { q }) },
  )
  const isOther = (plan: Plan): number => (!everywhere && plan.renewal !== renewal ? 1 : 0)
  // Those that renew as it does come first; what is no longer sold is found by who asks for it.
  const all = itemsOf(list.data)
    .filter(
      (plan) =>
        plan.id !== own?.id &&
        (!everywhere || plan.price.currency === price.currency) &&
        (plan.status !== 'superseded' || q !== ''),
    )
    .toSorted((one, other) => isOther(one) - isOther(other))
  const first = all.slice(0, shown)
  return {
    // What is chosen stays in sight whatever is searched for next.
    plans: value === null || first.some(({ id }) => id === value.id) ? first : [value, ...first],
    isPending: list.isPending,
    isEmpty: all.length === 0,
    hasMore: all.length > shown || list.hasNextPage,
  }
}
