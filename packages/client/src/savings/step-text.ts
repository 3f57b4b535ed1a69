import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CheapestSet } from './needs-change.ts'

interface Named {
  readonly name: string
}

/** A step of the cheapest set, or one that was accepted. */
interface Step extends Pick<CheapestSet['steps'][number], 'kind'> {
  readonly subscription: Named | null
  readonly plan: Named | null
  readonly service: Named | null
}

/** What is to be done, in one line. Home says it too, so that its words are there without those of savings. */
export const stepText = ({ kind, subscription, plan, service }: Step, t: TFunction<'overview'>): string => {
  const name = subscription?.name ?? plan?.name ?? ''
  const named = { name, plan: plan?.name ?? name, service: service?.name ?? '' }
  return kind === 'recharge' && plan === null
    ? t('steps.what.rechargeSame', named)
    : t(`steps.what.${kind}`, named)
}

export const useStepText = (): ((step: Step) => string) => {
  const { t } = useTranslation('overview')
  return (step) => stepText(step, t)
}
