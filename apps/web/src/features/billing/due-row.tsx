import { type Charge, useFormat, useHousehold } from '@streamline/client'
import { useSharesText } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { Link } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AvatarStack } from '../../design/avatar-stack.tsx'
import { BrandTile } from '../../design/brand-tile.tsx'
import { ActButton } from '../../design/act-button.tsx'
import { IconButton } from '../../design/button.tsx'
import { classes } from '../../design/classes.ts'
import { Money } from '../../design/money.tsx'
import { useIsWaiting, Waits } from '../kept/waits.tsx'

const Payer = ({ charge: { paidBy, shares } }: { charge: Charge }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { several, isYou, nameOf, shortNameOf } = usePeople()
  const sharesText = useSharesText()
  if (!several || paidBy === null) return null
  const isShared = shares.length > 1 || shares.some(({ memberId }) => memberId !== paidBy)
  const yours = shares.find(({ memberId }) => isYou(memberId))
  const people = isShared ? shares.map(({ memberId }) => memberId) : [paidBy]
  return (
    <span className="flex min-w-0 items-center gap-2 text-xs font-medium text-muted">
      <span className="flex max-sm:hidden">
        <AvatarStack people={people.map((id) => ({ id, name: nameOf(id) }))} />
      </span>
      <span className="min-w-0">
        <span className="block truncate">
          {isYou(paidBy) ? t('due.youPay') : t('due.pays', { name: shortNameOf(paidBy) })}
        </span>
        {isShared ? (
          <span className="figures line-clamp-2 text-faint max-wide:hidden">{sharesText(shares)}</span>
        ) : null}
        {yours === undefined || !isShared ? null : (
          <span className="figures block truncate text-faint wide:hidden">
            {t('share.yours', { amount: format.money(yours.amount) })}
          </span>
        )}
      </span>
    </span>
  )
}

/** The tile becomes the box to tick, so that a row stays one row on a phone. */
const Pick = ({
  charge,
  picked,
  onPick,
}: {
  charge: Charge
  picked: boolean
  onPick: (picked: boolean) => void
}) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  return (
    <label className="relative z-10 flex size-11 items-center justify-center rounded-tile has-focus-visible:outline-3 has-focus-visible:outline-brand">
      <input
        type="checkbox"
        className="size-6 accent-brand outline-none"
        aria-label={t('several.pick', {
          name: charge.subscriptionName,
          period: format.period(charge.startsOn, charge.endsOn),
          amount: format.money(charge.outstanding),
        })}
        checked={picked}
        onChange={(event) => onPick(event.target.checked)}
      />
    </label>
  )
}

/** One charge that waits: which period, until when, who usually pays and who bears it. */
export const DueRow = ({
  charge,
  urgent,
  picked,
  onPick,
  busy,
  onPay,
  onDetails,
  onOpen,
}: {
  charge: Charge
  urgent: boolean
  /** Null while nobody chooses several. */
  picked: boolean | null
  onPick: (picked: boolean) => void
  busy: boolean
  onPay: () => void
  /** To say more about the payment first. */
  onDetails: () => void
  onOpen: () => void
}) => {
  const { t } = useTranslation(['billing', 'verbs'])
  const isWaiting = useIsWaiting(charge.id)
  const format = useFormat()
  const { role } = useHousehold()
  const { subscriptionId, subscriptionName, providerId, brandColor, look, startsOn, endsOn, dueOn } = charge
  const { outstanding, amount, state } = charge
  return (
    <li
      className={classes(
        'relative grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-3.5 transition-colors wide:grid-cols-[auto_minmax(0,1fr)_minmax(0,14rem)_7rem_auto] wide:gap-x-4 wide:px-6',
        picked ? 'bg-brand-soft' : 'focus-within:bg-sunken hover:bg-sunken',
      )}
    >
      {picked === null ? (
        <BrandTile name={providerId ?? subscriptionName} color={brandColor} look={look} />
      ) : (
        <Pick charge={charge} picked={picked} onPick={onPick} />
      )}
      <div className="min-w-0">
        <Link
          to="/subscriptions/$subscriptionId"
          params={{ subscriptionId }}
          className="block min-w-0 font-semibold outline-none after:absolute after:inset-0 focus-visible:after:outline-3 focus-visible:after:-outline-offset-3 focus-visible:after:outline-brand"
        >
          <span className="line-clamp-5 break-words">{subscriptionName}</span>
        </Link>
        <p className="text-sm text-pretty text-muted">{format.period(startsOn, endsOn)}</p>
      </div>
      <div className="flex flex-col items-end text-right wide:col-start-4">
        <Money value={outstanding} />
        {state === 'partlyPaid' ? (
          <span className="figures text-xs whitespace-nowrap text-muted">
            {t('due.ofAmount', { amount: format.money(amount) })}
          </span>
        ) : null}
        <time dateTime={dueOn} className="text-sm whitespace-nowrap text-muted">
          {urgent ? format.relative(dueOn) : format.shortDate(dueOn)}
        </time>
      </div>
      <div className="relative col-span-2 col-start-2 mt-1.5 flex flex-wrap items-center justify-end gap-1 empty:hidden wide:contents">
        <span className="pointer-events-none min-w-34 flex-1 empty:hidden wide:col-start-3 wide:row-start-1 wide:min-w-0">
          <Payer charge={charge} />
        </span>
        <span className="flex items-center justify-end gap-1 wide:relative wide:col-start-5">
          {role === 'viewer' || picked !== null ? null : isWaiting ? (
            <Waits />
          ) : (
            <ActButton
              variant={urgent ? 'soft' : 'quiet'}
              size="sm"
              data-key="p"
              busy={busy}
              aria-label={`${t('verbs:markPaid')}: ${subscriptionName}, ${format.money(outstanding)}`}
              onClick={onPay}
              onDetails={onDetails}
            >
              {t('verbs:markPaid')}
            </ActButton>
          )}
          <IconButton
            icon={Ellipsis}
            label={t('due.details', {
              name: subscriptionName,
              period: format.period(startsOn, endsOn),
            })}
            className="-mr-2.5"
            onClick={onOpen}
          />
        </span>
      </div>
    </li>
  )
}
