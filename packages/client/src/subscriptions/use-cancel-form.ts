import { addDays, daysBetween } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubscriptionDetail } from '../answers.ts'
import { useHousehold } from '../client-context.tsx'
import { useFormat } from '../format/format.ts'
import { useOpened } from '../queries/opened.ts'
import { showToast } from '../toasts/toast-store.ts'
import type { OutlookCredit } from './outlook-text.ts'
import { useCancelSubscription } from './subscriptions.queries.ts'
import { useOutlook } from './use-outlook.ts'
import { useUndoToast } from './use-undo-toast.ts'

/** What becomes of money that nothing needs any more; the sheet that goes on with it is called like it. */
export type CreditFate = 'stays' | 'refundCredit' | 'useCredit'

type When = 'atPeriodEnd' | 'now'

/** By when to decide, and which debit that avoids; or that it is too late for the next one. */
const useDecision = ({ decideBy, nextDebit, minimumTerm }: SubscriptionDetail): string | null => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  if (nextDebit === null || nextDebit.expected) return null
  const debit = { amount: format.money(nextDebit.amount), date: format.date(nextDebit.on) }
  // A debit within a minimum term is not avoided by deciding earlier: what that costs is said below.
  if (decideBy === null || (minimumTerm !== null && nextDebit.on < minimumTerm.untilOn)) return null
  // The decision then belongs to a later debit: the next one comes whatever is decided.
  if (decideBy >= nextDebit.on) return t('cancel.tooLate', { ...debit, by: format.date(decideBy) })
  return t('cancel.decideBy', { ...debit, by: format.date(decideBy) })
}

/** When it ends, in plain choices with what each of them means. */
const useWays = ({ actions, usableUntil }: SubscriptionDetail) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const { today } = useHousehold()
  const left = usableUntil === null ? 0 : Math.max(0, daysBetween(today, usableUntil))
  const hints: Record<When, string> = {
    now: left > 0 ? t('cancel.nowLost', { count: left }) : t('cancel.nowHint'),
    atPeriodEnd:
      usableUntil === null
        ? t('cancel.atPeriodEndHint')
        : t('cancel.usableUntil', { date: format.date(usableUntil) }),
  }
  const offered: readonly When[] = [
    ...(actions.includes('cancel') ? (['atPeriodEnd'] as const) : []),
    ...(actions.includes('cancelNow') ? (['now'] as const) : []),
  ]
  return offered.map((value) => ({ value, label: t(`cancel.${value}`), hint: hints[value] }))
}

/** Stops the renewal here; the provider has to be told as well, and the form says so. */
export const useCancelForm = (
  subscription: SubscriptionDetail,
  /** `onNext` goes on with what becomes of money that is left. */
  { onDone, onNext }: { onDone: () => void; onNext: (fate: Exclude<CreditFate, 'stays'>) => void },
) => {
  const { t } = useTranslation(['subscriptions', 'acts', 'billing'])
  const { today } = useHousehold()
  const cancel = useCancelSubscription()
  const { say } = useUndoToast()
  const decision = useDecision(subscription)
  const ways = useWays(subscription)
  const { revision } = useOpened(subscription, cancel.error)
  const { id, name, usableUntil, providerName, minimumTerm } = subscription
  const provider = providerName ?? name
  const [when, setWhen] = useState<When>(ways[0]?.value ?? 'atPeriodEnd')
  const [isFeeCharged, setFeeCharged] = useState(true)
  const [fate, setFate] = useState<CreditFate>('stays')
  // The first day without it.
  const endsOn = when === 'now' || usableUntil === null ? today : addDays(usableUntil, 1)
  const leaves = minimumTerm !== null && endsOn < minimumTerm.untilOn ? minimumTerm : null
  const fee = leaves?.exitFee ?? null
  const said = { when, ...(fee === null || !isFeeCharged ? {} : { exitFee: fee }) }
  const outlook = useOutlook(
    subscription,
    { act: { kind: 'cancel', ...said }, isDone: cancel.isPending || cancel.isSuccess },
    { fields: [], codes: {} },
  )
  const becomesCredit = outlook.told?.becomesCredit ?? []
  const credit: OutlookCredit = (amount) =>
    fate === 'stays' ? t('acts:withdraw.credit', { amount, provider }) : t('billing:credit.left', { amount })
  return {
    provider,
    decision,
    ways,
    when,
    setWhen,
    /** The minimum term that one leaves before its end; null where there is none. */
    leaves,
    isFeeCharged,
    setFeeCharged,
    outlook,
    credit,
    becomesCredit,
    fate,
    setFate,
    error: cancel.error,
    busy: cancel.isPending,
    submit: (): void =>
      cancel.mutate(
        { id, revision, ...said },
        {
          onSuccess: (newest) => {
            onDone()
            const text = when === 'now' ? t('cancel.doneNow', { name }) : t('cancel.done', { name })
            const goesOn = becomesCredit.length > 0 && newest.credits.length > 0
            if (fate === 'stays' || !goesOn) return say(text, newest)
            // The cancellation stands whatever becomes of the money, which waits on the page. A way back would stand in the way here.
            showToast(text)
            onNext(fate)
          },
        },
      ),
  }
}
