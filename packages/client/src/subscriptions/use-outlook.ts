import { useMemo } from 'react'
import type { ActOutlook, SubscriptionDetail } from '../answers.ts'
import { useDebounced } from '../queries/use-debounced.ts'
import { useFieldError, type FormPlaces } from '../use-field-error.ts'
import { useActOutlook, type ActInput } from './acts.queries.ts'

const restMs = 250

export interface Outlook {
  /** Null while the form says nothing, or what it says is refused. */
  readonly told: ActOutlook | null
  /** It speaks of what is on screen, not of what was typed before. */
  readonly isSettled: boolean
  /** Why a field would be refused. */
  readonly at: (field: string) => string | undefined
  /** A refusal that belongs to no field. */
  readonly rest: unknown
}

/** What the act in a form would do, asked once the typing has rested. */
export const useOutlook = (
  subscription: SubscriptionDetail,
  { act, isDone }: { act: ActInput | null; isDone: boolean },
  places: FormPlaces,
): Outlook => {
  const text = act === null ? '' : JSON.stringify(act)
  const rested = useDebounced(text, restMs)
  const asked = useMemo(() => (rested === '' ? null : (JSON.parse(rested) as ActInput)), [rested])
  const { data, error, isPlaceholderData } = useActOutlook(subscription, asked, isDone)
  const { at, rest } = useFieldError(asked === null ? null : error, places)
  return {
    told: act === null || error ? null : (data ?? null),
    isSettled: rested === text && !isPlaceholderData,
    at,
    rest,
  }
}
