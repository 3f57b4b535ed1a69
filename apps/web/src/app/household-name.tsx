import { useHousehold } from '@streamline/client'
import { useMe } from '@streamline/client/identity'
import { useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { chooseHousehold } from '../features/households/current-household.ts'

/** No household has this for its id. */
const manage = 'manage'

/** The household on screen, and the way to any other; the last entry is where they are looked after and another one is made. */
export const HouseholdName = () => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const household = useHousehold()
  const households = useMe().data?.households ?? [household]
  const choose = (id: string): void => {
    if (id === manage) void navigate({ to: '/settings/household' })
    else chooseHousehold(id)
  }
  return (
    <label className="relative flex min-w-0 items-center" title={household.name}>
      <span className="sr-only">{t('household')}</span>
      <select
        value={household.id}
        onChange={(event) => choose(event.target.value)}
        className="min-h-11 w-full min-w-0 appearance-none truncate rounded-tile bg-transparent pr-6 text-sm font-semibold text-muted hover:text-ink"
      >
        {households.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value={manage}>{t('manageHouseholds')}</option>
      </select>
      <ChevronsUpDown size={15} className="pointer-events-none absolute right-0.5 text-faint" aria-hidden />
    </label>
  )
}
