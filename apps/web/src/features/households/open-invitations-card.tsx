import { type Invitation, useInstant } from '@streamline/client'
import { useInvitations, useRevokeInvitation } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { FormError } from '../../design/error-state.tsx'
import { KeptList, KeptRow } from '../settings/kept-list.tsx'

const OpenInvitation = ({ invitation }: { invitation: Invitation }) => {
  const { t } = useTranslation('people')
  const words = useTranslation('words').t
  const instant = useInstant()
  const revoke = useRevokeInvitation()
  const { id, email, role, memberName, invitedByName, expiresAt, maxUses, uses } = invitation
  const to =
    email ??
    (memberName === null ? t('open.link') : `${t('open.link')} ${t('open.for', { name: memberName })}`)
  const about = [
    t('open.as', { role: words(`role.${role}`) }),
    t('open.by', { name: invitedByName }),
    ...(email !== null && memberName !== null ? [t('open.for', { name: memberName })] : []),
  ]
  const limits = [
    t('open.until', { date: instant(expiresAt) }),
    ...(maxUses > 1 ? [t('open.uses', { uses, max: maxUses })] : []),
  ]
  return (
    <>
      <KeptRow
        title={to}
        lines={[about.join(' · '), limits.join(' · ')]}
        action={t('open.revoke')}
        actionLabel={t('open.revokeOf', { to })}
        busy={revoke.isPending}
        onAction={() => revoke.mutate({ id }, { onSuccess: () => showToast(t('open.revoked')) })}
      />
      {revoke.error ? (
        <li className="px-5 pb-3 wide:px-6">
          <FormError error={revoke.error} />
        </li>
      ) : null}
    </>
  )
}

/** What still lets people in. */
export const OpenInvitationsCard = () => {
  const { t } = useTranslation('people')
  const list = useInvitations()
  return (
    <Card title={t('open.title')} flush>
      <div className="pb-2">
        <KeptList list={list} empty={t('open.empty')}>
          {(invitation) => <OpenInvitation key={invitation.id} invitation={invitation} />}
        </KeptList>
      </div>
    </Card>
  )
}
