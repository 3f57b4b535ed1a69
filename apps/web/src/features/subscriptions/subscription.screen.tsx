import type { SubscriptionDetail } from '@streamline/client'
import { openedAtOnce, useSubscription } from '@streamline/client/subscriptions'
import { duePayment, payableOf, type Reversible, draftOfCharge, keptTask } from '@streamline/client/billing'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../design/brand-tile.tsx'
import { BackLink, Page } from '../../design/page.tsx'
import { WaitingCard } from '../../design/waiting-card.tsx'
import { useKeptDrafts } from '../../design/kept-drafts.ts'
import { ChargeSheet } from '../billing/charge-sheet.tsx'
import { PaymentSheet } from '../billing/payment-sheet.tsx'
import { ReverseDialog } from '../billing/reverse-dialog.tsx'
import { PushQuestion } from '../notifications/push-question.tsx'
import { HistoryCard } from './acts/history-card.tsx'
import { RemovedNote } from './acts/removed-note.tsx'
import { CreditCard } from './credit/credit-card.tsx'
import { ExtrasCard } from './detail/extras-card.tsx'
import { FiguresCard } from './detail/figures-card.tsx'
import { IncludesCard } from './detail/includes-card.tsx'
import { NoteCard } from './detail/note-card.tsx'
import { RemindersCard } from './detail/reminders-card.tsx'
import { PeopleCard } from './detail/people-card.tsx'
import { PriceNewsCard } from './detail/price-news-card.tsx'
import { PricesCard } from './detail/prices-card.tsx'
import { RechargeSheet } from './detail/recharge-sheet.tsx'
import { keptSheet, type SheetName } from './detail/sheet-name.ts'
import { StatusLine } from './detail/status-line.tsx'
import { SubscriptionActions } from './detail/subscription-actions.tsx'
import { SubscriptionSheets } from './detail/subscription-sheets.tsx'
import { TermsCard } from './detail/terms-card.tsx'
import { TimelineCard } from './detail/timeline-card.tsx'
import { UsageCard } from './usage/usage-card.tsx'
import { SplitSheet } from './split/split-sheet.tsx'

const route = getRouteApi('/household/shell/subscriptions/$subscriptionId')

const Back = () => {
  const { t } = useTranslation('subscriptions')
  return <BackLink to="/subscriptions">{t('list.title')}</BackLink>
}

const columns = 'grid items-start gap-5 wide:grid-cols-[minmax(0,1fr)_22rem]'

/** Nothing of it counts: what it was, what happened to it, and the way back. */
const Removed = ({
  subscription,
  onOpen,
}: {
  subscription: SubscriptionDetail
  onOpen: (sheet: SheetName) => void
}) => (
  <>
    <RemovedNote subscription={subscription} />
    <CreditCard subscription={subscription} onOpen={onOpen} />
    <div className={columns}>
      <TermsCard subscription={subscription} />
      <div className="grid min-w-0 gap-5">
        <HistoryCard subscription={subscription} />
        <NoteCard subscription={subscription} />
      </div>
    </div>
  </>
)

/** The payment that was being typed before a reload. */
const keptPayment = (subscription: SubscriptionDetail, kept: readonly string[]) => {
  const entry = subscription.timeline.find(
    ({ chargeId }) => chargeId !== null && kept.includes(draftOfCharge('pay', chargeId)),
  )
  return entry === undefined ? null : payableOf(subscription, entry)
}

/** The charge whose change was being typed before a reload. */
const keptChange = ({ timeline, extras }: SubscriptionDetail, kept: readonly string[]): string | null =>
  [...timeline, ...extras]
    .flatMap(({ chargeId }) => chargeId ?? [])
    .find((chargeId) => (keptTask(kept, chargeId) ?? 'pay') !== 'pay') ?? null

const Loaded = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { open, charge } = route.useSearch()
  const kept = useKeptDrafts()
  const [paying, setPaying] = useState(() =>
    open === 'pay' ? duePayment(subscription, charge) : keptPayment(subscription, kept),
  )
  const [reversing, setReversing] = useState<Reversible | null>(null)
  const [opened, setOpened] = useState(() => keptChange(subscription, kept))
  const [sheet, setSheet] = useState<SheetName | null>(
    () => openedAtOnce(open, subscription.actions) ?? keptSheet(kept, subscription.id),
  )
  const { name, providerId, brandColor, look } = subscription
  const close = () => setSheet(null)
  return (
    <Page
      title={name}
      width="broad"
      back={<Back />}
      heading={
        <span className="flex items-center gap-3.5">
          <BrandTile name={providerId ?? name} color={brandColor} look={look} />
          <span className="min-w-0 break-words">{name}</span>
        </span>
      }
      lead={<StatusLine subscription={subscription} />}
      aside={<SubscriptionActions subscription={subscription} onPay={setPaying} onOpen={setSheet} />}
    >
      {subscription.removedOn === null ? <PushQuestion /> : null}
      {subscription.removedOn === null ? (
        <div className={columns}>
          <div className="grid min-w-0 gap-5">
            <PriceNewsCard subscription={subscription} onCancel={() => setSheet('cancel')} />
            <CreditCard subscription={subscription} onOpen={setSheet} />
            <FiguresCard subscription={subscription} />
            <UsageCard subscription={subscription} />
            <TimelineCard
              subscription={subscription}
              onPay={setPaying}
              onReverse={setReversing}
              onOpen={setOpened}
            />
          </div>
          <div className="grid min-w-0 gap-5">
            <TermsCard subscription={subscription} />
            <PeopleCard subscription={subscription} onSplit={() => setSheet('split')} />
            <HistoryCard subscription={subscription} />
            <ExtrasCard extras={subscription.extras} onOpen={setOpened} />
            <IncludesCard subscription={subscription} />
            <PricesCard subscription={subscription} />
            <RemindersCard subscription={subscription} />
            <NoteCard subscription={subscription} />
          </div>
        </div>
      ) : (
        <Removed subscription={subscription} onOpen={setSheet} />
      )}
      <PaymentSheet payable={paying} onClose={() => setPaying(null)} />
      <ReverseDialog payment={reversing} onClose={() => setReversing(null)} />
      <ChargeSheet chargeId={opened} onClose={() => setOpened(null)} />
      <SplitSheet subscription={subscription} open={sheet === 'split'} onClose={close} />
      <RechargeSheet subscription={sheet === 'recharge' ? subscription : null} onClose={close} />
      <SubscriptionSheets subscription={subscription} opened={sheet} onClose={close} />
    </Page>
  )
}

export const SubscriptionScreen = () => {
  const { t } = useTranslation('subscriptions')
  const { subscriptionId } = route.useParams()
  const { data, error, refetch } = useSubscription(subscriptionId)
  if (data) return <Loaded key={subscriptionId} subscription={data} />
  return (
    <Page title={t('detail.title')} width="broad" back={<Back />}>
      <WaitingCard label={t('detail.loading')} rows={5} error={error} onRetry={() => void refetch()} />
    </Page>
  )
}
