import { useFormat, type Payment } from '@streamline/client'
import { useTranslation } from 'react-i18next'
import { usePeople } from '../households/use-people.ts'
import { useMethodName } from './method-choice.tsx'

type Facts = Pick<Payment, 'entry' | 'payers' | 'amount' | 'paidOn' | 'method' | 'reference' | 'converted'>

/** One entry of a charge as a sentence: who paid, or what came back. */
export const usePaidText = () => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const methodName = useMethodName()
  const { isYou, nameOf } = usePeople()

  const sentence = ({ entry, payers, amount, paidOn }: Facts): string => {
    const date = format.shortDate(paidOn)
    const money = format.money({ ...amount, amount: Math.abs(amount.amount) })
    const [first, ...others] = payers
    if (entry === 'credit') return t('entry.credit', { amount: money, date })
    if (first === undefined || entry === 'reversal') return t('entry.reversal', { amount: money, date })
    const name = nameOf(first.memberId)
    const person = isYou(first.memberId) ? 'you' : 'other'
    if (entry === 'refund') return t(`entry.refund.${person}`, { name, amount: money, date })
    if (others.length === 0) return t(`entry.paid.${person}`, { name, amount: money, date })
    const parts = payers.map(({ memberId, amount: part }) =>
      t('share.part', { name: nameOf(memberId), amount: format.money(part) }),
    )
    return t('entry.together', { parts: format.list(parts), date })
  }

  /** Way, reference and what it was in its own currency. */
  const details = ({ method, reference, converted }: Facts): string =>
    [
      method === null ? null : methodName(method),
      reference,
      converted === null
        ? null
        : t('entry.converted', { amount: format.money(converted.amount), rate: converted.rate }),
    ]
      .filter((text) => text !== null)
      .join(' · ')

  return { sentence, details }
}

/** Only payments and refunds are taken back by hand, and once. */
export const isReversible = ({ entry, reversedBy }: Pick<Payment, 'entry' | 'reversedBy'>): boolean =>
  reversedBy === null && (entry === 'payment' || entry === 'refund')
