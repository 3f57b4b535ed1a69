import { useInstant } from '@streamline/client'
import { useEndOtherSessions, useEndSession, useSessions } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Badge } from '../../design/badge.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { ErrorState, FormError } from '../../design/error-state.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { Text } from '../../design/text.tsx'

/** Where the person is signed in; the session of this phone is ended by signing out. */
export const SessionsCard = () => {
  const { t } = useTranslation('account')
  const instant = useInstant()
  const list = useSessions()
  const end = useEndSession()
  const endOthers = useEndOtherSessions()
  const [asking, setAsking] = useState(false)
  const sessions = list.data ?? []
  const goOthers = (): void => {
    setAsking(false)
    endOthers.mutate(undefined, {
      onSuccess: ({ ended }) => showToast(t('sessions.endedOthers', { count: ended })),
    })
  }
  return (
    <Card title={t('sessions.title')} className="gap-4">
      {list.data === undefined && list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {sessions.map(({ id, device, place, lastUsedAt, isCurrent }) => (
        <View key={id} className="flex-row items-center gap-3">
          <View className="min-w-0 flex-1">
            <Text weight="semibold">{device}</Text>
            <Text size="sm" tone="muted">
              {`${place ?? t('sessions.nowhere')} · ${t('sessions.used', { date: instant(lastUsedAt) })}`}
            </Text>
          </View>
          {isCurrent ? (
            <Badge tone="brand">{t('sessions.current')}</Badge>
          ) : (
            <Button
              size="sm"
              variant="quiet"
              label={t('sessions.endOf', { device })}
              busy={end.isPending && end.variables.id === id}
              onPress={() =>
                end.mutate({ id }, { onSuccess: () => showToast(t('sessions.ended', { device })) })
              }
            >
              {t('sessions.end')}
            </Button>
          )}
        </View>
      ))}
      <FormError error={end.error ?? endOthers.error} />
      {sessions.some(({ isCurrent }) => !isCurrent) ? (
        <Button variant="danger" busy={endOthers.isPending} onPress={() => setAsking(true)}>
          {t('sessions.endOthers')}
        </Button>
      ) : null}
      <Sheet
        open={asking}
        title={t('sessions.endOthersTitle')}
        onClose={() => setAsking(false)}
        dock={
          <Button variant="danger" onPress={goOthers}>
            {t('sessions.endOthers')}
          </Button>
        }
      >
        <Text>{t('sessions.endOthersText')}</Text>
      </Sheet>
    </Card>
  )
}
