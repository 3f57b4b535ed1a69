import type { HistoryEntry } from '../answers.ts'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useFormat, type Format } from '../format/format.ts'
import { usePeople, type People } from '../households/people.ts'
import { useMethodName } from './method.ts'

type Part = HistoryEntry['people'][number]

/** After these entries people owe or get less than before; after the others more. */
const lessens = ({ kind, amount, correction }: HistoryEntry): boolean =>
  kind === 'settlement' ||
  kind === 'reversal' ||
  kind === 'refund' ||
  kind === 'void' ||
  (correction !== null && amount !== null && amount.amount < correction.before.amount)

interface Words {
  readonly t: TFunction<'history'>
  readonly format: Format
  readonly people: Pick<People, 'isYou' | 'nameOf'>
  readonly methodName: (method: string) => string
}

/** An entry of the ledger in words, from where the reader stands. */
export const historyText = ({ t, format, people: { isYou, nameOf }, methodName }: Words) => {
  const nameIn = ({ memberId, memberName }: Part): string => memberName || nameOf(memberId)

  const settled = ({ kind, people }: HistoryEntry): string => {
    const [from, to] = people
    if (from === undefined || to === undefined) return t(`kind.${kind}`)
    const way = isYou(from.memberId) ? 'fromYou' : isYou(to.memberId) ? 'toYou' : 'others'
    const names = { from: nameIn(from), to: nameIn(to) }
    return t(kind === 'settlement' ? `settled.${way}` : `undone.${way}`, names)
  }

  const corrected = ({ correction, amount }: HistoryEntry): string => {
    if (correction === null || amount === null) return t('kind.correction')
    return t(`corrected.${correction.kind}`, {
      before: format.money(correction.before),
      after: format.money(amount),
    })
  }

  const sentence = (entry: HistoryEntry): string => {
    const { kind, people, recordedBy } = entry
    if (kind === 'settlement' || kind === 'settlementUndone') return settled(entry)
    if (kind === 'correction') return corrected(entry)
    // Credits go back with what they came from, and refunds of them, without anybody saying so.
    if (kind === 'reversal' && recordedBy === null) return t('happened.reversalByItself')
    const [first, ...others] = people
    if ((kind !== 'payment' && kind !== 'refund') || first === undefined) return t(`happened.${kind}`)
    if (others.length > 0)
      return t('together', {
        parts: format.list(
          people.map((part) => t('part', { name: nameIn(part), amount: format.money(part.amount) })),
        ),
      })
    return t(`${kind === 'refund' ? 'refunded' : 'paid'}.${isYou(first.memberId) ? 'you' : 'other'}`, {
      name: nameIn(first),
    })
  }

  /** "Ravi owes ₹150 more": what it changed between people; between the reader and one other, the reader's half says it all. */
  const changes = (entry: HistoryEntry): { id: string; gets: boolean; text: string }[] =>
    entry.changes
      .toSorted((a, b) => Number(isYou(b.memberId)) - Number(isYou(a.memberId)))
      .filter((_, at, [first, ...others]) => at === 0 || others.length > 1 || !isYou(first?.memberId ?? ''))
      .map((part) => {
        const isPlus = part.amount.amount > 0
        const gets = lessens(entry) ? !isPlus : isPlus
        const way = lessens(entry) ? 'Less' : 'More'
        const person = isYou(part.memberId) ? 'you' : 'other'
        const amount = format.money({ ...part.amount, amount: Math.abs(part.amount.amount) })
        return {
          id: part.memberId,
          gets: isPlus,
          text: t(`change.${gets ? 'gets' : 'owes'}${way}.${person}`, {
            name: nameIn(part).split(/\s+/)[0],
            amount,
          }),
        }
      })

  const details = ({ method, reference }: HistoryEntry): string =>
    [method === null ? null : methodName(method), reference].filter((text) => text !== null).join(' · ')

  return { sentence, changes, details }
}

export const useHistoryText = (): ReturnType<typeof historyText> => {
  const { t } = useTranslation('history')
  return historyText({ t, format: useFormat(), people: usePeople(), methodName: useMethodName() })
}
