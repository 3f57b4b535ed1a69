import type { Member } from '@streamline/client'
import { useMembers } from '@streamline/client/households'
import { ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../design/avatar.tsx'
import { Badge } from '../../design/badge.tsx'
import { Card } from '../../design/card.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { List } from '../../design/list-row.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'
import { MemberSheet } from './member-sheet.tsx'

const PersonRow = ({ member, onOpen }: { member: Member; onOpen: () => void }) => {
  const { t } = useTranslation('people')
  const words = useTranslation('words').t
  const { id, name, role, hasAccount, isYou, hasUpiId, hasGuestLink } = member
  const facts = [
    words(`role.${role}`),
    ...(hasAccount || role === 'guest' ? [] : [t('noAccount')]),
    ...(hasUpiId ? [t('upi')] : []),
    ...(hasGuestLink ? [t('link')] : []),
  ]
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="flex min-h-16 w-full min-w-0 items-center gap-3 px-5 py-3 text-left transition-colors hover:bg-sunken focus-visible:-outline-offset-3 wide:px-6"
      >
        <Avatar id={id} name={name} />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2">
            <span className="line-clamp-4 min-w-0 font-semibold break-words">{name}</span>
            {isYou ? <Badge tone="brand">{words('you')}</Badge> : null}
          </span>
          <span className="block text-sm text-muted">{facts.join(' · ')}</span>
        </span>
        <ChevronRight size={18} className="-mr-1 shrink-0 text-faint" aria-hidden />
      </button>
    </li>
  )
}

/** Everybody who is here now; a press opens what may be changed. */
export const PeopleCard = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation('people')
  const app = useTranslation('app').t
  const { data, error, refetch } = useMembers()
  const [opened, open] = useState<string | null>(null)
  // A sheet that closes still shows whom it was about.
  const [last, setLast] = useState<string | null>(null)
  const member = data?.find(({ id }) => id === (opened ?? last))
  return (
    <Card title={t('title')} flush className="overflow-hidden">
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? (
        <div className="px-5">
          <output className="sr-only">{app('loading')}</output>
          <SkeletonRows rows={4} />
        </div>
      ) : null}
      <List>
        {(data ?? []).map((person) => (
          <PersonRow
            key={person.id}
            member={person}
            onOpen={() => {
              open(person.id)
              setLast(person.id)
            }}
          />
        ))}
      </List>
      {children}
      {member ? (
        <MemberSheet key={member.id} member={member} open={opened !== null} onClose={() => open(null)} />
      ) : null}
    </Card>
  )
}
