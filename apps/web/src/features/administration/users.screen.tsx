import type { AdministeredUser } from '@streamline/client'
import { useUsers } from '@streamline/client/administration'
import { getRouteApi } from '@tanstack/react-router'
import { Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { MoreButton } from '../../design/more-button.tsx'
import { FilterSelect } from '../../design/filter-select.tsx'
import { List, RowLink } from '../../design/list-row.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { Guarded } from './guarded.tsx'
import { toneOf } from './tone-of-status.ts'
import { UserSearch } from './user-search.tsx'

const route = getRouteApi('/household/shell/admin/users')

const statuses = ['ACTIVE', 'BLOCKED', 'DELETED'] as const

const UserRow = ({ user }: { user: AdministeredUser }) => {
  const { t } = useTranslation('administration')
  const roles = user.roles.filter((role) => role !== 'user')
  return (
    <li>
      <RowLink
        to="/admin/users/$userId"
        params={{ userId: user.id }}
        title={user.name}
        subtitle={user.demo ? t('user.demo') : user.email}
        trailing={
          <span className="flex flex-col items-end gap-1">
            {user.status === 'ACTIVE' ? null : (
              <Badge tone={toneOf[user.status]}>{t(`status.${user.status}`)}</Badge>
            )}
            {roles.map((role) => (
              <Badge key={role} tone="brand">
                {t(`role.${role}`)}
              </Badge>
            ))}
          </span>
        }
      />
    </li>
  )
}

const Found = () => {
  const { t } = useTranslation('administration')
  const words = useTranslation('account').t
  const list = useUsers(route.useSearch())
  const users = list.data?.pages.flatMap(({ items }) => items)
  if (!users)
    return (
      <Card>
        {list.error ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <>
            <output className="sr-only">{words('loading')}</output>
            <SkeletonRows rows={6} />
          </>
        )}
      </Card>
    )
  if (users.length === 0)
    return (
      <Card>
        <Empty icon={Users} title={t('users.empty')}>
          {t('users.emptyText')}
        </Empty>
      </Card>
    )
  return (
    <div className="space-y-4">
      <Card flush className="overflow-hidden">
        <List>
          {users.map((user) => (
            <UserRow key={user.id} user={user} />
          ))}
        </List>
      </Card>
      <MoreButton list={list} centered="alone" />
    </div>
  )
}

export const UsersScreen = () => {
  const { t } = useTranslation('administration')
  const { q, status } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (text: string, of: (typeof statuses)[number] | '' | undefined) =>
    void navigate({
      search: { ...(text === '' ? {} : { q: text }), ...(of ? { status: of } : {}) },
      replace: true,
      resetScroll: false,
    })
  return (
    <SettingsPage title={t('users.title')}>
      <Guarded permission="users.read">
        <search className="mb-5 flex flex-col gap-3 wide:flex-row wide:items-center">
          <UserSearch value={q ?? ''} onChange={(text) => change(text, status)} />
          <div className="flex">
            <FilterSelect
              label={t('users.status')}
              value={status ?? ''}
              options={[
                { value: '', label: t('users.anyStatus') },
                ...statuses.map((value) => ({ value, label: t(`status.${value}`) })),
              ]}
              onChange={(value) => change(q ?? '', value)}
            />
          </div>
        </search>
        <Found />
      </Guarded>
    </SettingsPage>
  )
}
