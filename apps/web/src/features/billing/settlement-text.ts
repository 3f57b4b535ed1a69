import type { Settlement } from '@streamline/client'
import { useTranslation } from 'react-i18next'
import { usePeople } from '../households/use-people.ts'

/** "You gave Asha": who gave whom, from where one stands. */
export const useSettlementText = () => {
  const { t } = useTranslation('history')
  const { isYou } = usePeople()
  return ({ from, fromName, to, toName }: Settlement): string =>
    t(`settled.${isYou(from) ? 'fromYou' : isYou(to) ? 'toYou' : 'others'}`, { from: fromName, to: toName })
}
