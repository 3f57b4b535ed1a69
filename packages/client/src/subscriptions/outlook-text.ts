import type { Money } from '@streamline/domain'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ActOutlook } from '../answers.ts'
import { useFormat, type Format } from '../format/format.ts'

type Told = Pick<ActOutlook, 'goes' | 'comes' | 'changes' | 'becomesCredit' | 'takenBack'>

/** What becomes of money that is recorded, where it is not the usual. */
export type OutlookCredit = (amount: string) => string

/** What an act would do: "3 charges go and 2 charges are added.", then what becomes of money that is recorded. */
export const outlookText = (
  { goes, comes, changes, becomesCredit, takenBack }: Told,
  {
    t,
    format,
    credit = (amount) => t('outlook.credit', { amount }),
  }: { t: TFunction<'acts'>; format: Format; credit?: OutlookCredit | undefined },
): string[] => {
  const counts = { goes, comes, changes }
  const parts = (['goes', 'comes', 'changes'] as const)
    .filter((what) => counts[what] > 0)
    .map((what) => t(`outlook.${what}`, { count: counts[what] }))
  const amounts = (sums: readonly Money[]) => format.list(sums.map((sum) => format.money(sum)))
  return [
    parts.length === 0 ? t('outlook.nothing') : t('outlook.sentence', { parts: format.list(parts) }),
    ...(becomesCredit.length === 0 ? [] : [credit(amounts(becomesCredit))]),
    ...(takenBack.length === 0 ? [] : [t('outlook.takenBack', { amount: amounts(takenBack) })]),
  ]
}

export const useOutlookText = (): ((outlook: Told, credit?: OutlookCredit) => string[]) => {
  const { t } = useTranslation('acts')
  const format = useFormat()
  return (outlook, credit) => outlookText(outlook, { t, format, credit })
}
