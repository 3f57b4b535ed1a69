import { listSorts, type ListSort } from '@streamline/client/subscriptions'
import { Rows3 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '../../../design/classes.ts'
import { FilterSelect } from '../../../design/filter-select.tsx'

/** What it comes to, in which order it stands, and how close. */
export const ListBar = ({
  totals,
  sort,
  onSort,
  compact,
  onDensity,
}: {
  totals: ReactNode
  sort: ListSort
  onSort: (sort: ListSort | undefined) => void
  compact: boolean
  onDensity: () => void
}) => {
  const { t } = useTranslation('subscriptions')
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-1">
      <div className="min-w-0">{totals}</div>
      <div className="ml-auto flex items-center gap-1.5">
        <FilterSelect<Exclude<ListSort, 'kind'>>
          label={t('list.sort')}
          value={sort === 'kind' ? '' : sort}
          options={listSorts.map((value) => ({
            value: value === 'kind' ? '' : value,
            label: t(`list.sorts.${value}`),
          }))}
          onChange={(value) => onSort(value === '' ? undefined : value)}
        />
        <button
          type="button"
          aria-pressed={compact}
          aria-label={t('list.compact')}
          title={t('list.compact')}
          onClick={onDensity}
          className={classes(
            'inline-flex size-11 items-center justify-center rounded-full border transition-colors',
            compact
              ? 'border-brand bg-brand-soft text-brand'
              : 'border-strong/50 bg-surface text-muted hover:border-strong hover:bg-sunken',
          )}
        >
          <Rows3 size={18} aria-hidden />
        </button>
      </div>
    </div>
  )
}
