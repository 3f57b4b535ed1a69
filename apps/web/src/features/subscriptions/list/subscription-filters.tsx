import type { Kind } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { kinds, type SubscriptionFilters as Filters } from '@streamline/client/subscriptions'
import { Search, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../design/button.tsx'
import { controlClass } from '../../../design/field.tsx'
import { FilterSelect } from '../../../design/filter-select.tsx'
import { useSearchText } from '../../../design/use-search-text.ts'

/** What the address of the list holds; `member` is a member's id. */
export interface ListSearch {
  q?: string
  kind?: Kind
  member?: string
  status?: NonNullable<Filters['status']>
}

const statuses = [
  'running',
  'scheduled',
  'trialing',
  'active',
  'paused',
  'cancelled',
  'expired',
  'removed',
] as const

export const SubscriptionFilters = ({
  search,
  controls,
  onChange,
}: {
  search: ListSearch
  /** How what is found stands. */
  controls: ReactNode
  onChange: (change: { [Key in keyof ListSearch]: ListSearch[Key] | undefined }) => void
}) => {
  const { t } = useTranslation(['subscriptions', 'words'])
  const { members, several } = usePeople()
  const { text, setText, settle } = useSearchText(search.q ?? '', (q) => onChange({ q: q || undefined }))

  return (
    <search className="mb-4 grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 gap-y-3 wide:grid-cols-[minmax(0,1fr)_auto_auto]">
      <div className="relative min-w-0">
        <Search
          size={18}
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-4 -translate-y-1/2 text-faint"
        />
        <input
          type="search"
          aria-label={t('list.search')}
          placeholder={t('list.searchHint')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          // Whoever goes on to a row at once finds it again on the way back.
          onBlur={settle}
          className={`${controlClass} pr-3 pl-11 text-ellipsis not-placeholder-shown:pr-12 [&::-webkit-search-cancel-button]:hidden`}
        />
        {text === '' ? null : (
          <IconButton
            icon={X}
            label={t('list.clear')}
            className="absolute inset-y-0 right-0.5 my-auto"
            onClick={() => setText('')}
          />
        )}
      </div>
      <div className="flex min-w-0 flex-wrap gap-x-1.5 gap-y-2 max-wide:col-span-2 max-wide:row-start-2">
        <FilterSelect
          label={t('list.kind')}
          value={search.kind ?? ''}
          options={[
            { value: '', label: t('list.anyKind') },
            ...kinds.map((kind) => ({ value: kind, label: t(`words:kind.${kind}`) })),
          ]}
          onChange={(kind) => onChange({ kind: kind || undefined })}
        />
        {several ? (
          <FilterSelect
            label={t('list.member')}
            value={search.member ?? ''}
            options={[
              { value: '', label: t('list.anybody') },
              ...members.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(member) => onChange({ member: member || undefined })}
          />
        ) : null}
        <FilterSelect
          label={t('list.status')}
          value={search.status ?? ''}
          options={[
            { value: '', label: t('list.anyStatus') },
            ...statuses.map((status) => ({ value: status, label: t(`list.statuses.${status}`) })),
          ]}
          onChange={(status) => onChange({ status: status || undefined })}
        />
      </div>
      {controls}
    </search>
  )
}
