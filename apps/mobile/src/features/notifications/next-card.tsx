import { type NextMessages, useFormat } from '@streamline/client'
import { useNextMessages, useWish } from '@streamline/client/notifications'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Card, Hairline } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState, FormError } from '../../design/error-state.tsx'
import { BellOff } from '../../design/icons.ts'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { Text } from '../../design/text.tsx'

/** As many as show what the rules do. */
const shownAtFirst = 4

const NextRow = ({
  message: { on, time, channels, title, text, about },
  onMute,
}: {
  message: NextMessages['messages'][number]
  onMute: (id: string, name: string) => void
}) => {
  const { t } = useTranslation('notifications')
  const format = useFormat()
  const [only] = about.length === 1 ? about : []
  const ways = channels.map((channel) => t(`next.by.${channel}`)).join(' · ')
  return (
    <View className="gap-0.5 px-5 py-3">
      <Text size="sm" tone="muted">{`${format.date(on)}, ${time} · ${ways}`}</Text>
      <Text weight="semibold">{title}</Text>
      <Text size="sm" tone="muted">
        {text}
      </Text>
      {only === undefined ? null : (
        <Button
          variant="quiet"
          size="sm"
          className="-ml-4 self-start"
          label={t('next.muteOf', { name: only.name })}
          onPress={() => onMute(only.subscriptionId, only.name)}
        >
          {t('next.mute')}
        </Button>
      )}
    </View>
  )
}

/** The next messages as they will come, and what was muted. */
export const NextCard = () => {
  const { t } = useTranslation('notifications')
  const { data, error, refetch } = useNextMessages()
  const wish = useWish()
  const [all, setAll] = useState(false)
  if (data === undefined)
    return error ? (
      <Card>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Card>
    ) : (
      <SkeletonCard count={4} />
    )
  const say = (id: string, name: string, muted: boolean): void =>
    wish.mutate(
      { id, muted },
      { onSuccess: () => showToast(muted ? t('next.muted', { name }) : t('next.unmuted', { name })) },
    )
  const { messages, muted, isMailed } = data
  const shown = all ? messages : messages.slice(0, shownAtFirst)
  return (
    <>
      <Card title={t('next.title')} flush>
        {isMailed ? null : (
          <Text size="sm" tone="muted" className="px-5 pb-2">
            {t('next.unverified')}
          </Text>
        )}
        {messages.length === 0 ? (
          <Empty icon={BellOff} title={t('next.empty')} text={t('next.emptyText')} />
        ) : null}
        {shown.map((message, at) => (
          <View key={`${message.at} ${message.title}`}>
            {at > 0 ? <Hairline /> : null}
            <NextRow message={message} onMute={(id, name) => say(id, name, true)} />
          </View>
        ))}
        {shown.length < messages.length ? (
          <Button variant="quiet" size="sm" className="self-start" onPress={() => setAll(true)}>
            {t('next.all', { count: messages.length })}
          </Button>
        ) : null}
        <FormError error={wish.error} />
      </Card>
      {muted.length === 0 ? null : (
        <Card title={t('next.mutedTitle')} className="gap-2">
          {muted.map(({ subscriptionId, name }) => (
            <View key={subscriptionId} className="min-h-12 flex-row items-center justify-between gap-3">
              <Text weight="medium" className="min-w-0 flex-1">
                {name}
              </Text>
              <Button
                variant="secondary"
                size="sm"
                label={t('next.unmuteOf', { name })}
                onPress={() => say(subscriptionId, name, false)}
              >
                {t('next.unmute')}
              </Button>
            </View>
          ))}
        </Card>
      )}
    </>
  )
}
