import { type Security, useInstant } from '@streamline/client'
import { useLinkIdentity, useUnlinkIdentity } from '@streamline/client/identity'
import { useInstallation } from '@streamline/client/settings'
import { showToast } from '@streamline/client/toasts'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { FormError } from '../../design/error-state.tsx'
import { List } from '../../design/list-row.tsx'
import { KeptRow } from './kept-list.tsx'
import { LinkRefused } from './link-refused.tsx'

const route = getRouteApi('/household/shell/settings/security')

/** Accounts elsewhere that open this one. */
export const IdentitiesCard = ({ security }: { security: Security }) => {
  const { t } = useTranslation('account')
  const { problem } = route.useSearch()
  const instant = useInstant()
  const offered = useInstallation().data?.issuers ?? []
  const link = useLinkIdentity()
  const unlink = useUnlinkIdentity()
  const linkedTo = (id: string) => security.identities.find(({ issuer }) => issuer === id)
  const gone = security.identities.filter(({ issuer }) => offered.every(({ id }) => id !== issuer))
  const rows = [...offered, ...gone.map(({ issuer, name }) => ({ id: issuer, name }))]
  if (rows.length === 0) return null
  return (
    <Card title={t('identities.title')} flush>
      <p className="px-5 pb-2 text-muted wide:px-6">{t('identities.lead')}</p>
      <List>
        {rows.map(({ id, name }) => {
          const linked = linkedTo(id)
          return (
            <KeptRow
              key={id}
              title={name}
              lines={[
                linked
                  ? t('identities.linked', { date: instant(linked.linkedAt) })
                  : t('identities.notLinked'),
              ]}
              action={t(linked ? 'identities.unlink' : 'identities.link')}
              actionLabel={t(linked ? 'identities.unlinkOf' : 'identities.linkOf', { name })}
              busy={link.isPending || unlink.isPending}
              onAction={() =>
                linked
                  ? unlink.mutate(
                      { issuer: id },
                      { onSuccess: () => showToast(t('identities.unlinked', { name })) },
                    )
                  : link.mutate(
                      { issuer: id, next: '/settings/security' },
                      { onSuccess: ({ url }) => location.assign(url) },
                    )
              }
            />
          )
        })}
      </List>
      <div className="px-5 pb-4 empty:hidden wide:px-6">
        <FormError error={link.error ?? unlink.error} />
        <LinkRefused problem={problem} />
      </div>
    </Card>
  )
}
