import { useFormat } from '@streamline/client'
import { keeping, without, type CheapestSet, type Needs } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Money } from '../../design/money.tsx'

type Chosen = CheapestSet['best']['chosen'][number]

const useChosenText = () => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  return ({ what, plan, on, isSeat }: Chosen): string => {
    const named = { plan: plan?.name ?? '', date: on === null ? '' : format.date(on) }
    const text = t(`chosen.${what}`, named)
    return isSeat ? `${text}, ${t('chosen.seat')}` : text
  }
}

/** What becomes of each plan; what must stay can be said here. */
export const ChosenCard = ({
  set: { best },
  needs,
  isEdited,
  busy,
  onNeeds,
}: {
  set: CheapestSet
  needs: Needs
  isEdited: boolean
  busy: boolean
  onNeeds: (needs: Needs | null) => void
}) => {
  const { t } = useTranslation('savings')
  const textOf = useChosenText()
  return (
    <Card title={t('chosen.title')}>
      <ul className="divide-y divide-line/80">
        {best.chosen.map((chosen) => {
          const { subscription, plan, what, cost } = chosen
          const name = subscription?.name ?? plan?.name ?? ''
          const isKept = subscription !== null && needs.keep.includes(subscription.id)
          const isAsked = subscription !== null && (isKept || what === 'goes' || what === 'changes')
          return (
            <li key={`${subscription?.id ?? ''} ${plan?.id ?? ''} ${what}`} className="py-3">
              <div className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 font-semibold break-words">{name}</span>
                <Money value={cost} />
              </div>
              <p className="text-sm text-muted">{isKept ? t('chosen.kept') : textOf(chosen)}</p>
              <div className="-ml-3 flex flex-wrap gap-x-2">
                {isAsked ? (
                  <Button
                    variant={isKept ? 'soft' : 'quiet'}
                    size="sm"
                    disabled={busy}
                    aria-pressed={isKept}
                    aria-label={`${t('chosen.keep')}: ${name}`}
                    onClick={() => onNeeds(keeping(needs, subscription.id, !isKept))}
                  >
                    {t('chosen.keep')}
                  </Button>
                ) : null}
                {plan !== null && (what === 'changes' || what === 'begins') ? (
                  <Button
                    variant="quiet"
                    size="sm"
                    disabled={busy}
                    aria-label={`${t('chosen.never')}: ${plan.name}`}
                    onClick={() => onNeeds(without(needs, plan.id))}
                  >
                    {t('chosen.never')}
                  </Button>
                ) : null}
              </div>
            </li>
          )
        })}
      </ul>
      {isEdited ? (
        <Button variant="secondary" size="sm" className="mt-4" disabled={busy} onClick={() => onNeeds(null)}>
          {t('chosen.reset')}
        </Button>
      ) : null}
    </Card>
  )
}
