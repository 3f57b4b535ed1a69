import { type Charge, type Kind, type Subscription, useHousehold } from '@streamline/client'
import { groupsOf, kinds, type ListGroup, mayChange, needsRecharge } from '@streamline/client/subscriptions'
import { sumByCurrency } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../design/card.tsx'
import { List } from '../../../design/list-row.tsx'
import { Amounts } from '../../../design/money.tsx'
import { useRestore } from '../acts/use-restore.ts'
import { SubscriptionRow } from './subscription-row.tsx'

const running: ReadonlySet<Subscription['status']> = new Set(['trialing', 'active', 'grace'])

const isKind = (group: ListGroup): group is Kind => kinds.some((kind) => kind === group)

/** What costs something each month as things stand. */
const isRunning = ({ status, removedOn }: Subscription): boolean => removedOn === null && running.has(status)

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
  const household = useHousehold()
  const { restore, isRestoring } = useRestore()
  const { today, currency } = household
  return (
    <div className="space-y-5">
      {groupsOf(subscriptions).map(({ group, items }) => {
        const costing = items.filter(isRunning)
        return (
          <Card
            key={group}
            flush
            title={
              <>
                {isKind(group) ? t(`words:kind.${group}`) : t(`list.${group}`)}{' '}
                <span className="figures ml-1 text-sm font-semibold text-faint">{items.length}</span>
              </>
            }
            aside={
              whole && costing.length > 0 ? (
                <span className="text-sm text-muted">
                  <Amounts
                    size="sm"
                    currency={currency}
                    values={sumByCurrency(costing.map(({ monthlyCost }) => monthlyCost))}
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
                  restoring={isRestoring(subscription.id)}
                  onRestore={
                    subscription.removedOn !== null && mayChange(household, subscription)
                      ? () => restore(subscription)
                      : null
                  }
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
