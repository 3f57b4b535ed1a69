import { type Invitation, type Member, useHousehold, useInstant } from '@streamline/client'
import { mayManage, useInvitations, useMembers, useRevokeInvitation } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Avatar } from '../../design/avatar.tsx'
import { Badge } from '../../design/badge.tsx'
import { Button } from '../../design/button.tsx'
import { Card, Hairline } from '../../design/card.tsx'
import { ErrorState, FormError } from '../../design/error-state.tsx'
import { UserPlus, UserRound } from '../../design/icons.ts'
import { RowLink } from '../../design/list-row.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { Text } from '../../design/text.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { AddPersonSheet } from './add-person-sheet.tsx'
import { InviteSheet } from './invite-sheet.tsx'
import { MemberSheet } from './member-sheet.tsx'

const PersonRow = ({ member, onPress }: { member: Member; onPress: () => void }) => {
  const { t } = useTranslation(['people', 'words'])
  const { id, name, role, hasAccount, isYou, hasUpiId, hasGuestLink } = member
  const facts = [
    t(`words:role.${role}`),
    ...(hasAccount || role === 'guest' ? [] : [t('noAccount')]),
    ...(hasUpiId ? [t('upi')] : []),
    ...(hasGuestLink ? [t('link')] : []),
  ]
  return (
    <RowLink
      leading={<Avatar id={id} name={name} />}
      title={name}
      subtitle={facts.join(' · ')}
      trailing={isYou ? <Badge tone="brand">{t('words:you')}</Badge> : null}
      onPress={onPress}
    />
  )
}

const OpenInvitation = ({ invitation }: { invitation: Invitation }) => {
  const { t } = useTranslation(['people', 'words'])
  const instant = useInstant()
  const revoke = useRevokeInvitation()
  const { id, email, role, memberName, invitedByName, expiresAt, maxUses, uses } = invitation
  const to =
    email ??
    (memberName === null ? t('open.link') : `${t('open.link')} ${t('open.for', { name: memberName })}`)
  const about = [
    t('open.as', { role: t(`words:role.${role}`) }),
    t('open.by', { name: invitedByName }),
    ...(email !== null && memberName !== null ? [t('open.for', { name: memberName })] : []),
    t('open.until', { date: instant(expiresAt) }),
    ...(maxUses > 1 ? [t('open.uses', { uses, max: maxUses })] : []),
  ]
  return (
    <View className="gap-1 px-5 py-3">
      <Text weight="semibold">{to}</Text>
      <Text size="sm" tone="muted">
        {about.join(' · ')}
      </Text>
      <Button
        variant="quiet"
        size="sm"
        className="-ml-4 self-start"
        label={t('open.revokeOf', { to })}
        busy={revoke.isPending}
        onPress={() => revoke.mutate({ id }, { onSuccess: () => showToast(t('open.revoked')) })}
      >
        {t('open.revoke')}
      </Button>
      <FormError error={revoke.error} />
    </View>
  )
}

/** What still lets people in. */
const OpenInvitations = () => {
  const { t } = useTranslation('people')
  const { data, error, refetch } = useInvitations()
  if (data === undefined)
    return error ? (
      <Card>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Card>
    ) : (
      <SkeletonCard count={1} />
    )
  return (
    <Card title={t('open.title')} flush>
      {data.length === 0 ? (
        <Text tone="muted" className="px-5 pb-5">
          {t('open.empty')}
        </Text>
      ) : (
        data.map((invitation, at) => (
          <View key={invitation.id}>
            {at > 0 ? <Hairline /> : null}
            <OpenInvitation invitation={invitation} />
          </View>
        ))
      )}
    </Card>
  )
}

/** Who shares the household; managers let people in, everybody looks after themselves. */
export const PeopleScreen = () => {
  const { t } = useTranslation('people')
  const { role } = useHousehold()
  const { data, error, refetch } = useMembers()
  const [open, setOpen] = useState<'invite' | 'add' | null>(null)
  const [personId, setPersonId] = useState<string | null>(null)
  const manages = mayManage(role)
  const person = data?.find(({ id }) => id === personId)
  return (
    <SettingsPage title={t('title')}>
      {data ? (
        <Card flush>
          {data.map((member, at) => (
            <View key={member.id}>
              {at > 0 ? <Hairline /> : null}
              <PersonRow member={member} onPress={() => setPersonId(member.id)} />
            </View>
          ))}
        </Card>
      ) : error ? (
        <Card>
          <ErrorState error={error} onRetry={() => void refetch()} />
        </Card>
      ) : (
        <SkeletonCard count={4} />
      )}
      {manages ? (
        <>
          <View className="flex-row flex-wrap gap-2">
            <Button className="grow" icon={UserPlus} onPress={() => setOpen('invite')}>
              {t('invite')}
            </Button>
            <Button className="grow" variant="secondary" icon={UserRound} onPress={() => setOpen('add')}>
              {t('add')}
            </Button>
          </View>
          <OpenInvitations />
        </>
      ) : (
        <Text size="sm" tone="muted">
          {t('readOnly')}
        </Text>
      )}
      {open === 'invite' ? <InviteSheet onClose={() => setOpen(null)} /> : null}
      {open === 'add' ? <AddPersonSheet onClose={() => setOpen(null)} /> : null}
      {person ? <MemberSheet key={person.id} member={person} onClose={() => setPersonId(null)} /> : null}
    </SettingsPage>
  )
}
