import { duePayment, type Payable } from '@streamline/client/billing'
import { openedAtOnce, useSubscription } from '@streamline/client/subscriptions'
import { useLocalSearchParams } from 'expo-router'
import { useState } from 'react'
import { View } from 'react-native'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Card } from '../../design/card.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Page } from '../../design/page.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { Heading } from '../../design/text.tsx'
import { TopBar } from '../../design/top-bar.tsx'
import { ChargeSheet } from '../billing/charge-sheet.tsx'
import { PaymentSheet } from '../billing/payment-sheet.tsx'
import { AgeLine } from '../kept/age-line.tsx'
import { HistoryCard } from './acts/history-card.tsx'
import { RemovedNote } from './acts/removed-note.tsx'
import { CreditCard } from './credit/credit-card.tsx'
import { FiguresCard } from './detail/figures-card.tsx'
import { IncludesCard } from './detail/includes-card.tsx'
import { ExtrasCard, NoteCard, PriceNewsCard } from './detail/more-cards.tsx'
import { PeopleCard } from './detail/people-card.tsx'
import { PricesCard } from './detail/prices-card.tsx'
import { RemindersCard } from './detail/reminders-card.tsx'
import type { SheetName } from './detail/sheet-name.ts'
import { StatusLine } from './detail/status-line.tsx'
import { SubscriptionActions } from './detail/subscription-actions.tsx'
import { SubscriptionSheets } from './detail/subscription-sheets.tsx'
import { TermsCard } from './detail/terms-card.tsx'
import { TimelineCard } from './detail/timeline-card.tsx'
import { UsageCard } from './usage/usage-card.tsx'

/** One subscription: its state, its sums, its terms, and what became of each period. */
export const SubscriptionScreen = () => {
  const { id, charge, open } = useLocalSearchParams<{ id: string; charge?: string; open?: string }>()
  const { data: subscription, error, refetch } = useSubscription(id)
  const [paying, setPaying] = useState<Payable | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const [sheet, setSheet] = useState<SheetName | null>(null)
  const [pulled, setPulled] = useState(false)
  const [wasAsked, setAsked] = useState(false)
  const refresh = (): void => {
    setPulled(true)
    void refetch().finally(() => setPulled(false))
  }
  // Who held “Mark paid” elsewhere came to say more about that payment, who follows a step to do it.
  if (subscription !== undefined && !wasAsked) {
    setAsked(true)
    if (charge !== undefined) setPaying(duePayment(subscription, charge))
    setSheet(openedAtOnce(open, subscription.actions))
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
              look={subscription.look}
            />
            <View className="min-w-0 flex-1 gap-0.5">
              <Heading size="xl" className="tracking-tight">
                {subscription.name}
              </Heading>
              <StatusLine subscription={subscription} />
            </View>
          </View>
          {subscription.removedOn === null ? (
            <>
              <SubscriptionActions subscription={subscription} onPay={setPaying} onOpen={setSheet} />
              <PriceNewsCard subscription={subscription} onCancel={() => setSheet('cancel')} />
              <CreditCard subscription={subscription} onOpen={setSheet} />
              <FiguresCard subscription={subscription} />
              <UsageCard subscription={subscription} />
              <TimelineCard subscription={subscription} onPay={setPaying} onOpen={setOpened} />
              <TermsCard subscription={subscription} />
              <PeopleCard subscription={subscription} onSplit={() => setSheet('split')} />
              <ExtrasCard extras={subscription.extras} onOpen={setOpened} />
              <IncludesCard subscription={subscription} />
              <PricesCard subscription={subscription} />
              <RemindersCard subscription={subscription} />
            </>
          ) : (
            <>
              <RemovedNote subscription={subscription} />
              <CreditCard subscription={subscription} onOpen={setSheet} />
              <TermsCard subscription={subscription} />
            </>
          )}
          <HistoryCard subscription={subscription} />
          <NoteCard subscription={subscription} />
          <PaymentSheet payable={paying} onClose={() => setPaying(null)} />
          <ChargeSheet chargeId={opened} onClose={() => setOpened(null)} />
          <SubscriptionSheets subscription={subscription} opened={sheet} onClose={() => setSheet(null)} />
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
