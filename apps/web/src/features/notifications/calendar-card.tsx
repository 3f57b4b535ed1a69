import { type CalendarFeed, useInstant } from '@streamline/client'
import {
  type CalendarWishes,
  useCalendarFeed,
  useChangeCalendarFeed,
  useEndCalendarFeed,
  useMakeCalendarFeed,
} from '@streamline/client/notifications'
import { showToast } from '@streamline/client/toasts'
import { agendaKinds } from '@streamline/domain'
import { CalendarPlus, RefreshCw, Unlink } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonAnchor } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { FormError } from '../../design/error-state.tsx'
import { ShownOnce } from '../../design/shown-once.tsx'
import { WaitingCard } from '../../design/waiting-card.tsx'
import { CalendarWishesFields } from './calendar-wishes.tsx'

const isSame = (one: CalendarWishes, other: CalendarWishes): boolean =>
  one.scope === other.scope && one.kinds.join(' ') === other.kinds.join(' ')

const Feed = ({ feed }: { feed: CalendarFeed | null }) => {
  const { t } = useTranslation('notifications')
  const instant = useInstant()
  const [wishes, setWishes] = useState<CalendarWishes>(feed ?? { scope: 'own', kinds: [...agendaKinds] })
  const make = useMakeCalendarFeed()
  const change = useChangeCalendarFeed()
  const end = useEndCalendarFeed()
  const isEmpty = wishes.kinds.length === 0
  if (make.data !== undefined)
    return (
      <ShownOnce
        title={t('calendar.made')}
        lead={t('calendar.once')}
        text={make.data.url}
        done={t('calendar.kept')}
        onDone={() => make.reset()}
        more={
          <ButtonAnchor
            variant="secondary"
            icon={CalendarPlus}
            href={make.data.url.replace(/^https?:/, 'webcal:')}
          >
            {t('calendar.open')}
          </ButtonAnchor>
        }
      >
        <p className="font-mono text-sm break-all">{make.data.url}</p>
      </ShownOnce>
    )
  return (
    <div className="space-y-4">
      <p className="text-muted">{t('calendar.lead')}</p>
      <CalendarWishesFields value={wishes} onChange={setWishes} />
      {isEmpty ? <p className="text-sm font-medium text-warn">{t('calendar.nothing')}</p> : null}
      <FormError error={make.error ?? change.error ?? end.error} />
      {feed === null ? (
        <Button
          icon={CalendarPlus}
          busy={make.isPending}
          disabled={isEmpty}
          onClick={() => make.mutate(wishes)}
        >
          {t('calendar.make')}
        </Button>
      ) : (
        <>
          <p className="text-sm text-muted">
            {feed.readAt === null ? t('calendar.unread') : t('calendar.read', { at: instant(feed.readAt) })}
          </p>
          <div className="flex flex-wrap gap-2">
            {isSame(wishes, feed) ? null : (
              <Button
                busy={change.isPending}
                disabled={isEmpty}
                onClick={() => change.mutate(wishes, { onSuccess: () => showToast(t('saved')) })}
              >
                {t('calendar.save')}
              </Button>
            )}
            <Button
              variant="secondary"
              icon={RefreshCw}
              busy={make.isPending}
              disabled={isEmpty}
              onClick={() => make.mutate(wishes)}
            >
              {t('calendar.renew')}
            </Button>
            <Button
              variant="danger"
              icon={Unlink}
              busy={end.isPending}
              onClick={() => end.mutate(undefined, { onSuccess: () => showToast(t('calendar.ended')) })}
            >
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
