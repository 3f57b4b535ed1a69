import { useFormat, useHousehold, type Charge } from '@streamline/client'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AvatarStack } from '../../design/avatar-stack.tsx'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Button } from '../../design/button.tsx'
import { Money } from '../../design/money.tsx'
import { usePeople } from '../households/use-people.ts'

const Payer = ({ charge: { paidBy, shares } }: { charge: Charge }) => {
  const { t } = useTranslation('money')
  const { several, isYou, nameOf, shortNameOf } = usePeople()
  if (!several || paidBy === null) return null
  const people = shares.length > 1 ? shares.map(({ memberId }) => memberId) : [paidBy]
  return (
    <span className="flex min-w-0 items-center gap-2 text-xs font-medium text-muted">
      <AvatarStack people={people.map((id) => ({ id, name: nameOf(id) }))} />
      <span className="truncate">
        {isYou(paidBy) ? t('due.youPay') : t('due.pays', { name: shortNameOf(paidBy) })}
      </span>
    </span>
  )
}

/** One charge that waits: which period, until when, who usually pays. */
export const DueRow = ({ charge, urgent, onPay }: { charge: Charge; urgent: boolean; onPay: () => void }) => {
  const { t } = useTranslation('money')
  const format = useFormat()
  const { role } = useHousehold()
  const { subscriptionId, subscriptionName, providerId, brandColor, startsOn, endsOn, dueOn } = charge
  const { outstanding, amount, state } = charge
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-3.5 transition-colors focus-within:bg-sunken hover:bg-sunken wide:grid-cols-[auto_minmax(0,1fr)_10rem_9rem_9rem] wide:gap-x-5 wide:px-6">
      <BrandTile name={providerId ?? subscriptionName} color={brandColor} />
      <div className="min-w-0">
        <Link
          to="/subscriptions/$subscriptionId"
          params={{ subscriptionId }}
          className="block truncate font-semibold outline-none after:absolute after:inset-0 focus-visible:after:outline-3 focus-visible:after:-outline-offset-3 focus-visible:after:outline-brand"
        >
          {subscriptionName}
        </Link>
        <p className="truncate text-sm text-muted">{format.period(startsOn, endsOn)}</p>
      </div>
      <div className="flex flex-col items-end text-right wide:col-start-4">
        <Money value={outstanding} />
        {state === 'partlyPaid' ? (
          <span className="text-xs whitespace-nowrap text-muted">
            {t('due.ofAmount', { amount: format.money(amount) })}
          </span>
        ) : null}
        <time dateTime={dueOn} className="text-sm whitespace-nowrap text-muted">
          {urgent ? format.relative(dueOn) : format.date(dueOn)}
        </time>
      </div>
      <div className="relative col-span-2 col-start-2 mt-1.5 flex items-center justify-between gap-3 empty:hidden wide:contents">
        <span className="min-w-0 flex-1 wide:col-start-3 wide:row-start-1">
          <Payer charge={charge} />
        </span>
        {role === 'viewer' ? null : (
          <Button
            variant={urgent ? 'soft' : 'quiet'}
            size="sm"
            className="wide:relative wide:col-start-5 wide:justify-self-end"
            aria-label={`${urgent ? t('due.pay') : t('due.payEarly')} ${subscriptionName}, ${format.money(outstanding)}`}
            onClick={onPay}
          >
            {urgent ? t('due.pay') : t('due.payEarly')}
          </Button>
        )}
      </div>
    </li>
  )
}
