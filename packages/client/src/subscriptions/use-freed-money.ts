import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActOutlook, SubscriptionDetail } from '../answers.ts'
import { useCharges } from '../billing/charges.queries.ts'
import { useFormat } from '../format/format.ts'
import { usePeople } from '../households/people.ts'
import { itemsOf } from '../queries/paged.ts'
import { useFieldError, type FormPlaces } from '../use-field-error.ts'
import { payableBy } from './credit.ts'
import { asCredit, freedInput, isFreedMissing, type FreedDraft } from './freed-money.ts'

const places: FormPlaces = {
  fields: ['chargeId', 'receivedBy'],
  codes: { 'charge-closed': 'chargeId', 'unknown-member': 'receivedBy' },
}

/** The choice of what becomes of money that an act frees, within the form of the act. */
export const useFreedMoney = (
  subscription: SubscriptionDetail,
  outlook: Pick<ActOutlook, 'freed'> | null,
  error: unknown,
) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { members, several } = usePeople()
  const [value, setValue] = useState(asCredit)
  const [isSent, setSent] = useState(false)
  const refused = useFieldError(error, places)
  const isMissing = isFreedMissing(value, outlook)
  const sums = outlook?.freed ?? []
  const amount = format.list(sums.map((sum) => format.money(sum)))
  const provider = subscription.providerName ?? subscription.name
  const ways: { value: FreedDraft['to']; label: string; hint: string }[] = [
    { value: 'credit', label: t('credit.stays', { provider }), hint: t('credit.staysHint') },
    { value: 'refund', label: t('credit.back'), hint: t('credit.backHint') },
    { value: 'charge', label: t('credit.moves'), hint: t('credit.movesHint') },
  ]
  return {
    choice: {
      subscription,
      value,
      set: (change: Partial<FreedDraft>) => setValue((before) => ({ ...before, ...change })),
      /** Null where the act frees none: nothing is asked then. */
      question: sums.length === 0 ? null : t('credit.becomes', { amount }),
      currency: sums[0]?.currency ?? subscription.price.currency,
      ways,
      /** Who may have got it back; none where there is only one. */
      receivers: several
        ? [
            { value: '', label: t('credit.eachTheirs') },
            ...members.map(({ id, name }) => ({ value: id, label: name })),
          ]
        : [],
      receiverError: refused.at('receivedBy'),
      targetError: isSent && isMissing ? t('credit.chooseFirst') : refused.at('chargeId'),
    },
    /** What belongs to no field of the choice. */
    rest: refused.rest,
    input: freedInput(value, outlook),
    /** False where something is still to be chosen, which the choice says from then on. */
    isReady: (): boolean => {
      setSent(true)
      return !isMissing
    },
    /** What is told of the money beside the button; `stays` where it is credit. */
    told: (stays: string): string =>
      value.to === 'credit'
        ? stays
        : t(value.to === 'refund' ? 'credit.noteBack' : 'credit.noteMoves', { amount }),
  }
}

export type FreedMoneyChoice = ReturnType<typeof useFreedMoney>['choice']

/** The charges that it may pay: open, of other subscriptions, in its currency. Null while they are asked for. */
export const useFreedTargets = ({
  subscription,
  currency,
}: Pick<FreedMoneyChoice, 'subscription' | 'currency'>) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const due = useCharges({ state: 'open' })
  const ahead = useCharges({ state: 'upcoming' })
  if (due.isPending || ahead.isPending) return null
  return payableBy(subscription, [...itemsOf(due.data), ...itemsOf(ahead.data)], currency).map(
    ({ id, subscriptionName, outstanding, dueOn }) => ({
      value: id,
      label: t('credit.chargeOf', {
        name: subscriptionName,
        amount: format.money(outstanding),
        date: format.shortDate(dueOn),
      }),
    }),
  )
}
