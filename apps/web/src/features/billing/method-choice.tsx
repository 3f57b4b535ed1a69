import { methods } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../design/chip.tsx'

/** How it was paid; a second press takes the choice back, since nobody has to say. */
export const MethodChoice = ({
  value,
  onChange,
}: {
  value: string | null
  onChange: (method: string | null) => void
}) => {
  const { t } = useTranslation(['billing', 'app'])
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 flex w-full items-baseline justify-between text-sm font-semibold">
        {t('pay.method')}
        <span className="text-xs font-normal text-faint">{t('app:actions.optional')}</span>
      </legend>
      <div className="flex flex-wrap gap-2">
        {methods.map((method) => (
          <Chip
            key={method}
            selected={value === method}
            onClick={() => onChange(value === method ? null : method)}
          >
            {t(`method.${method}`)}
          </Chip>
        ))}
      </div>
    </fieldset>
  )
}
