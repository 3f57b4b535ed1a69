import { type Need, useFormat } from '@streamline/client'
import { Check, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../../design/button.tsx'
import type { NeedActions } from './need-actions.ts'

/** What is done about one need: one press, or the way to where it is decided. */
export const NeedAction = ({
  need: { action, chargeId, name, amount, subscriptionId },
  actions,
  asking,
  onAsk,
}: {
  need: Need
  actions: NeedActions
  /** The question about the recharge stands open. */
  asking: boolean
  onAsk: () => void
}) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const look = { size: 'sm', variant: 'soft', className: 'w-full' } as const
  if (action === 'pay')
    return chargeId === null ? null : (
      <Button
        {...look}
        icon={Check}
        busy={actions.isBusy(chargeId)}
        aria-label={`${t('needs.pay')}: ${name}${amount ? `, ${format.money(amount)}` : ''}`}
        onClick={() => void actions.pay(chargeId, name)}
      >
        {t('needs.pay')}
      </Button>
    )
  if (action === 'recharge')
    return (
      <Button
        {...look}
        icon={RefreshCw}
        aria-expanded={asking}
        aria-label={`${t('needs.recharge')}: ${name}`}
        onClick={onAsk}
      >
        {t('needs.recharge')}
      </Button>
    )
  return (
    <ButtonLink
      {...look}
      to="/subscriptions/$subscriptionId"
      params={{ subscriptionId }}
      aria-label={`${t('needs.decide')}: ${name}`}
    >
      {t('needs.decide')}
    </ButtonLink>
  )
}
