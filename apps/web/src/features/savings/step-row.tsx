import { type AcceptedStep, useFormat } from '@streamline/client'
import { type ShownStep, useStepStanding, useStepText, type useStepActs } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { Button } from '../../design/button.tsx'
import { classes } from '../../design/classes.ts'
import { StepLink } from './step-link.tsx'

/** What became of it, and who took it up for what. */
const Standing = ({ step }: { step: AcceptedStep }) => {
  const { word, tone, text } = useStepStanding()(step)
  return (
    <p className="mt-1 flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm text-muted">
      <Badge tone={tone}>{word}</Badge>
      <span className="min-w-40 flex-1">{text}</span>
    </p>
  )
}

/** One thing to do, and what became of it. */
export const StepRow = ({ step, acts }: { step: ShownStep; acts: ReturnType<typeof useStepActs> }) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const text = useStepText()(step)
  const { accepted, mayAccept } = step
  const isOver = accepted?.state === 'done' || accepted?.state === 'gone'
  return (
    <li className="flex items-baseline gap-x-4 py-3 first:pt-0 last:pb-0 max-wide:flex-wrap">
      <span className="figures w-24 shrink-0 text-sm font-semibold text-muted">{format.date(step.on)}</span>
      <div className="min-w-44 flex-1">
        <p className={classes('font-medium break-words', isOver && 'text-muted')}>{text}</p>
        {accepted === null ? null : <Standing step={accepted} />}
        {accepted?.mayAct === true ? (
          <div className="mt-2 flex flex-wrap gap-2">
            {isOver || accepted.state === 'planned' ? null : <StepLink step={accepted} named={text} />}
            <Button
              size="sm"
              variant="quiet"
              busy={acts.busy}
              aria-label={t('steps.dismissNamed', { step: text })}
              onClick={() => acts.dismiss(accepted.id)}
            >
              {t('steps.dismiss')}
            </Button>
          </div>
        ) : null}
      </div>
      {mayAccept ? (
        <Button
          size="sm"
          variant="soft"
          className="max-wide:ml-auto"
          busy={acts.busy}
          aria-label={t('steps.acceptNamed', { step: text })}
          onClick={() => acts.accept([step])}
        >
          {t('steps.accept')}
        </Button>
      ) : null}
    </li>
  )
}
