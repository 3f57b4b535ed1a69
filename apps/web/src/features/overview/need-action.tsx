import { type Need, useFormat } from '@streamline/client'
import type { NeedActions } from '@streamline/client/overview'
import { useNavigate } from '@tanstack/react-router'
import { Check, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../design/act-button.tsx'
import { ButtonLink } from '../../design/button.tsx'
import { useIsWaiting, Waits } from '../kept/waits.tsx'

/** What is done about one need: one press, or the way to where it is decided. */
export const NeedAction = ({
  need: { action, chargeId, name, amount, subscriptionId },
  actions,
}: {
  need: Need
  actions: NeedActions
}) => {
  const { t } = useTranslation(['overview', 'verbs'])
  const format = useFormat()
  const navigate = useNavigate()
  const look = { size: 'sm', variant: 'soft', className: 'w-full' } as const
  const to = { to: '/subscriptions/$subscriptionId', params: { subscriptionId } } as const
  const isWaiting = useIsWaiting(action === 'pay' ? chargeId : subscriptionId)
  if (isWaiting) return <Waits />
  if (action === 'pay')
    return chargeId === null ? null : (
      <ActButton
        {...look}
        icon={Check}
        busy={actions.isMarking(chargeId)}
        aria-label={`${t('verbs:markPaid')}: ${name}${amount ? `, ${format.money(amount)}` : ''}`}
        onClick={() => void actions.markPaid(chargeId, name)}
        onDetails={() => void navigate({ ...to, search: { open: 'pay', charge: chargeId } })}
      >
        {t('verbs:markPaid')}
      </ActButton>
    )
  if (action === 'recharge')
    return (
      <ActButton
        {...look}
        icon={RefreshCw}
        busy={actions.isRecharging(subscriptionId)}
        aria-label={`${t('verbs:recharge')}: ${name}`}
        onClick={() => void actions.rechargeNow(subscriptionId)}
        onDetails={() => void navigate({ ...to, search: { open: 'recharge' } })}
      >
        {t('verbs:recharge')}
      </ActButton>
    )
  return (
    <ButtonLink {...look} {...to} aria-label={`${t('needs.decide')}: ${name}`}>
      {t('needs.decide')}
    </ButtonLink>
  )
}
