import { useHousehold, useProblemText, type SubscriptionDetail } from '@streamline/client'
import { duePayment, type Payable, useMarkPaid } from '@streamline/client/billing'
import {
  needsRecharge,
  useReactivateSubscription,
  useRechargeNow,
  useSubscription,
  useUndoToast,
} from '@streamline/client/subscriptions'
import { showToast } from '@streamline/client/toasts'
import { useLocalSearchParams } from 'expo-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { ActButton } from '../../design/act-button.tsx'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Check, RefreshCw, Undo2 } from '../../design/icons.ts'
import { Page } from '../../design/page.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { Heading } from '../../design/text.tsx'
import { TopBar } from '../../design/top-bar.tsx'
import { ChargeSheet } from '../billing/charge-sheet.tsx'
import { PaymentSheet } from '../billing/payment-sheet.tsx'
import { AgeLine } from '../kept/age-line.tsx'
import { FiguresCard } from './detail/figures-card.tsx'
import { PeopleCard } from './detail/people-card.tsx'
import { StatusLine } from './detail/status-line.tsx'
import { TermsCard } from './detail/terms-card.tsx'
import { TimelineCard } from './detail/timeline-card.tsx'

/** What can be done with it now; nothing where there is nothing. */
const Actions = ({
  subscription,
  onPay,
}: {
  subscription: SubscriptionDetail
  onPay: (payable: Payable) => void
}) => {
  const { t } = useTranslation(['subscriptions', 'verbs'])
  const text = useProblemText()
  const { today, role } = useHousehold()
  const { markPaid, isMarking } = useMarkPaid()
  const { rechargeNow, isRecharging } = useRechargeNow()
  const reactivate = useReactivateSubscription()
  const { say } = useUndoToast()
  const { id, revision, name, actions } = subscription
  const due = duePayment(subscription)
  const mayPay = due !== null && role !== 'viewer'
  const mayRecharge = actions.includes('renew') && needsRecharge(subscription, today)
  if (!mayPay && !mayRecharge && !actions.includes('reactivate')) return null
  return (
    <View className="flex-row flex-wrap gap-2">
      {mayPay ? (
        <ActButton
          className="grow"
          icon={Check}
          busy={isMarking(due.id)}
          onPress={() => void markPaid(due.id, name)}
          onDetails={() => onPay(due)}
        >
          {t('verbs:markPaid')}
        </ActButton>
      ) : null}
      {mayRecharge ? (
        <ActButton
          className="grow"
          variant={due ? 'secondary' : 'primary'}
          icon={RefreshCw}
          busy={isRecharging(id)}
          onPress={() => void rechargeNow(id)}
        >
          {t('verbs:recharge')}
        </ActButton>
      ) : null}
      {actions.includes('reactivate') ? (
        <Button
          className="grow"
          variant="secondary"
          icon={Undo2}
          busy={reactivate.isPending}
          onPress={() =>
            reactivate.mutate(
              { id, revision },
              {
                onSuccess: (newest) => say(t('reactivated', { name }), newest),
                onError: (error) => showToast(text(error), { tone: 'danger' }),
              },
            )
          }
        >
          {t('action.reactivate')}
        </Button>
      ) : null}
    </View>
  )
}

/** One subscription: its state, its sums, its terms, and what became of each period. */
export const SubscriptionScreen = () => {
  const { id, charge } = useLocalSearchParams<{ id: string; charge?: string }>()
  const { data: subscription, error, refetch } = useSubscription(id)
  const [paying, setPaying] = useState<Payable | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const [pulled, setPulled] = useState(false)
  const [wasAsked, setAsked] = useState(false)
  const refresh = (): void => {
    setPulled(true)
    void refetch().finally(() => setPulled(false))
  }
  // Who held “Mark paid” elsewhere came to say more about that payment.
  if (charge !== undefined && subscription !== undefined && !wasAsked) {
    setAsked(true)
    setPaying(duePayment(subscription, charge))
  }
  return (
    <Page
      head={<TopBar title={subscription?.name ?? ''} home="/subscriptions" />}
      refreshing={pulled}
      onRefresh={refresh}
    >
      {subscription ? (
        <>
          <AgeLine />
          <View className="flex-row items-center gap-4">
            <BrandTile
              size="lg"
              name={subscription.providerName ?? subscription.name}
              color={subscription.brandColor}
            />
            <View className="min-w-0 flex-1 gap-0.5">
              <Heading size="xl" className="tracking-tight">
                {subscription.name}
              </Heading>
              <StatusLine subscription={subscription} />
            </View>
          </View>
          <Actions subscription={subscription} onPay={setPaying} />
          <FiguresCard subscription={subscription} />
          <TimelineCard subscription={subscription} onPay={setPaying} onOpen={setOpened} />
          <TermsCard subscription={subscription} />
          <PeopleCard subscription={subscription} />
          <PaymentSheet payable={paying} onClose={() => setPaying(null)} />
          <ChargeSheet chargeId={opened} onClose={() => setOpened(null)} />
        </>
      ) : error ? (
        <Card>
          <ErrorState error={error} onRetry={refresh} />
        </Card>
      ) : (
        <>
          <SkeletonCard count={1} />
          <SkeletonCard count={5} />
        </>
      )}
    </Page>
  )
}
