import { useSayBoth, type Pair } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'

/** Asked once of two who have the same for themselves. */
export const BothQuestion = ({ pair, name, busy }: { pair: Pair; name: string; busy: boolean }) => {
  const { t } = useTranslation('savings')
  const both = useSayBoth()
  return (
    <fieldset className="mt-2">
      <legend className="font-medium">{t('overlaps.question')}</legend>
      <div className="mt-2 flex flex-wrap gap-2">
        {([true, false] as const).map((isWanted) => {
          const text = t(isWanted ? 'overlaps.yes' : 'overlaps.no')
          return (
            <Button
              key={String(isWanted)}
              size="sm"
              variant="secondary"
              busy={busy || both.busy}
              aria-label={`${text}: ${name}`}
              onClick={() => both.say(pair, isWanted)}
            >
              {text}
            </Button>
          )
        })}
      </div>
    </fieldset>
  )
}
