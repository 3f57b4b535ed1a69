import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Split } from '../answers.ts'
import { useFormat, type Format } from '../format/format.ts'
import { usePeople, type People } from '../households/people.ts'

interface Words {
  readonly t: TFunction<'split'>
  readonly format: Format
  readonly people: Pick<People, 'shortNameOf'>
}

/** A split in one line: "By percent: Asha 60 %, Ravi 40 %". Exact amounts are minor units of `currency`. */
export const splitText = (
  split: Split,
  currency: string,
  { t, format, people: { shortNameOf } }: Words,
): string => {
  if (split.kind === 'payer') return t('text.payer')
  if (split.kind === 'equal')
    return t('text.equal', { names: format.list(split.memberIds.map((id) => shortNameOf(id))) })
  const parts =
    split.kind === 'shares'
      ? split.weights.map(({ memberId, weight }) => `${shortNameOf(memberId)} ${format.number(weight)}`)
      : split.kind === 'percent'
        ? split.parts.map(
            ({ memberId, basisPoints }) =>
              `${shortNameOf(memberId)} ${t('percentOf', { value: format.number(basisPoints / 100) })}`,
          )
        : split.parts.map(
            ({ memberId, amount }) => `${shortNameOf(memberId)} ${format.money({ amount, currency })}`,
          )
  return t(`text.${split.kind}`, { parts: parts.join(', ') })
}

export const useSplitText = (): ((split: Split, currency: string) => string) => {
  const { t } = useTranslation('split')
  const format = useFormat()
  const people = usePeople()
  return (split, currency) => splitText(split, currency, { t, format, people })
}
