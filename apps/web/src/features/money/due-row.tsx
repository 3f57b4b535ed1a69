import { useFormat, useHousehold, type Charge } from '@streamline/client'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Button } from '../../design/button.tsx'
import { Money } from '../../design/money.tsx'
import { usePeople } from '../households/use-people.ts'
import { ChargeState } from './charge-state.tsx'

/** One charge that waits: which period, until when, who usually pays. */
export const DueRow = ({ charge, urgent, onPay }: { charge: Charge; urgent: boolean; onPay: () => void }) => {
  const { t } = useTranslation('money')
  const format = useFormat()
  const { role } = useHousehold()
  const { several, isYou, nameOf } = usePeople()
  const {
    subscriptionId,
    subscriptionName,
    brandColor,
    startsOn,
    endsOn,
    dueOn,
    outstanding,
    amount,
    state,
    paidBy,
  } = charge
  const payer =
    !several || paidBy === null
      ? null
      : isYou(paidBy)
        ? t('due.youPay')
        : t('due.pays', { name: nameOf(paidBy) })
  const part = state === 'partlyPaid' ? t('due.ofAmount', { amount: format.money(amount) }) : null
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-3.5 transition-colors focus-within:bg-sunken hover:bg-sunken wide:grid-cols-[auto_minmax(0,1fr)_auto_9.5rem] wide:gap-x-5 wide:px-6">
      <BrandTile name={subscriptionName} color={brandColor} />
      <div className="min-w-0">
        <Link
          to="/subscriptions/$subscriptionId"
          params={{ subscriptionId }}
          className="block truncate font-semibold outline-none after:absolute after:inset-0 focus-visible:after:outline-3 focus-visible:after:outline-brand focus-visible:after:-outline-offset-3"
        >
          {subscriptionName}
        </Link>
        <p className="truncate text-sm text-muted">
          {[format.period(startsOn, endsOn), payer].filter((text) => text !== null).join(' · ')}
        </p>
      </div>
      <div className="flex flex-col items-end gap-0.5 text-right">
        <Money value={outstanding} />
        {part ? <span className="text-xs text-muted">{part}</span> : null}
        <time dateTime={dueOn} className="text-sm whitespace-nowrap text-muted">
          {urgent ? format.relative(dueOn) : format.date(dueOn)}
        </time>
      </div>
      <div className="relative col-span-2 col-start-2 mt-2 flex items-center justify-between gap-3 wide:col-span-1 wide:col-start-4 wide:mt-0 wide:justify-end">
        <span className="wide:hidden">
          <ChargeState state={state} />
        </span>
        {role === 'viewer' ? null : (
          <Button variant={urgent ? 'soft' : 'quiet'} size="sm" onClick={onPay}>
            {urgent ? t('due.pay') : t('due.payEarly')}
          </Button>
        )}
      </div>
    </li>
  )
}
