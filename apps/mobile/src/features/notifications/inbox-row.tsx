import { type InboxItem, useFormat, useInstant } from '@streamline/client'
import { inboxPageOf, useSnooze } from '@streamline/client/notifications'
import { showToast } from '@streamline/client/toasts'
import { useRouter } from 'expo-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Badge } from '../../design/badge.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Chip } from '../../design/chip.tsx'
import { FormError } from '../../design/error-state.tsx'
import { AlarmClock, Check } from '../../design/icons.ts'
import { Text } from '../../design/text.tsx'

const days = [1, 3, 7] as const

type Part = InboxItem['parts'][number]

const PartOf = ({ part, isOne, onOpen }: { part: Part; isOne: boolean; onOpen: () => void }) => {
  const { t } = useTranslation('notifications')
  const router = useRouter()
  const open = (): void => {
    onOpen()
    const page = inboxPageOf(part)
    if (page.is === 'subscription') router.push({ pathname: '/subscriptions/[id]', params: { id: page.id } })
    else if (page.is === 'between') router.push({ pathname: '/money', params: { tab: 'between' } })
    else router.push('/home')
  }
  return (
    <View>
      {isOne ? null : (
        <Text size="sm" weight="semibold">
          {part.title}
        </Text>
      )}
      <Text size="sm" tone="muted">
        {part.text}
      </Text>
      <Button
        size="sm"
        variant={isOne ? 'soft' : 'quiet'}
        className={isOne ? 'mt-2 self-start' : '-ml-4 self-start'}
        label={t('inbox.openOf', { title: part.title })}
        onPress={open}
      >
        {t('inbox.open')}
      </Button>
    </View>
  )
}

/** One message: what it says, and what can be done about it here. */
export const InboxRow = ({ item, onRead }: { item: InboxItem; onRead: () => void }) => {
  const { t } = useTranslation('notifications')
  const instant = useInstant()
  const format = useFormat()
  const snooze = useSnooze()
  const [asking, setAsking] = useState(false)
  const { id, title, parts, createdAt, readAt, snoozedUntil } = item
  const isUnread = readAt === null
  const asks = parts.some(({ standing }) => standing === 'open')
  const putOff = (count: (typeof days)[number]): void =>
    snooze.mutate(
      { id, days: count },
      {
        onSuccess: ({ snoozedUntil: until }) => {
          setAsking(false)
          if (until !== null) showToast(t('inbox.snoozed', { date: format.date(until) }))
        },
      },
    )
  return (
    <Card className="gap-2">
      <View className="flex-row items-start justify-between gap-3">
        <View className="min-w-0 flex-1">
          <Text size="sm" tone="muted">{`${instant(createdAt)} · ${item.householdName}`}</Text>
          <Text weight="semibold">{title}</Text>
        </View>
        {isUnread ? <Badge tone="brand">{t('inbox.unread')}</Badge> : null}
      </View>
      {parts.map((part) => (
        <PartOf
          key={`${part.kind} ${part.subscriptionId ?? ''} ${part.on}`}
          part={part}
          isOne={parts.length === 1}
          onOpen={onRead}
        />
      ))}
      {snoozedUntil === null || !asks ? null : (
        <Text size="sm" tone="muted">
          {t('inbox.snoozed', { date: format.date(snoozedUntil) })}
        </Text>
      )}
      <View className="flex-row flex-wrap gap-1">
        {asks ? (
          <Button
            size="sm"
            variant="quiet"
            className="-ml-4"
            icon={AlarmClock}
            aria-expanded={asking}
            onPress={() => setAsking(!asking)}
          >
            {t('inbox.snooze')}
          </Button>
        ) : null}
        {isUnread ? (
          <Button
            size="sm"
            variant="quiet"
            icon={Check}
            label={t('inbox.readOf', { title })}
            onPress={onRead}
          >
            {t('inbox.read')}
          </Button>
        ) : null}
      </View>
      {asking && asks ? (
        <View className="flex-row flex-wrap gap-2">
          {days.map((count) => (
            <Chip key={count} onPress={() => putOff(count)}>
              {t('inbox.days', { count })}
            </Chip>
          ))}
        </View>
      ) : null}
      <FormError error={snooze.error} />
    </Card>
  )
}
