import { useHousehold } from '@streamline/client'
import { useMe } from '@streamline/client/identity'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { chooseHousehold } from '../features/households/current-household.ts'

/** The household on screen; a choice where the person belongs to several. */
export const HouseholdName = () => {
  const { t } = useTranslation()
  const household = useHousehold()
  const households = useMe().data?.households ?? []
  if (households.length < 2)
    return (
      <Link
        to="/settings/household"
        className="flex min-h-11 min-w-0 items-center rounded-tile text-sm font-semibold text-muted hover:text-ink"
      >
        <span className="truncate wide:line-clamp-2 wide:whitespace-normal">{household.name}</span>
      </Link>
    )
  return (
    <label className="block">
      <span className="sr-only">{t('household')}</span>
      <select
        value={household.id}
        onChange={(event) => chooseHousehold(event.target.value)}
        className="min-h-11 w-full truncate rounded-control border border-strong/60 bg-surface px-3 text-sm font-semibold"
      >
        {households.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
