import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Settlement } from '../answers.ts'
import { usePeople, type People } from '../households/people.ts'

/** "You gave Asha": who gave whom, from where the reader stands. */
export const settlementText = (
  { from, fromName, to, toName }: Pick<Settlement, 'from' | 'fromName' | 'to' | 'toName'>,
  { t, people: { isYou } }: { t: TFunction<'history'>; people: Pick<People, 'isYou'> },
): string =>
  t(`settled.${isYou(from) ? 'fromYou' : isYou(to) ? 'toYou' : 'others'}`, { from: fromName, to: toName })

export const useSettlementText = (): ((settlement: Settlement) => string) => {
  const { t } = useTranslation('history')
  const people = usePeople()
  return (settlement) => settlementText(settlement, { t, people })
}
