import { type HistoryEntry, useFormat } from '@streamline/client'
import { useHistoryText } from '@streamline/client/billing'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AvatarStack } from '../../design/avatar-stack.tsx'
import { Badge } from '../../design/badge.tsx'
import { BrandTile } from '../../design/brand-tile.tsx'
import { IconButton } from '../../design/button.tsx'
import { classes } from '../../design/classes.ts'
import { Money } from '../../design/money.tsx'

const Leading = ({ entry: { subscription, people }, faded }: { entry: HistoryEntry; faded: boolean }) => {
  if (subscription !== null)
    return (
      <BrandTile
        name={subscription.providerId ?? subscription.name}
        color={subscription.brandColor}
        look={subscription.look}
        className={faded ? 'opacity-60' : undefined}
      />
    )
  return (
    <span className={classes('flex h-11 w-11 shrink-0 items-center justify-center', faded && 'opacity-60')}>
      <AvatarStack people={people.map(({ memberId, memberName }) => ({ id: memberId, name: memberName }))} />
    </span>
  )
}

/** Enough for a couple and their children; a full house unfolds the rest. */
const shownAtOnce = 3

const ChangeList = ({
  changes,
  faded,
}: {
  changes: ReturnType<ReturnType<typeof useHistoryText>['changes']>
  faded: boolean
}) => {
  const { t } = useTranslation('history')
  const [all, setAll] = useState(false)
  const shown = all ? changes : changes.slice(0, shownAtOnce)
  const more = changes.length - shown.length
  return (
    <ul className="mt-1 flex flex-wrap gap-x-3 text-sm font-medium empty:hidden">
      {shown.map(({ id, gets, text }) => (
        <li
          key={id}
          className={classes('figures', faded ? 'text-muted' : gets ? 'text-positive' : 'text-danger')}
        >
          {text}
        </li>
      ))}
      {more > 0 ? (
        <li>
          <button
            type="button"
            className="relative -my-3 min-h-11 px-1 font-semibold text-brand underline-offset-4 hover:underline"
            onClick={() => setAll(true)}
          >
            {t('moreChanges', { count: more })}
          </button>
        </li>
      ) : null}
    </ul>
  )
}

/** One entry of the ledger: what happened, and what it changed between people. */
export const HistoryRow = ({
  entry,
  onOpen,
  onTakeBack,
}: {
  entry: HistoryEntry
  /** Opens the charge it belongs to. */
  onOpen: (chargeId: string) => void
  /** Null where it cannot be taken back, or not by who looks. */
  onTakeBack: (() => void) | null
}) => {
  const { t } = useTranslation('history')
  const format = useFormat()
  const { sentence, changes, details } = useHistoryText()
  const { subscription, amount, on, note, kind, takenBack } = entry
  const isReturn = kind === 'reversal' || kind === 'settlementUndone'
  const faded = takenBack || isReturn
  const about = details(entry)
  return (
    <li className="relative flex items-start gap-3 px-4 py-3.5 transition-colors focus-within:bg-sunken hover:bg-sunken wide:px-6">
      <Leading entry={entry} faded={faded} />
      <div className="min-w-0 flex-1">
        {subscription === null ? (
          <p className="font-semibold break-words">{sentence(entry)}</p>
        ) : (
          <>
            <button
              type="button"
              onClick={() => onOpen(subscription.chargeId)}
              className="block max-w-full truncate text-left font-semibold outline-none after:absolute after:inset-0 focus-visible:after:outline-3 focus-visible:after:-outline-offset-3 focus-visible:after:outline-brand"
            >
              {subscription.name}
            </button>
            <p className="text-sm break-words text-ink">{sentence(entry)}</p>
          </>
        )}
        <p className="figures flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-faint">
          {[subscription === null ? null : format.period(subscription.startsOn, subscription.endsOn), about]
            .filter(Boolean)
            .join(' · ')}
          {takenBack ? <Badge>{t('takenBack')}</Badge> : null}
          {isReturn ? <Badge tone="warn">{t(`kind.${kind}`)}</Badge> : null}
        </p>
        {note ? <p className="line-clamp-2 text-sm break-words text-faint">{note}</p> : null}
        <ChangeList changes={changes(entry)} faded={faded} />
      </div>
      <div className="flex shrink-0 flex-col items-end text-right">
        {amount ? (
          <Money value={amount} className={classes(faded && 'text-muted', takenBack && 'line-through')} />
        ) : null}
        <time dateTime={on} className="text-sm whitespace-nowrap text-muted">
          {format.shortDate(on)}
        </time>
        {onTakeBack ? (
          <IconButton
            icon={Undo2}
            label={t('takeBack', {
              what: subscription?.name ?? sentence(entry),
              amount: amount ? format.money({ ...amount, amount: Math.abs(amount.amount) }) : '',
            })}
            className="relative -mr-2.5 -mb-2"
            onClick={onTakeBack}
          />
        ) : null}
      </div>
    </li>
  )
}
