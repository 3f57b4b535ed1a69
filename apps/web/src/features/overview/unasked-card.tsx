import { type Overview, useFormat, useProblemText } from '@streamline/client'
import { useRecordThemselves } from '@streamline/client/subscriptions'
import { showToast } from '@streamline/client/toasts'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'

const answers = ['fromToday', 'withOldDues', 'no'] as const

/** Asked once, for all that were there before debits could book themselves. */
export const UnaskedCard = ({ unasked }: { unasked: Overview['unasked'] }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const problemText = useProblemText()
  const record = useRecordThemselves()
  const say = (answer: (typeof answers)[number]) =>
    record.mutate(
      { answer },
      {
        onSuccess: () => showToast(t(answer === 'no' ? 'unasked.doneNo' : 'unasked.done')),
        onError: (error) => showToast(problemText(error), { tone: 'danger' }),
      },
    )
  return (
    <Card tone="brand" title={t('unasked.title', { count: unasked.length })}>
      <p>{t('unasked.question')}</p>
      <p className="mt-1 text-sm break-words text-muted">
        {t('unasked.which', { names: format.list(unasked.map(({ name }) => name)) })}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        {answers.map((answer, at) => (
          <Button
            key={answer}
            size="sm"
            variant={at === 0 ? 'primary' : 'secondary'}
            busy={record.isPending}
            onClick={() => say(answer)}
          >
            {t(`unasked.${answer}`)}
          </Button>
        ))}
      </div>
    </Card>
  )
}
