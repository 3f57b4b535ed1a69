import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Charge } from '../answers.ts'
import { useDraft } from '../drafts/use-draft.ts'
import { amountText, parseAmount } from '../format/amount-text.ts'
import { useFormat } from '../format/format.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useFieldError, type FormPlaces } from '../use-field-error.ts'
import { draftOfCharge } from './draft-names.ts'
import { useCorrectCharge } from './charges.queries.ts'

const places: FormPlaces = {
  fields: ['amount', 'reason'],
  codes: { 'amount-out-of-range': 'amount', 'currency-mismatch': 'amount' },
}

/** What the provider really billed for a period, and why it differs, while it is typed. */
export const useChargeCorrection = (
  { id, subscriptionName, amount: before, paid }: Pick<Charge, 'id' | 'subscriptionName' | 'amount' | 'paid'>,
  onDone: () => void,
) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { currency } = before
  const { draft, set, kept } = useDraft(draftOfCharge('correct', id), {
    amount: amountText(before.amount, currency),
    reason: '',
  })
  const { amount, reason } = draft
  const [sent, setSent] = useState(false)
  const correct = useCorrectCharge()
  const refused = useFieldError(correct.error, places)
  const minor = parseAmount(amount, currency)
  const isSame = minor === before.amount
  const tooMuch = minor === null ? 0 : paid.amount - minor
  const problem =
    minor === null ? t('correct.problem.amount') : isSame ? t('correct.problem.same') : undefined
  const noReason = reason.trim() === '' ? t('correct.problem.reason') : undefined
  return {
    currency,
    amount,
    setAmount: (text: string): void => set({ amount: text }),
    reason,
    setReason: (text: string): void => set({ reason: text }),
    kept,
    hint:
      tooMuch > 0
        ? t('correct.credit', { amount: format.money({ amount: tooMuch, currency }) })
        : t('correct.hint', { amount: format.money(before) }),
    amountError: (sent ? problem : undefined) ?? refused.at('amount'),
    reasonError: (sent ? noReason : undefined) ?? refused.at('reason'),
    rest: refused.rest,
    busy: correct.isPending,
    submit: (): void => {
      setSent(true)
      if (minor === null || problem !== undefined || noReason !== undefined) return
      correct.mutate(
        { id, amount: { amount: minor, currency }, reason: reason.trim() },
        {
          onSuccess: () => {
            onDone()
            showToast(
              t('correct.done', {
                name: subscriptionName,
                amount: format.money({ amount: minor, currency }),
              }),
            )
          },
        },
      )
    },
  }
}
