import { useFormat, type Split } from '@streamline/client'
import { useTranslation } from 'react-i18next'
import { usePeople } from '../../households/use-people.ts'

/** A split in one line: "By percent: Asha 60 %, Ravi 40 %". */
export const useSplitText = () => {
  const { t } = useTranslation('split')
  const format = useFormat()
  const { shortNameOf } = usePeople()
  return (split: Split, currency: string): string => {
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
}
