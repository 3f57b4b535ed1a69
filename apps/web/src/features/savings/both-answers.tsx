import { useFormat, type WantedBoth } from '@streamline/client'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { useSayBoth } from './both-question.tsx'

/** What was said, and the way to be asked again. */
export const BothAnswers = ({ answers, busy }: Pick<WantedBoth, 'answers'> & { busy: boolean }) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const both = useSayBoth()
  return answers.length === 0 ? null : (
    <div className="mt-4 border-t border-line/80 pt-3">
      <h3 className="text-sm font-semibold">{t('overlaps.said')}</h3>
      <ul>
        {answers.map(({ subscriptions, isWanted, mayAct }) => {
          const [first, ...others] = subscriptions
          const names = format.list(subscriptions.map(({ name }) => name))
          const otherIds = others.map(({ id }) => id)
          return (
            <li
              key={subscriptions.map(({ id }) => id).join(' ')}
              className="flex flex-wrap items-center justify-between gap-x-3 text-sm text-muted"
            >
              <span className="min-w-40 flex-1">
                {t(isWanted ? 'overlaps.wanted' : 'overlaps.enough', { names })}
              </span>
              {mayAct && first !== undefined ? (
                <Button
                  size="sm"
                  variant="quiet"
                  className="-mr-3"
                  busy={busy || both.busy}
                  aria-label={t('overlaps.askAgainNamed', { names })}
                  onClick={() => both.say({ subscriptionId: first.id, otherIds }, null)}
                >
                  {t('overlaps.askAgain')}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
