import { useProblemText } from '@streamline/client'
import { useAnswerBoth } from '@streamline/client/savings'
import { showToast } from '@streamline/client/toasts'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'

interface Pair {
  readonly subscriptionId: string
  readonly otherIds: readonly string[]
}

/** Says whether both are wanted, with the way back from it. */
export const useSayBoth = () => {
  const { t } = useTranslation(['savings', 'app'])
  const problem = useProblemText()
  const answer = useAnswerBoth()
  const say = ({ subscriptionId, otherIds }: Pair, isWanted: boolean | null): void =>
    answer.mutate(
      { subscriptionId, otherIds: [...otherIds], isWanted },
      {
        onError: (error) => showToast(problem(error), { tone: 'danger' }),
        onSuccess: () => {
          if (isWanted === null) return
          showToast(t(isWanted ? 'overlaps.saidYes' : 'overlaps.saidNo'), {
            action: {
              label: t('app:actions.undo'),
              run: () => say({ subscriptionId, otherIds }, null),
            },
          })
        },
      },
    )
  return { say, busy: answer.isPending }
}

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
