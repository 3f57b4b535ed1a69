import { useTranslation } from 'react-i18next'
import type { SubscriptionDetail } from '../answers.ts'
import { useRecordsForOthers } from '../billing/records-for-others.ts'
import { useHousehold } from '../client-context.tsx'
import { useOpened } from '../queries/opened.ts'
import { useFieldError, type FormPlaces } from '../use-field-error.ts'
import { rechargeDraft, rechargeOf, type RechargeDraft, type RechargeProblem } from './recharge-draft.ts'
import { useRenewSubscription } from './subscriptions.queries.ts'
import { useRechargedText } from './use-recharge-now.ts'
import { useUndoToast } from './use-undo-toast.ts'

const places: FormPlaces = {
  fields: ['renewedOn', 'interval', 'bonus', 'planId', 'paidBy', 'price'],
  codes: { 'date-out-of-range': 'renewedOn', 'currency-mismatch': 'price', 'unknown-member': 'paidBy' },
}

/** A recharge that was made, or a new start of what was over: what a form of it begins with, and recording it. */
export const useRecharging = (subscription: SubscriptionDetail, onDone: () => void) => {
  const { t } = useTranslation(['subscriptions', 'acts'])
  const textOf = useRechargedText()
  const { today, memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  const renew = useRenewSubscription()
  const { revision } = useOpened(subscription, renew.error)
  const refused = useFieldError(renew.error, places)
  const { say } = useUndoToast()
  return {
    draft: rechargeDraft(subscription, { today, paidBy: forOthers ? subscription.paidBy : memberId }),
    /** Who looks may record what others paid. */
    forOthers,
    /** It is over and starts again, where it would renew by itself. */
    restarts: subscription.renewal === 'automatic',
    say: (problem: RechargeProblem): string =>
      problem === 'notBonus' ? t('acts:recharge.notBonus') : t(`problem.${problem}`),
    at: (field: string): string | undefined => refused.at(field),
    rest: refused.rest,
    busy: renew.isPending,
    submit: (form: RechargeDraft): void => {
      const input = rechargeOf(form, subscription)
      if (input === null) return
      renew.mutate(
        { id: subscription.id, revision, ...input },
        {
          onSuccess: (newest) => {
            onDone()
            if (newest !== null) say(textOf(newest), newest)
          },
        },
      )
    },
  }
}
