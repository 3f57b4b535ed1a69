import { useFormat } from '@streamline/client'
import type { CheapestSet } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'

type Step = CheapestSet['steps'][number]

const useStepText = () => {
  const { t } = useTranslation('savings')
  return ({ kind, subscription, plan, service }: Step): string => {
    const name = subscription?.name ?? plan?.name ?? ''
    const named = { name, plan: plan?.name ?? name, service: service?.name ?? '' }
    return kind === 'recharge' && plan === null ? t('steps.rechargeSame', named) : t(`steps.${kind}`, named)
  }
}

/** What to do on which day, in order. */
export const StepsCard = ({ set: { steps } }: { set: CheapestSet }) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const textOf = useStepText()
  return steps.length === 0 ? null : (
    <Card title={t('steps.title')}>
      <ol className="space-y-3">
        {steps.map((step) => (
          <li
            key={`${step.on} ${step.kind} ${step.subscription?.id ?? ''} ${step.plan?.id ?? ''} ${step.service?.id ?? ''}`}
            className="flex items-baseline gap-4"
          >
            <span className="figures w-24 shrink-0 text-sm font-semibold text-muted">
              {format.date(step.on)}
            </span>
            <span className="min-w-0 font-medium break-words">{textOf(step)}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
