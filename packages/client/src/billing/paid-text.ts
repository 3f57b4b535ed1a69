import type { Payment } from '../answers.ts'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useFormat, type Format } from '../format/format.ts'
import { usePeople, type People } from '../households/people.ts'
import { methodName } from './method.ts'

type Facts = Pick<
  Payment,
  'entry' | 'payers' | 'amount' | 'paidOn' | 'method' | 'reference' | 'converted' | 'moveId'
>

interface Words {
  readonly t: TFunction<'billing'>
  readonly format: Format
  readonly people: Pick<People, 'isYou' | 'nameOf'>
}

/** One entry of a charge as a sentence: who paid, or what came back. */
export const paidText = ({ t, format, people: { isYou, nameOf } }: Words) => {
  const sentence = ({ entry, payers, amount, paidOn, moveId }: Facts): string => {
    const date = format.shortDate(paidOn)
    const money = format.money({ ...amount, amount: Math.abs(amount.amount) })
    const [first, ...others] = payers
    if (entry === 'credit') return t('entry.credit', { amount: money, date })
    if (first === undefined || entry === 'reversal') return t('entry.reversal', { amount: money, date })
    if (moveId !== null)
      return t(entry === 'refund' ? 'entry.movedAway' : 'entry.movedHere', { amount: money, date })
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
      method === null ? null : methodName(method, t),
      reference,
      converted === null
        ? null
        : t('entry.converted', { amount: format.money(converted.amount), rate: converted.rate }),
    ]
      .filter((text) => text !== null)
      .join(' · ')

  return { sentence, details }
}

export const usePaidText = (): ReturnType<typeof paidText> => {
  const { t } = useTranslation('billing')
  return paidText({ t, format: useFormat(), people: usePeople() })
}

/** Only payments and refunds are taken back by hand, and once. */
export const isReversible = ({ entry, reversedBy }: Pick<Payment, 'entry' | 'reversedBy'>): boolean =>
  reversedBy === null && (entry === 'payment' || entry === 'refund')
