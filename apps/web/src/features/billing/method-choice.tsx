import { useTranslation } from 'react-i18next'
import { Chip } from '../../design/chip.tsx'

const methods = ['upi', 'card', 'netbanking', 'autopay', 'cash'] as const

type Method = (typeof methods)[number]

const isMethod = (text: string): text is Method => methods.some((method) => method === text)

/** The name of a way to pay; what an import or a script wrote stands as it is. */
export const useMethodName = (): ((method: string) => string) => {
  const { t } = useTranslation('billing')
  return (method) => (isMethod(method) ? t(`method.${method}`) : method)
}

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
