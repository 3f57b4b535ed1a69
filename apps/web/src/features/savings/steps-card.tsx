import type { AcceptedSteps } from '@streamline/client'
import { shownSteps, useAcceptedSteps, type CheapestSet } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { StepRow } from './step-row.tsx'
import { useStepActs } from './use-step-acts.ts'

/** Until it is known what was accepted, nothing can be. */
const NOTHING: AcceptedSteps = { steps: [], mayActOn: [], mayBegin: false }

/** What to do on which day, in order: steps of the set to accept, and what became of those that were. */
export const StepsCard = ({ set }: { set: CheapestSet | null }) => {
  const { t } = useTranslation('savings')
  const { data = NOTHING } = useAcceptedSteps()
  const acts = useStepActs()
  const steps = shownSteps(set, data)
  const open = steps.filter(({ mayAccept }) => mayAccept)
  return steps.length === 0 ? null : (
    <Card
      title={t('steps.title')}
      aside={
        open.length > 1 ? (
          <Button size="sm" variant="secondary" busy={acts.busy} onClick={() => acts.accept(open)}>
            {t('steps.acceptAll')}
          </Button>
        ) : null
      }
    >
      <ol className="divide-y divide-line/80">
        {steps.map((step) => (
          <StepRow key={step.key} step={step} acts={acts} />
        ))}
      </ol>
    </Card>
  )
}
