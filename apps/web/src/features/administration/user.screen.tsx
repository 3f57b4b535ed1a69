import { type AdministeredUser, useInstant } from '@streamline/client'
import { useUser } from '@streamline/client/administration'
import { useMe } from '@streamline/client/identity'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { ButtonLink } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { BackLink, Page } from '../../design/page.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { BlockCard } from './block-card.tsx'
import { Guarded } from './guarded.tsx'
import { RolesCard } from './roles-card.tsx'
import { toneOf } from './tone-of-status.ts'

const route = getRouteApi('/household/shell/admin/users/$userId')

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5">
    <dt className="text-muted">{term}</dt>
    <dd className="min-w-0 text-right font-medium wrap-anywhere">{children}</dd>
  </div>
)

const FactsCard = ({ user }: { user: AdministeredUser }) => {
  const { t } = useTranslation('administration')
  const instant = useInstant()
  const permissions = useMe().data?.permissions ?? []
  return (
    <Card>
      <dl className="divide-y divide-line/80 text-sm">
        <Fact term={t('user.status')}>
          <Badge tone={toneOf[user.status]}>{t(`status.${user.status}`)}</Badge>
        </Fact>
        <Fact term={t('user.email')}>{user.demo ? t('user.demo') : user.email}</Fact>
        <Fact term={t('user.since')}>{instant(user.createdAt)}</Fact>
        <Fact term={t('user.lastLogin')}>
          {user.lastLoginAt ? instant(user.lastLoginAt) : t('user.never')}
        </Fact>
        <Fact term={t('user.sessions')}>{user.sessions}</Fact>
        <Fact term={t('user.id')}>
          <span className="font-mono text-xs">{user.id}</span>
        </Fact>
      </dl>
      {permissions.includes('audit.read') ? (
        <ButtonLink variant="secondary" to="/admin/audit" search={{ user: user.id }} className="mt-4">
          {t('user.audit')}
        </ButtonLink>
      ) : null}
    </Card>
  )
}

const One = ({ id }: { id: string }) => {
  const { data, error, refetch } = useUser(id)
  const permissions = useMe().data?.permissions ?? []
  if (error)
    return (
      <Card>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Card>
    )
  if (!data) return <Skeleton className="h-64 w-full rounded-card" />
  const isThere = data.status !== 'DELETED'
  return (
    <div className="grid items-start gap-4 wide:grid-cols-2">
      <FactsCard user={data} />
      <div className="grid gap-4">
        {isThere && permissions.includes('roles.grant') ? (
          <RolesCard key={data.roles.join(' ')} user={data} />
        ) : null}
        {isThere && permissions.includes('users.block') ? <BlockCard user={data} /> : null}
      </div>
    </div>
  )
}

export const UserScreen = () => {
  const { t } = useTranslation('administration')
  const { userId } = route.useParams()
  const name = useUser(userId).data?.name
  return (
    <Page
      title={name ?? t('users.title')}
      back={
        <BackLink to="/admin/users" search={{}}>
          {t('user.back')}
        </BackLink>
      }
    >
      <Guarded permission="users.read">
        <One id={userId} />
      </Guarded>
    </Page>
  )
}
