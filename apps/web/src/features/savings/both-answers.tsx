import { useSayBoth, type useOverlaps } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'

/** What was said, and the way to be asked again. */
export const BothAnswers = ({
  answers,
  busy,
}: Pick<ReturnType<typeof useOverlaps>, 'answers'> & { busy: boolean }) => {
  const { t } = useTranslation('savings')
  const both = useSayBoth()
  return answers.length === 0 ? null : (
    <div className="mt-4 border-t border-line/80 pt-3">
      <h3 className="text-sm font-semibold">{t('overlaps.said')}</h3>
      <ul>
        {answers.map(({ key, names, isWanted, pair }) => (
          <li key={key} className="flex flex-wrap items-center justify-between gap-x-3 text-sm text-muted">
            <span className="min-w-40 flex-1">
              {t(isWanted ? 'overlaps.wanted' : 'overlaps.enough', { names })}
            </span>
            {pair === null ? null : (
              <Button
                size="sm"
                variant="quiet"
                className="-mr-3"
                busy={busy || both.busy}
                aria-label={t('overlaps.askAgainNamed', { names })}
                onClick={() => both.say(pair, null)}
              >
                {t('overlaps.askAgain')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
