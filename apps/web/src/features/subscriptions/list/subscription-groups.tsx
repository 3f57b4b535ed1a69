import { type Charge, type Subscription, useHousehold } from '@streamline/client'
import { groupsOf, needsRecharge } from '@streamline/client/subscriptions'
import { sumByCurrency } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../design/card.tsx'
import { List } from '../../../design/list-row.tsx'
import { Amounts } from '../../../design/money.tsx'
import { SubscriptionRow } from './subscription-row.tsx'

/** The rows under their headings; the monthly cost of a group is said once everything of it is on screen. */
export const SubscriptionGroups = ({
  subscriptions,
  whole,
  due,
  onRecharge,
  onPay,
}: {
  subscriptions: readonly Subscription[]
  whole: boolean
  /** Oldest open charge by subscription. */
  due: ReadonlyMap<string, Charge>
  onRecharge: (subscription: Subscription) => void
  onPay: (charge: Charge) => void
}) => {
  const { t } = useTranslation(['subscriptions', 'words'])
  const { today, currency } = useHousehold()
  return (
    <div className="space-y-5">
      {groupsOf(subscriptions).map(({ group, items }) => {
        const running = items.filter(
          ({ status }) => status !== 'expired' && status !== 'paused' && status !== 'cancelled',
        )
        return (
          <Card
            key={group}
            flush
            title={
              <>
                {group === 'ended' ? t('list.ended') : t(`words:kind.${group}`)}{' '}
                <span className="figures ml-1 text-sm font-semibold text-faint">{items.length}</span>
              </>
            }
            aside={
              whole && running.length > 0 ? (
                <span className="text-sm text-muted">
                  <Amounts
                    size="sm"
                    currency={currency}
                    values={sumByCurrency(running.map(({ monthlyCost }) => monthlyCost))}
                  />{' '}
                  {t('list.aMonth')}
                </span>
              ) : null
            }
            className="overflow-hidden"
          >
            <List className="pb-1">
              {items.map((subscription) => (
                <SubscriptionRow
                  key={subscription.id}
                  subscription={subscription}
                  due={due.get(subscription.id)}
                  recharge={needsRecharge(subscription, today)}
                  onRecharge={() => onRecharge(subscription)}
                  onPay={onPay}
                />
              ))}
            </List>
          </Card>
        )
      })}
    </div>
  )
}
