import { type Charge, type Kind, type Subscription, useFormat, useHousehold } from '@streamline/client'
import {
  type ListGroup,
  type ListSort,
  groupsOf,
  kinds,
  mayChange,
  needsRecharge,
  sorted,
  totalsOf,
  useRechargeNow,
  useRestore,
} from '@streamline/client/subscriptions'
import { useMarkPaid } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../design/card.tsx'
import { classes } from '../../../design/classes.ts'
import { List } from '../../../design/list-row.tsx'
import { Amounts } from '../../../design/money.tsx'
import { CompactRow } from './compact-row.tsx'
import type { RowActs } from './row-actions.tsx'
import { SubscriptionRow } from './subscription-row.tsx'

const isKind = (group: ListGroup): group is Kind => kinds.some((kind) => kind === group)

/**
 * The rows under the headings of their kinds, or in one row by what is asked for; the monthly cost of a group is said once everything
 * of it is on screen.
 */
export const SubscriptionGroups = ({
  subscriptions,
  whole,
  sort,
  compact,
  due,
  onRechargeDetails,
  onPayDetails,
}: {
  subscriptions: readonly Subscription[]
  whole: boolean
  sort: ListSort
  compact: boolean
  /** Oldest open charge by subscription. */
  due: ReadonlyMap<string, Charge>
  onRechargeDetails: (subscription: Subscription) => void
  onPayDetails: (charge: Charge) => void
}) => {
  const { t } = useTranslation(['subscriptions', 'words'])
  const household = useHousehold()
  const { locale } = useFormat()
  const { restore, isRestoring } = useRestore()
  const { markPaid, isMarking } = useMarkPaid()
  const { rechargeNow, isRecharging } = useRechargeNow()
  const { today, currency } = household
  const ordered = sorted(subscriptions, { sort, today, locale, currency })
  const groups = sort === 'kind' ? groupsOf(ordered) : [{ group: 'all' as const, items: ordered }]
  const actsOf = (subscription: Subscription): RowActs => ({
    due: due.get(subscription.id),
    recharge: needsRecharge(subscription, today),
    busy: {
      paying: isMarking(due.get(subscription.id)?.id ?? null),
      recharging: isRecharging(subscription.id),
      restoring: isRestoring(subscription.id),
    },
    onRestore:
      subscription.removedOn !== null && mayChange(household, subscription)
        ? () => restore(subscription)
        : null,
    onRecharge: () => void rechargeNow(subscription.id),
    onRechargeDetails: () => onRechargeDetails(subscription),
    onPay: ({ id, subscriptionName }) => void markPaid(id, subscriptionName),
    onPayDetails,
  })
  const Row = compact ? CompactRow : SubscriptionRow
  return (
    <div className={compact ? 'space-y-3' : 'space-y-5'}>
      {groups.map(({ group, items }) => {
        const costs = sort === 'kind' ? totalsOf(items).aMonth : []
        return (
          <Card
            key={group}
            flush
            title={
              <>
                {group !== 'all' && isKind(group) ? t(`words:kind.${group}`) : t(`list.${group}`)}{' '}
                <span className="figures ml-1 text-sm font-semibold text-faint">{items.length}</span>
              </>
            }
            aside={
              whole && costs.length > 0 ? (
                <span className="text-sm whitespace-nowrap text-muted">
                  <Amounts size="sm" currency={currency} values={costs} /> {t('list.aMonth')}
                </span>
              ) : null
            }
            className={classes(
              'overflow-hidden',
              compact && '[&>div:first-child]:pt-3 [&>div:first-child]:pb-1',
            )}
          >
            <List className="pb-1">
              {items.map((subscription) => (
                <Row key={subscription.id} subscription={subscription} acts={actsOf(subscription)} />
              ))}
            </List>
          </Card>
        )
      })}
    </div>
  )
}
