import { type SubscriptionDetail, useFormat, useHousehold, useOpened } from '@streamline/client'
import { useCancelSubscription, useUndoToast } from '@streamline/client/subscriptions'
import { showToast } from '@streamline/client/toasts'
import { addDays, daysBetween } from '@streamline/domain'
import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RadioCards } from '../../../design/radio-cards.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { OutlookLines, OutlookNote } from '../acts/outlook-panel.tsx'
import { useOutlook } from '../acts/use-outlook.ts'
import { CreditFateChoice, type CreditFate } from '../credit/credit-fate-choice.tsx'
import { CancelExitFee } from './cancel-exit-fee.tsx'
import type { SubscriptionFormProps } from './subscription-sheet.tsx'

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

/** Stops the renewal here; the provider has to be told as well, and the form says so. */
export const CancelForm = ({ subscription, onDone, onNext }: SubscriptionFormProps) => {
  const { t } = useTranslation(['subscriptions', 'acts', 'billing'])
  const format = useFormat()
  const { today } = useHousehold()
  const cancel = useCancelSubscription()
  const { say } = useUndoToast()
  const decision = useDecision(subscription)
  const { revision } = useOpened(subscription, cancel.error)
  const { id, name, usableUntil, actions, providerName, minimumTerm } = subscription
  const ways: readonly When[] = [
    ...(actions.includes('cancel') ? (['atPeriodEnd'] as const) : []),
    ...(actions.includes('cancelNow') ? (['now'] as const) : []),
  ]
  const [when, setWhen] = useState<When>(ways[0] ?? 'atPeriodEnd')
  const left = usableUntil === null ? 0 : Math.max(0, daysBetween(today, usableUntil))

  const [isFeeCharged, setFeeCharged] = useState(true)
  const endsOn = when === 'now' || usableUntil === null ? today : addDays(usableUntil, 1)
  const fee = minimumTerm !== null && endsOn < minimumTerm.untilOn ? minimumTerm.exitFee : null
  const said = { when, ...(fee === null || !isFeeCharged ? {} : { exitFee: fee }) }
  const outlook = useOutlook(
    subscription,
    { act: { kind: 'cancel', ...said }, isDone: cancel.isPending || cancel.isSuccess },
    { fields: [], codes: {} },
  )

  const [credit, setCredit] = useState<CreditFate>('stays')
  const becomesCredit = outlook.told?.becomesCredit ?? []

  const submit = () => {
    cancel.mutate(
      { id, revision, ...said },
      {
        onSuccess: (newest) => {
          onDone()
          const text = when === 'now' ? t('cancel.doneNow', { name }) : t('cancel.done', { name })
          const goesOn = credit !== 'stays' && becomesCredit.length > 0 && newest.credits.length > 0
          if (!goesOn) return say(text, newest)
          // The cancellation stands whatever becomes of the money, which waits on the page. A way back would stand in the way here.
          showToast(text)
          onNext(credit)
        },
      },
    )
  }

  return (
    <SheetForm
      label={t('cancel.confirm')}
      busy={cancel.isPending}
      error={cancel.error}
      danger
      foot={
        <OutlookNote
          outlook={outlook}
          credit={(amount) =>
            credit === 'stays'
              ? t('acts:withdraw.credit', { amount, provider: providerName ?? name })
              : t('billing:credit.left', { amount })
          }
        />
      }
      onSubmit={submit}
    >
      {decision ? (
        <p className="flex gap-3 rounded-control bg-warn-soft px-4 py-3 text-sm font-medium text-warn">
          <CalendarClock size={18} className="mt-px shrink-0" aria-hidden />
          {decision}
        </p>
      ) : null}
      <RadioCards
        label={t('cancel.when')}
        value={when}
        onChange={setWhen}
        options={ways.map((way) => ({
          value: way,
          label: t(`cancel.${way}`),
          hint:
            way === 'now'
              ? left > 0
                ? t('cancel.nowLost', { count: left })
                : t('cancel.nowHint')
              : usableUntil === null
                ? t('cancel.atPeriodEndHint')
                : t('cancel.usableUntil', { date: format.date(usableUntil) }),
        }))}
      />
      <CancelExitFee
        minimumTerm={minimumTerm}
        endsOn={endsOn}
        isCharged={isFeeCharged}
        onChange={setFeeCharged}
      />
      <CreditFateChoice
        sums={becomesCredit}
        provider={providerName ?? name}
        value={credit}
        onChange={setCredit}
      />
      <OutlookLines outlook={outlook} />
      <p className="text-sm text-muted">{t('cancel.alsoThere', { provider: providerName ?? name })}</p>
    </SheetForm>
  )
}
