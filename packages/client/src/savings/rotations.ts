import { useTranslation } from 'react-i18next'
import { useFormat } from '../format/format.ts'
import { useMembers } from '../households/members.queries.ts'
import type { CheapestSet } from './needs-change.ts'

/** Which service to hold when, in order, and what that saves against having it all year. */
export const useRotations = () => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const { data: members = [] } = useMembers()
  const nameOf = (id: string): string[] => members.flatMap((member) => (member.id === id ? member.name : []))
  return (rotations: CheapestSet['rotations']) =>
    rotations
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .map(({ service, memberIds, from, until, plan, saving }) => ({
        key: `${service.id} ${memberIds.join(' ')}`,
        name: service.name,
        period: format.period(from, until),
        how: [
          format.list(memberIds.flatMap(nameOf)),
          plan === null ? t('rotations.there') : t('rotations.with', { plan: plan.name }),
        ].join(' · '),
        saving:
          saving === null || saving.amount <= 0
            ? null
            : t('rotations.saving', { money: format.money(saving) }),
      }))
}
