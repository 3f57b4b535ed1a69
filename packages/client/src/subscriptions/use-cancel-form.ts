import { addDays, daysBetween } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubscriptionDetail } from '../answers.ts'
import { useHousehold } from '../client-context.tsx'
import { useFormat } from '../format/format.ts'
import { useOpened } from '../queries/opened.ts'
import type { OutlookCredit } from './outlook-text.ts'
import { isPaidToEnd } from './paid-to-end.ts'
import { useCancelSubscription } from './subscriptions.queries.ts'
import { useFreedMoney } from './use-freed-money.ts'
import { useOutlook } from './use-outlook.ts'
import { useUndoToast } from './use-undo-toast.ts'

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
const useWays = ({ actions, usableUntil, timeline }: SubscriptionDetail) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const { today } = useHousehold()
  const left = usableUntil === null ? 0 : Math.max(0, daysBetween(today, usableUntil))
  const isPaid = isPaidToEnd(timeline, { today, usableUntil })
  const labels: Record<When, string> = {
    now: t('cancel.now'),
    atPeriodEnd: isPaid ? t('cancel.atPeriodEnd') : t('cancel.atPeriodEndOpen'),
  }
  const nowLeft = isPaid ? t('cancel.nowLost', { count: left }) : t('cancel.nowLeft', { count: left })
  const hints: Record<When, string> = {
    now: left > 0 ? nowLeft : t('cancel.nowHint'),
    atPeriodEnd:
      usableUntil === null
        ? t('cancel.atPeriodEndHint')
        : t('cancel.usableUntil', { date: format.date(usableUntil) }),
  }
  const offered: readonly When[] = [
    ...(actions.includes('cancel') ? (['atPeriodEnd'] as const) : []),
    ...(actions.includes('cancelNow') ? (['now'] as const) : []),
  ]
  return offered.map((value) => ({ value, label: labels[value], hint: hints[value] }))
}

/** Stops the renewal here; the provider has to be told as well, and the form says so. */
export const useCancelForm = (subscription: SubscriptionDetail, onDone: () => void) => {
  const { t } = useTranslation(['subscriptions', 'acts'])
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
  const money = useFreedMoney(subscription, outlook.told, cancel.error)
  const credit: OutlookCredit = (amount) => money.told(t('acts:withdraw.credit', { amount, provider }))
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
    money: money.choice,
    error: money.rest,
    busy: cancel.isPending,
    submit: (): void => {
      if (!money.isReady()) return
      cancel.mutate(
        { id, revision, ...said, ...money.input },
        {
          onSuccess: (newest) => {
            onDone()
            say(when === 'now' ? t('cancel.doneNow', { name }) : t('cancel.done', { name }), newest)
          },
        },
      )
    },
  }
}
