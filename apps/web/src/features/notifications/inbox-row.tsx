import { useFormat, useInstant, type InboxItem } from '@streamline/client'
import { useSnooze } from '@streamline/client/notifications'
import { showToast } from '@streamline/client/toasts'
import { AlarmClock, Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { Button, buttonLook, ButtonLink } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { ActionMenu } from '../../design/menu.tsx'

const days = [1, 3, 7] as const

/** One message: what it says, and what can be done about it here. */
export const InboxRow = ({ item, onRead }: { item: InboxItem; onRead: () => void }) => {
  const { t } = useTranslation('notifications')
  const instant = useInstant()
  const format = useFormat()
  const snooze = useSnooze()
  const { id, title, parts, createdAt, readAt, snoozedUntil } = item
  const isUnread = readAt === null
  const isOne = parts.length === 1
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
          <OpenLink part={part} isOne={isOne} onOpen={onRead} />
        </div>
      ))}
      {snoozedUntil === null ? null : (
        <p className="text-sm text-muted">{t('inbox.snoozed', { date: format.date(snoozedUntil) })}</p>
      )}
      <div className="flex flex-wrap gap-2">
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
const OpenLink = ({
  part,
  isOne,
  onOpen,
}: {
  part: InboxItem['parts'][number]
  isOne: boolean
  onOpen: () => void
}) => {
  const { t } = useTranslation('notifications')
  const look = {
    variant: isOne ? ('soft' as const) : ('quiet' as const),
    size: 'sm' as const,
    className: 'mt-1',
    'aria-label': t('inbox.openOf', { title: part.title }),
    onClick: onOpen,
  }
  return part.subscriptionId === null ? (
    <ButtonLink to="/home" {...look}>
      {t('inbox.open')}
    </ButtonLink>
  ) : (
    <ButtonLink
      to="/subscriptions/$subscriptionId"
      params={{ subscriptionId: part.subscriptionId }}
      {...look}
    >
      {t('inbox.open')}
    </ButtonLink>
  )
}
