import { type AcceptedStep, useFormat, useHousehold } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { type ShownStep, useStepText } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '../../design/badge.tsx'
import { Button } from '../../design/button.tsx'
import { classes } from '../../design/classes.ts'
import { StepLink } from './step-link.tsx'
import type { useStepActs } from './use-step-acts.ts'

const tones: Record<AcceptedStep['state'], Tone> = {
  open: 'brand',
  planned: 'positive',
  done: 'positive',
  gone: 'neutral',
}

/** What became of it, and who took it up for what. */
const Standing = ({
  step: { state, on, because, acceptedBy, acceptedOn, saving },
}: {
  step: AcceptedStep
}) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const { today } = useHousehold()
  const people = usePeople()
  const isLate = state === 'open' && on < today
  const date = format.date(acceptedOn)
  const by = people.isYou(acceptedBy)
    ? t('steps.byYou', { date })
    : t('steps.by', { name: people.nameOf(acceptedBy), date })
  return (
    <p className="mt-1 flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm text-muted">
      <Badge tone={isLate ? 'warn' : tones[state]}>{t(`steps.state.${isLate ? 'late' : state}`)}</Badge>
      <span className="min-w-40 flex-1">
        {because === null ? null : `${t(`steps.because.${because}`)} `}
        {saving === null ? by : `${by}, ${t('steps.saving', { money: format.money(saving) })}`}
      </span>
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
