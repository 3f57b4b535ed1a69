import type { SubscriptionDetail } from '../answers.ts'
import { useOpened } from '../queries/opened.ts'
import { useFieldError, type FormPlaces } from '../use-field-error.ts'
import { useActSubscription, type ActInput } from './acts.queries.ts'
import { useOutlook } from './use-outlook.ts'
import { useUndoToast } from './use-undo-toast.ts'

/** Refusals of an act by the field they speak of; `intro` holds a price of its own and is looked for first. */
const actPlaces: FormPlaces = {
  fields: [
    'intro',
    'startsOn',
    'interval',
    'price',
    'billDay',
    'dueDays',
    'trial',
    'bonus',
    'dayRate',
    'rate',
    'minimumTerm',
    'exitFee',
    'reason',
    'planId',
    'fromOn',
    'untilOn',
    'resumedOn',
    'purpose',
    'title',
    'amount',
    'dueOn',
    'validity',
  ],
  codes: {
    'too-many-periods': 'startsOn',
    'currency-mismatch': 'price',
    'amount-out-of-range': 'price',
  },
}

/** An act that is being typed: what it would do, sending it, and where refusals of either stand. */
export const useActForm = (subscription: SubscriptionDetail, act: ActInput | null) => {
  const send = useActSubscription()
  const isDone = send.isPending || send.isSuccess
  const outlook = useOutlook(subscription, { act, isDone }, actPlaces)
  const refused = useFieldError(send.error, actPlaces)
  const { say } = useUndoToast()
  const opened = useOpened(subscription, send.error)
  const { id, revision } = opened
  return {
    /** What is refused is said once: beside the button, once it was sent. */
    outlook: { ...outlook, rest: refused.rest ? null : outlook.rest },
    busy: send.isPending,
    error: send.error,
    /** What the form goes on from: another one once it was told that somebody changed it meanwhile. */
    opened,
    at: (field: string): string | undefined => refused.at(field) ?? outlook.at(field),
    rest: refused.rest,
    /** Does it, says so with the way back, and tells the form that it is done. */
    submit: (done: ActInput, { text, onDone }: { text: string; onDone: () => void }) =>
      send.mutate(
        { id, revision, act: done },
        {
          onSuccess: (newest) => {
            onDone()
            say(text, newest)
          },
        },
      ),
  }
}
