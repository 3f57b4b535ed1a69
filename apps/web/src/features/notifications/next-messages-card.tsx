import { useFormat, type NextMessages } from '@streamline/client'
import { useNextMessages, useWish } from '@streamline/client/notifications'
import { showToast } from '@streamline/client/toasts'
import { BellOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { FormError } from '../../design/error-state.tsx'
import { List, ListRow } from '../../design/list-row.tsx'
import { WaitingCard } from '../../design/waiting-card.tsx'

/** As many as show what the rules do. */
const shownAtFirst = 4

/** The next messages as they will come, and what was muted. */
export const NextMessagesCard = () => {
  const { t } = useTranslation('notifications')
  const { data, error, refetch } = useNextMessages()
  const wish = useWish()
  const [all, setAll] = useState(false)
  if (data === undefined)
    return <WaitingCard label={t('loading')} rows={6} error={error} onRetry={() => void refetch()} />
  const say = (id: string, name: string, muted: boolean) =>
    wish.mutate(
      { id, muted },
      { onSuccess: () => showToast(muted ? t('next.muted', { name }) : t('next.unmuted', { name })) },
    )
  return (
    <div className="space-y-4 wide:space-y-6">
      <Card title={t('next.title')} flush>
        {data.isMailed ? null : (
          <p className="px-5 pb-2 text-sm text-muted wide:px-6">{t('next.unverified')}</p>
        )}
        {data.messages.length === 0 ? (
          <Empty icon={BellOff} title={t('next.empty')}>
            {t('next.emptyText')}
          </Empty>
        ) : (
          <List>
            {(all ? data.messages : data.messages.slice(0, shownAtFirst)).map((message) => (
              <NextRow
                key={`${message.at} ${message.title}`}
                message={message}
                onMute={(id, name) => say(id, name, true)}
              />
            ))}
          </List>
        )}
        {all || data.messages.length <= shownAtFirst ? null : (
          <div className="border-t border-line/80 px-5 py-1.5 wide:px-6">
            <Button variant="quiet" size="sm" className="-ml-4" onClick={() => setAll(true)}>
              {t('next.all', { count: data.messages.length })}
            </Button>
          </div>
        )}
        <div className="px-5 pb-4 empty:hidden wide:px-6">
          <FormError error={wish.error} />
        </div>
      </Card>
      <MutedCard muted={data.muted} onUnmute={(id, name) => say(id, name, false)} />
    </div>
  )
}

const NextRow = ({
  message,
  onMute,
}: {
  message: NextMessages['messages'][number]
  onMute: (id: string, name: string) => void
}) => {
  const { t } = useTranslation('notifications')
  const format = useFormat()
  const { on, time, channels, title, text, about } = message
  const [only] = about.length === 1 ? about : []
  const ways = channels.map((channel) => t(`next.by.${channel}`)).join(' · ')
  return (
    <li className="px-5 py-3 wide:px-6">
      <p className="text-sm text-muted">{`${format.date(on)}, ${time} · ${ways}`}</p>
      <p className="font-semibold break-words">{title}</p>
      <p className="mt-0.5 text-sm text-muted">{text}</p>
      {only === undefined ? null : (
        <Button
          variant="quiet"
          size="sm"
          className="-ml-4"
          aria-label={t('next.muteOf', { name: only.name })}
          onClick={() => onMute(only.subscriptionId, only.name)}
        >
          {t('next.mute')}
        </Button>
      )}
    </li>
  )
}

const MutedCard = ({
  muted,
  onUnmute,
}: {
  muted: NextMessages['muted']
  onUnmute: (id: string, name: string) => void
}) => {
  const { t } = useTranslation('notifications')
  if (muted.length === 0) return null
  return (
    <Card title={t('next.mutedTitle')} flush>
      <List>
        {muted.map(({ subscriptionId, name }) => (
          <ListRow
            key={subscriptionId}
            title={name}
            trailing={
              <Button
                variant="secondary"
                size="sm"
                aria-label={t('next.unmuteOf', { name })}
                onClick={() => onUnmute(subscriptionId, name)}
              >
                {t('next.unmute')}
              </Button>
            }
          />
        ))}
      </List>
    </Card>
  )
}
