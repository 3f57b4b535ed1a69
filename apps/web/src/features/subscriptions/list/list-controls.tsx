import { listSorts, type ListSort } from '@streamline/client/subscriptions'
import { ArrowUpDown, Rows3 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classes } from '../../../design/classes.ts'

const look = (isChosen: boolean): string =>
  classes(
    'relative inline-flex h-11 shrink-0 items-center justify-center rounded-full border transition-colors',
    isChosen
      ? 'border-brand bg-brand-soft text-brand'
      : 'border-strong/50 bg-surface text-muted hover:border-strong hover:bg-sunken',
  )

/** In which order the list stands, and how close: two small controls beside the search, the order in words where there is room. */
export const ListControls = ({
  sort,
  onSort,
  compact,
  onDensity,
}: {
  sort: ListSort
  onSort: (sort: ListSort | undefined) => void
  compact: boolean
  onDensity: () => void
}) => {
  const { t } = useTranslation('subscriptions')
  return (
    <div className="flex items-center gap-1.5">
      <label
        title={`${t('list.sort')}: ${t(`list.sorts.${sort}`)}`}
        className={classes(
          look(sort !== 'kind'),
          'gap-1.5 max-wide:w-11 wide:px-3.5 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand',
        )}
      >
        <span className="sr-only">{t('list.sort')}</span>
        <ArrowUpDown size={18} aria-hidden />
        <span aria-hidden className="text-sm font-semibold max-wide:hidden">
          {t(`list.sorts.${sort}`)}
        </span>
        <select
          value={sort}
          onChange={(event) => {
            const chosen = listSorts.find((each) => each === event.target.value)
            onSort(chosen === 'kind' ? undefined : chosen)
          }}
          className="absolute inset-0 size-full appearance-none opacity-0"
        >
          {listSorts.map((value) => (
            <option key={value} value={value}>
              {t(`list.sorts.${value}`)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        aria-pressed={compact}
        aria-label={t('list.compact')}
        title={t('list.compact')}
        onClick={onDensity}
        className={classes(look(compact), 'w-11')}
      >
        <Rows3 size={18} aria-hidden />
      </button>
    </div>
  )
}
