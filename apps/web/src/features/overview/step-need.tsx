import { type AcceptedStep, useFormat, useHousehold } from '@streamline/client'
import { useStepText } from '@streamline/client/savings'
import { PiggyBank } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classes } from '../../design/classes.ts'
import { StepLink } from '../savings/step-link.tsx'
import { NeedLayout } from './need-layout.tsx'

/** An accepted step towards the cheapest set that waits for who looks. */
export const StepNeed = ({ step }: { step: AcceptedStep }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const { today } = useHousehold()
  const text = useStepText()(step)
  const isLate = step.on < today
  return (
    <NeedLayout
      tile={
        <span className="flex size-11 shrink-0 items-center justify-center rounded-tile bg-positive-soft text-positive">
          <PiggyBank size={22} aria-hidden />
        </span>
      }
      title={<span className="font-semibold break-words">{text}</span>}
      amount={null}
      action={<StepLink step={step} named={text} wide />}
    >
      <span className={classes('text-sm font-medium', isLate ? 'text-warn' : 'text-muted')}>
        {t(isLate ? 'steps.late' : 'steps.on', { date: format.shortDate(step.on) })}
      </span>
    </NeedLayout>
  )
}
