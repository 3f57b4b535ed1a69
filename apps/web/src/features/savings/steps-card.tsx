import { useShownSteps, useStepActs, type CheapestSet } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { StepRow } from './step-row.tsx'

/** What to do on which day, in order: steps of the set to accept, and what became of those that were. */
export const StepsCard = ({ set }: { set: CheapestSet | null }) => {
  const { t } = useTranslation('savings')
  const acts = useStepActs()
  const { steps, open } = useShownSteps(set)
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
