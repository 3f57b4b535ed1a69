import {
  chosenPlan,
  keeping,
  useSavingsText,
  without,
  type CheapestSet,
  type Needs,
} from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Money } from '../../design/money.tsx'

/** What becomes of each plan; what must stay can be said here. */
export const ChosenCard = ({
  set: { best },
  needs,
  busy,
  onNeeds,
}: {
  set: CheapestSet
  needs: Needs
  busy: boolean
  onNeeds: (needs: Needs) => void
}) => {
  const { t } = useTranslation('savings')
  const say = useSavingsText()
  return (
    <Card title={t('chosen.title')}>
      <ul className="divide-y divide-line/80">
        {best.chosen.map((chosen) => {
          const { key, name, isKept, keepable, refusable } = chosenPlan(chosen, needs)
          return (
            <li key={key} className="py-3">
              <div className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 font-semibold break-words">{name}</span>
                <Money value={chosen.cost} />
              </div>
              <p className="text-sm text-muted">{isKept ? t('chosen.kept') : say.chosen(chosen)}</p>
              <div className="-ml-3 flex flex-wrap gap-x-2">
                {keepable === null ? null : (
                  <Button
                    variant={isKept ? 'soft' : 'quiet'}
                    size="sm"
                    disabled={busy}
                    aria-pressed={isKept}
                    aria-label={`${t('chosen.keep')}: ${name}`}
                    onClick={() => onNeeds(keeping(needs, keepable, !isKept))}
                  >
                    {t('chosen.keep')}
                  </Button>
                )}
                {refusable === null ? null : (
                  <Button
                    variant="quiet"
                    size="sm"
                    disabled={busy}
                    aria-label={`${t('chosen.never')}: ${refusable.name}`}
                    onClick={() => onNeeds(without(needs, refusable.id))}
                  >
                    {t('chosen.never')}
                  </Button>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
