import { useInstant } from '@streamline/client'
import { useAudit, useDetailText } from '@streamline/client/administration'
import { auditEvents, useEventText, useMe } from '@streamline/client/identity'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../design/button.tsx'
import { FilterSelect } from '../../design/filter-select.tsx'
import { AuditList } from '../settings/audit-list.tsx'
import { KeptRow } from '../settings/kept-list.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { Guarded } from './guarded.tsx'

const route = getRouteApi('/household/shell/admin/audit')

/** Whose account it happened to. */
const ToAccount = ({ id }: { id: string | null }) => {
  const { t } = useTranslation('administration')
  return id === null ? null : (
    <ButtonLink
      variant="quiet"
      size="sm"
      to="/admin/users/$userId"
      params={{ userId: id }}
      aria-label={t('audit.accountOf', { id })}
    >
      {t('audit.account')}
    </ButtonLink>
  )
}

const Log = () => {
  const { t } = useTranslation('administration')
  const instant = useInstant()
  const eventText = useEventText()
  const { user, event } = route.useSearch()
  const detailText = useDetailText()
  const seesUsers = useMe().data?.permissions.includes('users.read') ?? false
  const list = useAudit({ ...(user ? { userId: user } : {}), ...(event ? { event } : {}) })
  return (
    <AuditList list={list} empty={t('audit.empty')} emptyText={t('audit.emptyText')}>
      {(entry) => (
        <KeptRow
          key={entry.id}
          title={eventText(entry.event)}
          lines={[
            [instant(entry.at), entry.device, entry.place].filter(Boolean).join(' · '),
            entry.actorId ? t('audit.actor', { id: entry.actorId }) : t('audit.system'),
            entry.subjectId && entry.subjectId !== entry.actorId
              ? t('audit.subject', { id: entry.subjectId })
              : null,
            detailText(entry.detail),
          ]}
          way={seesUsers ? <ToAccount id={entry.subjectId ?? entry.actorId} /> : null}
        />
      )}
    </AuditList>
  )
}

export const AuditScreen = () => {
  const { t } = useTranslation('administration')
  const { user, event } = route.useSearch()
  const navigate = route.useNavigate()
  const eventText = useEventText()
  const chosen = auditEvents.find((one) => one === event)
  return (
    <SettingsPage title={t('audit.title')}>
      <Guarded permission="audit.read">
        <search className="mb-5 flex flex-wrap items-center gap-3">
          <FilterSelect
            label={t('audit.event')}
            value={chosen ?? ''}
            options={[
              { value: '', label: t('audit.anyEvent') },
              ...auditEvents.map((value) => ({ value, label: eventText(value) })),
            ]}
            onChange={(value) =>
              void navigate({
                search: { ...(user ? { user } : {}), ...(value === '' ? {} : { event: value }) },
                replace: true,
                resetScroll: false,
              })
            }
          />
          {user ? (
            <>
              <span className="text-sm break-all text-muted">{t('audit.one', { id: user })}</span>
              <ButtonLink variant="secondary" size="sm" to="/admin/audit" search={event ? { event } : {}}>
                {t('audit.everybody')}
              </ButtonLink>
            </>
          ) : null}
        </search>
        <Log />
      </Guarded>
    </SettingsPage>
  )
}
