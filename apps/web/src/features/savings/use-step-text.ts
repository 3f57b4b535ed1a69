import { useTranslation } from 'react-i18next'

interface Step {
  readonly kind: 'cancel' | 'recharge' | 'port' | 'begin' | 'claim'
  readonly subscription: { readonly name: string } | null
  readonly plan: { readonly name: string } | null
  readonly service: { readonly name: string } | null
}

/** What is to be done, in one line. */
export const useStepText = () => {
  const { t } = useTranslation('overview')
  return ({ kind, subscription, plan, service }: Step): string => {
    const name = subscription?.name ?? plan?.name ?? ''
    const named = { name, plan: plan?.name ?? name, service: service?.name ?? '' }
    return kind === 'recharge' && plan === null
      ? t('steps.what.rechargeSame', named)
      : t(`steps.what.${kind}`, named)
  }
}
