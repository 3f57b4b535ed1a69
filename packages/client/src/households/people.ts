import type { Member } from '../answers.ts'
import { useEveryone } from './members.queries.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

const firstWord = (name: string): string => name.trim().split(/\s+/)[0] ?? name

/** The people of a household by id, those who left by name only; `somebody` stands for who is not known (yet). */
export const peopleOf = (everyone: readonly Member[], somebody: string) => {
  const members = everyone.filter(({ leftOn }) => leftOn === null)
  const byId = new Map(everyone.map((member) => [member.id, member]))
  const firsts = everyone.map(({ name }) => firstWord(name))
  return {
    members,
    /** Splitting and choosing a payer only make sense with somebody else there. */
    several: members.length > 1,
    isYou: (id: string): boolean => byId.get(id)?.isYou ?? false,
    /** Can be told something. */
    hasAccount: (id: string): boolean => members.some((member) => member.id === id && member.hasAccount),
    nameOf: (id: string): string => byId.get(id)?.name ?? somebody,
    /** What the family says, where room is short: the first word, unless two share it. `known` is for who is not known yet. */
    shortNameOf: (id: string, known = somebody): string => {
      const name = byId.get(id)?.name ?? known
      const first = firstWord(name)
      return firsts.filter((each) => each === first).length > 1 ? name : first
    },
  }
}

export type People = ReturnType<typeof peopleOf>

export const usePeople = (): People => {
  const { t } = useTranslation('words')
  const { data } = useEveryone()
  return useMemo(() => peopleOf(data ?? [], t('somebody')), [data, t])
}
