import { useFormat, useHousehold, useInstant, type InboxItem } from '@streamline/client'
import { useMarkPaid } from '@streamline/client/billing'
import { inboxPageOf, useSnooze } from '@streamline/client/notifications'
import { showToast } from '@streamline/client/toasts'
import { AlarmClock, Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { Button, buttonLook, ButtonLink } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { ActionMenu } from '../../design/menu.tsx'

const days = [1, 3, 7] as const

type Part = InboxItem['parts'][number]

/** One message: what it says, and what can be done about it here. */
export const InboxRow = ({ item, onRead }: { item: InboxItem; onRead: () => void }) => {
  const { t } = useTranslation('notifications')
  const instant = useInstant()
  const format = useFormat()
  const snooze = useSnooze()
  const { id, title, parts, createdAt, readAt, snoozedUntil } = item
  const isUnread = readAt === null
  const isOne = parts.length === 1
  const asks = parts.some(({ standing }) => standing === 'open')
  const putOff = (count: (typeof days)[number]) =>
    snooze.mutate(
      { id, days: count },
      {
        onSuccess: ({ snoozedUntil: until }) =>
          until === null ? undefined : showToast(t('inbox.snoozed', { date: format.date(until) })),
      },
    )
  return (
    <li className="space-y-2 px-5 py-4 wide:px-6">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="text-sm text-muted">{`${instant(createdAt)} · ${item.householdName}`}</p>
          <h2 className="font-semibold break-words">{title}</h2>
        </div>
        {isUnread ? <Badge tone="brand">{t('inbox.unread')}</Badge> : null}
      </div>
      {parts.map((part) => (
        <div key={`${part.kind} ${part.subscriptionId ?? ''} ${part.on}`}>
          {isOne ? null : <p className="text-sm font-semibold">{part.title}</p>}
          <p className="text-sm text-muted">{part.text}</p>
          <PaidButton item={item} part={part} onDone={onRead} />
          <OpenLink part={part} isOne={isOne} onOpen={onRead} />
        </div>
      ))}
      {snoozedUntil === null || !asks ? null : (
        <p className="text-sm text-muted">{t('inbox.snoozed', { date: format.date(snoozedUntil) })}</p>
      )}
      <div className="flex flex-wrap gap-2">
        {asks ? (
          <ActionMenu
            label={t('inbox.snooze')}
            icon={AlarmClock}
            className={`${buttonLook({ variant: 'secondary', size: 'sm' })} gap-1.5`}
            entries={days.map((count) => ({
              label: t('inbox.days', { count }),
              icon: AlarmClock,
              run: () => putOff(count),
            }))}
          />
        ) : null}
        {isUnread ? (
          <Button
            variant="quiet"
            size="sm"
            icon={Check}
            aria-label={t('inbox.readOf', { title })}
            onClick={onRead}
          >
            {t('inbox.read')}
          </Button>
        ) : null}
      </div>
      <FormError error={snooze.error} />
    </li>
  )
}

/** To the page where it is acted on. */
const OpenLink = ({ part, isOne, onOpen }: { part: Part; isOne: boolean; onOpen: () => void }) => {
  const { t } = useTranslation('notifications')
  const look = {
    variant: isOne ? ('soft' as const) : ('quiet' as const),
    size: 'sm' as const,
    className: 'mt-1',
    'aria-label': t('inbox.openOf', { title: part.title }),
    onClick: onOpen,
  }
  const page = inboxPageOf(part)
  switch (page.is) {
    case 'subscription':
      return (
        <ButtonLink to="/subscriptions/$subscriptionId" params={{ subscriptionId: page.id }} {...look}>
          {t('inbox.open')}
        </ButtonLink>
      )
    case 'between':
      return (
        <ButtonLink to="/money" search={{ tab: 'between' }} {...look}>
          {t('inbox.open')}
        </ButtonLink>
      )
    case 'people':
      return (
        <ButtonLink to="/settings/people" {...look}>
          {t('inbox.open')}
        </ButtonLink>
      )
    case 'home':
      return (
        <ButtonLink to="/home" {...look}>
          {t('inbox.open')}
        </ButtonLink>
      )
  }
}

/** What is owed for it was paid, in the household that is open: at once, with a way back. */
const PaidButton = ({ item, part, onDone }: { item: InboxItem; part: Part; onDone: () => void }) => {
  const { t } = useTranslation('notifications')
  const { id } = useHousehold()
  const { markPaid, isMarking } = useMarkPaid()
  const { chargeId, name } = part
  if (chargeId === null || item.householdId !== id) return null
  return (
    <Button
      size="sm"
      className="mt-1 mr-2"
      icon={Check}
      busy={isMarking(chargeId)}
      aria-label={t('inbox.paidOf', { title: part.title })}
      onClick={() => void markPaid(chargeId, name).then(onDone)}
    >
      {t('inbox.paid')}
    </Button>
  )
}
