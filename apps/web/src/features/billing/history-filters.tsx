import { itemsOf } from '@streamline/client'
import { historyKinds, type HistorySearch, type HistorySearchChange } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { useSubscriptions } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { DatePill } from '../../design/date-pill.tsx'
import { FilterSelect } from '../../design/filter-select.tsx'

export const HistoryFilters = ({
  search,
  today,
  onChange,
}: {
  search: HistorySearch
  today: string
  onChange: (change: HistorySearchChange) => void
}) => {
  const { t } = useTranslation('history')
  const { members, several } = usePeople()
  const subscriptions = itemsOf(useSubscriptions().data)
  const { of = '', member = '', kind = '', from = '', until = '' } = search
  const isFiltered = [of, member, kind, from, until].some((value) => value !== '')
  return (
    <search className="flex flex-wrap items-center gap-x-1.5 gap-y-2 wide:gap-x-2">
      <FilterSelect
        label={t('filter.subscription')}
        value={of}
        options={[
          { value: '', label: t('filter.anySubscription') },
          ...subscriptions.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => onChange({ of: value || undefined })}
      />
      {several ? (
        <FilterSelect
          label={t('filter.member')}
          value={member}
          options={[
            { value: '', label: t('filter.anybody') },
            ...members.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => onChange({ member: value || undefined })}
        />
      ) : null}
      <FilterSelect
        label={t('filter.kind')}
        value={kind}
        options={[
          { value: '', label: t('filter.anyKind') },
          ...historyKinds(several).map((value) => ({ value, label: t(`kind.${value}`) })),
        ]}
        onChange={(value) => onChange({ kind: value || undefined })}
      />
      <DatePill
        label={t('filter.from')}
        value={from}
        max={until || today}
        onChange={(value) => onChange({ from: value || undefined })}
      />
      <DatePill
        label={t('filter.until')}
        value={until}
        min={from || undefined}
        max={today}
        onChange={(value) => onChange({ until: value || undefined })}
      />
      {isFiltered ? (
        <Button
          variant="quiet"
          size="sm"
          className="px-3"
          onClick={() =>
            onChange({ of: undefined, member: undefined, kind: undefined, from: undefined, until: undefined })
          }
        >
          {t('filter.clear')}
        </Button>
      ) : null}
    </search>
  )
}
