import { useFormat, useHousehold, type usePayments } from '@streamline/client'
import { Link } from '@tanstack/react-router'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { BrandTile } from '../../design/brand-tile.tsx'
import { IconButton } from '../../design/button.tsx'
import { classes } from '../../design/classes.ts'
import { Money } from '../../design/money.tsx'
import { usePeople } from '../households/use-people.ts'
import { useMethodName } from './method-choice.tsx'

export type PaidItem = NonNullable<ReturnType<typeof usePayments>['data']>['pages'][number]['items'][number]

/** One entry of the history: who paid what, for which period. */
export const PaidRow = ({ payment, onReverse }: { payment: PaidItem; onReverse: () => void }) => {
  const { t } = useTranslation('money')
  const format = useFormat()
  const methodName = useMethodName()
  const { role } = useHousehold()
  const { isYou, nameOf } = usePeople()
  const { subscriptionId, subscriptionName, brandColor, amount, paidOn, paidBy, method, assumed, note } =
    payment
  const isReversal = payment.reverses !== null
  const gone = payment.reversedBy !== null
  const who = isYou(paidBy) ? t('paid.you') : nameOf(paidBy)
  return (
    <li className="relative flex items-center gap-3 px-4 py-3.5 transition-colors focus-within:bg-sunken hover:bg-sunken wide:px-6">
      <BrandTile
        name={subscriptionName}
        color={brandColor}
        className={gone || isReversal ? 'opacity-60' : undefined}
      />
      <div className="min-w-0 flex-1">
        <Link
          to="/subscriptions/$subscriptionId"
          params={{ subscriptionId }}
          className="block truncate font-semibold outline-none after:absolute after:inset-0 focus-visible:after:outline-3 focus-visible:after:outline-brand focus-visible:after:-outline-offset-3"
        >
          {subscriptionName}
        </Link>
        <p className="truncate text-sm text-muted">
          {[who, method === null ? null : methodName(method)].filter((text) => text !== null).join(' · ')}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-faint">
          {format.period(payment.startsOn, payment.endsOn)}
          {isReversal ? <Badge tone="warn">{t('paid.reversal')}</Badge> : null}
          {gone ? <Badge>{t('paid.takenBack')}</Badge> : null}
          {assumed && !gone && !isReversal ? <Badge>{t('paid.assumed')}</Badge> : null}
        </p>
        {note ? <p className="truncate text-sm text-faint">{note}</p> : null}
      </div>
      <div className="flex shrink-0 flex-col items-end text-right">
        <Money
          value={amount}
          className={classes((gone || isReversal) && 'text-muted', gone && 'line-through')}
        />
        <time dateTime={paidOn} className="text-sm whitespace-nowrap text-muted">
          {format.shortDate(paidOn)}
        </time>
      </div>
      <span className="relative flex w-11 shrink-0 justify-end">
        {gone || isReversal || role === 'viewer' ? null : (
          <IconButton
            icon={Undo2}
            label={t('paid.takeBack', { name: subscriptionName, amount: format.money(amount) })}
            onClick={onReverse}
          />
        )}
      </span>
    </li>
  )
}
