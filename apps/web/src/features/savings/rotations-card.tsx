import { useFormat } from '@streamline/client'
import { useMembers } from '@streamline/client/households'
import type { CheapestSet } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'

/** Which service to hold when, in order, where some months a year are enough. */
export const RotationsCard = ({ rotations }: Pick<CheapestSet, 'rotations'>) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const { data: members = [] } = useMembers()
  const nameOf = (id: string): string[] => members.flatMap((member) => (member.id === id ? member.name : []))
  return rotations.length === 0 ? null : (
    <Card title={t('rotations.title')}>
      <ol className="divide-y divide-line/80">
        {rotations
          .toSorted((a, b) => (a.from < b.from ? -1 : 1))
          .map(({ service, memberIds, from, until, plan, saving }) => (
            <li key={`${service.id} ${memberIds.join(' ')}`} className="py-3 first:pt-0 last:pb-0">
              <p className="font-semibold break-words">{service.name}</p>
              <p className="text-sm font-medium">{format.period(from, until)}</p>
              <p className="text-sm break-words text-muted">
                {[
                  format.list(memberIds.flatMap(nameOf)),
                  plan === null ? t('rotations.there') : t('rotations.with', { plan: plan.name }),
                ].join(' · ')}
              </p>
              {saving === null || saving.amount <= 0 ? null : (
                <p className="text-sm font-medium text-positive">
                  {t('rotations.saving', { money: format.money(saving) })}
                </p>
              )}
            </li>
          ))}
      </ol>
    </Card>
  )
}
