import { type Settlement, useFormat } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { HandCoins, PartyPopper, UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../design/avatar.tsx'
import { ButtonLink } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'

/** Nobody owes anybody: a quiet start, or worth a small celebration after somebody settled. */
export const EvenCard = ({ settled }: { settled: Settlement | undefined }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { several, members } = usePeople()
  if (settled === undefined)
    return (
      <Card>
        <Empty
          icon={HandCoins}
          title={t('between.even')}
          action={
            several ? null : (
              <ButtonLink to="/settings" icon={UserPlus}>
                {t('between.addPeople')}
              </ButtonLink>
            )
          }
        >
          {t('between.evenText')}
        </Empty>
      </Card>
    )
  return (
    <Card tone="brand" className="text-center">
      <div aria-hidden className="flex items-end justify-center gap-1.5 pt-4">
        {members.slice(0, 4).map(({ id, name }) => (
          <Avatar key={id} id={id} name={name} />
        ))}
        <PartyPopper size={34} className="mb-3 ml-1 text-brand motion-safe:animate-rise" />
      </div>
      <p className="mt-3 font-display text-2xl font-bold">{t('between.even')}</p>
      <p className="mt-1 pb-4 text-muted">
        {t('between.evenSince', { date: format.date(settled.settledOn) })}
      </p>
    </Card>
  )
}
