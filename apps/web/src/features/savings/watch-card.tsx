import { useEntitlements, useEntitlementText } from '@streamline/client/savings'
import { useMembers } from '@streamline/client/households'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { FilterSelect } from '../../design/filter-select.tsx'
import { MoreButton } from '../../design/more-button.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'

/** Who may watch what, on which screen, by what and until when. */
export const WatchCard = () => {
  const { t } = useTranslation('savings')
  const say = useEntitlementText()
  const { data: members = [] } = useMembers()
  const [who, setWho] = useState('')
  const list = useEntitlements(who === '' ? null : who)
  const people = members.length < 2 ? [] : members
  const shown = list.data?.pages.flatMap(({ items }) => items)
  const today = list.data?.pages[0]?.on ?? ''
  const body = () => {
    if (shown === undefined)
      return list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <SkeletonRows rows={3} />
      )
    if (shown.length === 0) return <p className="text-muted">{t('watch.none')}</p>
    return (
      <ul className="divide-y divide-line/80">
        {shown.map((right) => {
          const { service, subscription, state, from, memberIds } = right
          const words = say(right, today)
          return (
            <li
              key={`${service.id} ${subscription.id} ${from} ${memberIds.join(' ')}`}
              className="py-3 first:pt-0 last:pb-0"
            >
              <div className="flex flex-wrap items-baseline justify-between gap-x-3">
                <Link
                  to="/subscriptions/$subscriptionId"
                  params={{ subscriptionId: subscription.id }}
                  className="inline-flex min-h-11 min-w-0 items-center font-semibold break-words hover:underline"
                >
                  {service.name}
                </Link>
                <span className="text-sm">{words.people}</span>
              </div>
              {words.screen === '' ? null : <p className="text-sm break-words text-muted">{words.screen}</p>}
              <p className={state === 'toClaim' ? 'text-sm font-medium text-warn' : 'text-sm text-muted'}>
                {words.days}
              </p>
            </li>
          )
        })}
      </ul>
    )
  }
  return (
    <Card title={t('watch.title')}>
      {people.length === 0 ? null : (
        <div className="mb-3">
          <FilterSelect
            label={t('watch.who')}
            value={who}
            options={[
              { value: '', label: t('watch.everybody') },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={setWho}
          />
        </div>
      )}
      {body()}
      <MoreButton list={list} centered="alone" />
    </Card>
  )
}
