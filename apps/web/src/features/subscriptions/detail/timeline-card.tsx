import { itemsOf, type SubscriptionDetail, useHousehold } from '@streamline/client'
import { type Payable, type Reversible, useCharges, useHistory } from '@streamline/client/billing'
import { shownTimeline } from '@streamline/client/subscriptions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { TimelineGap, TimelinePeriod } from './timeline-period.tsx'

/** Periods and their payments on one line, the newest first. */
export const TimelineCard = ({
  subscription,
  onPay,
  onReverse,
  onOpen,
}: {
  subscription: SubscriptionDetail
  onPay: (payable: Payable) => void
  onReverse: (payment: Reversible) => void
  onOpen: (chargeId: string) => void
}) => {
  const { t } = useTranslation('subscriptions')
  const { today } = useHousehold()
  const [allAhead, setAllAhead] = useState(false)
  const [allBehind, setAllBehind] = useState(false)
  const { id: subscriptionId } = subscription
  const charges = itemsOf(useCharges({ subscriptionId }).data)
  const corrections = itemsOf(useHistory({ subscriptionId, kind: 'correction' }).data)

  const { shown, moreAhead, moreBehind } = shownTimeline(subscription.timeline, today, {
    ahead: allAhead,
    behind: allBehind,
  })

  return (
    <Card title={t('timeline.title')}>
      {moreAhead > 0 ? (
        <Button variant="quiet" size="sm" className="mb-2 -ml-3" onClick={() => setAllAhead(true)}>
          {t('timeline.moreAhead', { count: moreAhead })}
        </Button>
      ) : null}
      <ol className="-mb-5">
        {shown.map((node, at) =>
          node.node === 'gap' ? (
            <TimelineGap key={`gap ${node.from}`} gap={node} />
          ) : (
            <TimelinePeriod
              key={node.entry.index}
              period={node}
              subscription={subscription}
              charge={charges.find(({ id }) => id === node.entry.chargeId)}
              corrections={corrections.filter(
                (correction) => correction.subscription?.chargeId === node.entry.chargeId,
              )}
              last={at === shown.length - 1}
              onPay={onPay}
              onReverse={onReverse}
              onOpen={onOpen}
            />
          ),
        )}
      </ol>
      {moreBehind > 0 ? (
        <Button variant="quiet" size="sm" className="mt-5 -ml-3" onClick={() => setAllBehind(true)}>
          {t('timeline.moreBehind', { count: moreBehind })}
        </Button>
      ) : null}
    </Card>
  )
}
