import { useInstant } from '@streamline/client'
import { useEndOtherSessions, useEndSession, useSessions } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { FormError } from '../../design/error-state.tsx'
import { KeptList, KeptRow } from './kept-list.tsx'

/** Where the person is signed in; the session on screen is ended by signing out. */
export const SessionsCard = () => {
  const { t } = useTranslation('account')
  const instant = useInstant()
  const list = useSessions()
  const end = useEndSession()
  const endOthers = useEndOtherSessions()
  const [asked, setAsked] = useState(false)
  const others = (list.data ?? []).some(({ isCurrent }) => !isCurrent)
  const goOthers = (): void => {
    setAsked(false)
    endOthers.mutate(undefined, {
      onSuccess: ({ ended }) => showToast(t('sessions.endedOthers', { count: ended })),
    })
  }
  return (
    <Card title={t('sessions.title')} flush>
      <div className="space-y-3 px-5 pb-3 empty:hidden wide:px-6">
        {others ? (
          <Button variant="danger" busy={endOthers.isPending} onClick={() => setAsked(true)}>
            {t('sessions.endOthers')}
          </Button>
        ) : null}
        <FormError error={end.error ?? endOthers.error} />
      </div>
      <KeptList list={list} empty={null}>
        {({ id, device, place, startedAt, lastUsedAt, isCurrent }) => (
          <KeptRow
            key={id}
            title={device}
            badge={isCurrent ? <Badge tone="brand">{t('sessions.current')}</Badge> : null}
            lines={[
              place ?? t('sessions.nowhere'),
              t('sessions.used', { date: instant(lastUsedAt) }),
              t('sessions.since', { date: instant(startedAt) }),
            ]}
            action={isCurrent ? undefined : t('sessions.end')}
            actionLabel={t('sessions.endOf', { device })}
            busy={end.isPending && end.variables.id === id}
            onAction={() =>
              end.mutate({ id }, { onSuccess: () => showToast(t('sessions.ended', { device })) })
            }
          />
        )}
      </KeptList>
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title={t('sessions.endOthersTitle')}
        confirmLabel={t('sessions.endOthers')}
        danger
        onConfirm={goOthers}
      >
        {t('sessions.endOthersText')}
      </ConfirmDialog>
    </Card>
  )
}
