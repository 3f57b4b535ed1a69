import { useEveryone, type Member } from '@streamline/client'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** The people of the household by id, those who left by name only; while they load a name is "somebody". */
export const usePeople = () => {
  const { t } = useTranslation('words')
  const { data } = useEveryone()
  return useMemo(() => {
    const everyone: readonly Member[] = data ?? []
    const members = everyone.filter(({ leftOn }) => leftOn === null)
    const byId = new Map(everyone.map((member) => [member.id, member]))
    return {
      members,
      /** Splitting and choosing a payer only make sense with somebody else there. */
      several: members.length > 1,
      isYou: (id: string): boolean => byId.get(id)?.isYou ?? false,
      nameOf: (id: string): string => byId.get(id)?.name ?? t('somebody'),
      /** What the family says, where room is short: the first word. */
      shortNameOf: (id: string): string => byId.get(id)?.name.split(/\s+/)[0] ?? t('somebody'),
    }
  }, [data, t])
}
