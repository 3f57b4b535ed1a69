import { type CalendarFeed, useInstant } from '@streamline/client'
import { calendarLink, useCalendarFeed, useCalendarForm } from '@streamline/client/notifications'
import { CalendarPlus, RefreshCw, Unlink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonAnchor } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { FormError } from '../../design/error-state.tsx'
import { ShownOnce } from '../../design/shown-once.tsx'
import { WaitingCard } from '../../design/waiting-card.tsx'
import { CalendarWishesFields } from './calendar-wishes.tsx'

const Feed = ({ feed }: { feed: CalendarFeed | null }) => {
  const { t } = useTranslation('notifications')
  const instant = useInstant()
  const { wishes, setWishes, isEmpty, isChanged, address, error, ...form } = useCalendarForm(feed)
  if (address !== null)
    return (
      <ShownOnce
        title={t('calendar.made')}
        lead={t('calendar.once')}
        text={address}
        done={t('calendar.kept')}
        onDone={form.forgetAddress}
        more={
          <ButtonAnchor variant="secondary" icon={CalendarPlus} href={calendarLink(address)}>
            {t('calendar.open')}
          </ButtonAnchor>
        }
      >
        <p className="font-mono text-sm break-all">{address}</p>
      </ShownOnce>
    )
  return (
    <div className="space-y-4">
      <p className="text-muted">{t('calendar.lead')}</p>
      <CalendarWishesFields value={wishes} onChange={setWishes} />
      {isEmpty ? <p className="text-sm font-medium text-warn">{t('calendar.nothing')}</p> : null}
      <FormError error={error} />
      {feed === null ? (
        <Button icon={CalendarPlus} busy={form.makes} disabled={isEmpty} onClick={form.make}>
          {t('calendar.make')}
        </Button>
      ) : (
        <>
          <p className="text-sm text-muted">
            {feed.readAt === null ? t('calendar.unread') : t('calendar.read', { at: instant(feed.readAt) })}
          </p>
          <div className="flex flex-wrap gap-2">
            {isChanged ? (
              <Button busy={form.changes} disabled={isEmpty} onClick={form.change}>
                {t('calendar.save')}
              </Button>
            ) : null}
            <Button
              variant="secondary"
              icon={RefreshCw}
              busy={form.makes}
              disabled={isEmpty}
              onClick={form.make}
            >
              {t('calendar.renew')}
            </Button>
            <Button variant="danger" icon={Unlink} busy={form.ends} onClick={form.end}>
              {t('calendar.end')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

/** The dates of the household in the calendar that somebody looks into anyway. */
export const CalendarCard = () => {
  const { t } = useTranslation('notifications')
  const { data, error, refetch } = useCalendarFeed()
  if (data === undefined)
    return <WaitingCard label={t('loading')} rows={4} error={error} onRetry={() => void refetch()} />
  return (
    <Card title={t('calendar.title')}>
      <Feed feed={data} />
    </Card>
  )
}
