import { useInstant } from '@streamline/client'
import { useEventText, useMe, useOwnAudit } from '@streamline/client/identity'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { AuditList } from './audit-list.tsx'
import { DemoNote } from './demo-note.tsx'
import { KeptRow } from './kept-list.tsx'
import { SettingsPage } from './settings-page.tsx'

const Log = ({ userId }: { userId: string | undefined }) => {
  const { t } = useTranslation('account')
  const instant = useInstant()
  const eventText = useEventText()
  const list = useOwnAudit()
  return (
    <>
      <p className="mb-4 max-w-2xl text-muted">{t('activity.lead')}</p>
      <AuditList list={list} empty={t('activity.empty')}>
        {({ id, at, event, actorId, device, place }) => (
          <KeptRow
            key={id}
            title={eventText(event)}
            badge={
              actorId !== null && actorId !== userId ? (
                <Badge tone="warn">{t('activity.byOther')}</Badge>
              ) : null
            }
            lines={[instant(at), [device, place].filter(Boolean).join(' · ')]}
          />
        )}
      </AuditList>
    </>
  )
}

export const ActivityScreen = () => {
  const { t } = useTranslation('account')
  const me = useMe().data
  return (
    <SettingsPage title={t('activity.title')}>
      {me?.demo ? <DemoNote /> : <Log userId={me?.id} />}
    </SettingsPage>
  )
}
