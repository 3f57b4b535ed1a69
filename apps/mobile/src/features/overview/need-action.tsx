import { type Need, useFormat } from '@streamline/client'
import type { NeedActions } from '@streamline/client/overview'
import { useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../design/act-button.tsx'
import { Button } from '../../design/button.tsx'
import { Check, RefreshCw } from '../../design/icons.ts'
import { useIsWaiting } from '../kept/kept-context.ts'
import { Waits } from '../kept/waits.tsx'

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
  const router = useRouter()
  const open = (): void => router.push({ pathname: '/subscriptions/[id]', params: { id: subscriptionId } })
  const isWaiting = useIsWaiting(action === 'pay' ? chargeId : subscriptionId)
  if (isWaiting) return <Waits />
  if (action === 'pay')
    return chargeId === null ? null : (
      <ActButton
        size="sm"
        variant="soft"
        icon={Check}
        busy={actions.isMarking(chargeId)}
        label={`${t('verbs:markPaid')}: ${name}${amount ? `, ${format.money(amount)}` : ''}`}
        onPress={() => void actions.markPaid(chargeId, name)}
        onDetails={() =>
          router.push({ pathname: '/subscriptions/[id]', params: { id: subscriptionId, charge: chargeId } })
        }
      >
        {t('verbs:markPaid')}
      </ActButton>
    )
  if (action === 'recharge')
    return (
      <ActButton
        size="sm"
        variant="soft"
        icon={RefreshCw}
        busy={actions.isRecharging(subscriptionId)}
        label={`${t('verbs:recharge')}: ${name}`}
        onPress={() => void actions.rechargeNow(subscriptionId)}
      >
        {t('verbs:recharge')}
      </ActButton>
    )
  return (
    <Button size="sm" variant="soft" label={`${t('needs.decide')}: ${name}`} onPress={open}>
      {t('needs.decide')}
    </Button>
  )
}
