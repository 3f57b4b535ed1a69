import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Payment } from '../answers.ts'
import { useDraft } from '../drafts/use-draft.ts'
import { amountText, parseAmount } from '../format/amount-text.ts'
import { usePeople } from '../households/people.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useFieldError, type FormPlaces } from '../use-field-error.ts'
import { draftOfDenial } from './draft-names.ts'
import { useDenyDebit } from './debits.queries.ts'

const places: FormPlaces = {
  fields: ['amount', 'paidBy'],
  codes: { 'amount-out-of-range': 'amount', 'currency-mismatch': 'amount', 'unknown-member': 'paidBy' },
}

export type Deniable = Pick<Payment, 'id' | 'amount' | 'paidBy'> & { name: string }

const ways = ['failed', 'otherAmount', 'somebodyElse'] as const

interface Draft {
  because: (typeof ways)[number]
  amount: string
  paidBy: string
}

/** What became of a debit that was taken as paid, while it is said. */
export const useDebitDenial = ({ id, name, amount: booked, paidBy: by }: Deniable, onDone: () => void) => {
  const { t } = useTranslation('billing')
  const { members, several } = usePeople()
  const { draft, set, kept } = useDraft<Draft>(
    draftOfDenial(id),
    {
      because: 'failed',
      amount: amountText(booked.amount, booked.currency),
      paidBy: members.find((member) => member.id !== by)?.id ?? '',
    },
    true,
  )
  const { because, amount, paidBy } = draft
  const [sent, setSent] = useState(false)
  const deny = useDenyDebit()
  const refused = useFieldError(deny.error, places)
  const minor = parseAmount(amount, booked.currency)
  const isUnread = minor === null || minor === 0
  return {
    kept,
    because,
    setBecause: (way: Draft['because']): void => set({ because: way }),
    options: ways
      .filter((way) => several || way !== 'somebodyElse')
      .map((value) => ({ value, label: t(`deny.${value}`) })),
    currency: booked.currency,
    amount,
    setAmount: (text: string): void => set({ amount: text }),
    amountError: (sent && isUnread ? t('deny.problemAmount') : undefined) ?? refused.at('amount'),
    paidBy,
    setPaidBy: (memberId: string): void => set({ paidBy: memberId }),
    paidByError: refused.at('paidBy'),
    rest: refused.rest,
    busy: deny.isPending,
    submit: (): void => {
      setSent(true)
      if (deny.isPending || (because === 'otherAmount' && isUnread)) return
      const said = {
        failed: {},
        otherAmount: { amount: { amount: minor ?? 0, currency: booked.currency } },
        somebodyElse: { paidBy },
      }[because]
      deny.mutate(
        { id, because, ...said },
        {
          onSuccess: () => {
            kept.forget()
            onDone()
            showToast(t('deny.done', { name }))
          },
        },
      )
    },
  }
}
