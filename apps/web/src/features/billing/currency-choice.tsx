import { useHousehold } from '@streamline/client'
import { currencyCodes } from '@streamline/domain'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** Which currency was paid in; those that are likely stand first. */
export const CurrencyChoice = ({
  value,
  of,
  onChange,
}: {
  value: string
  /** The currency of the charge. */
  of: string
  onChange: (currency: string) => void
}) => {
  const { t } = useTranslation('billing')
  const { currency } = useHousehold()
  const likely = [...new Set([of, currency, 'INR', 'USD', 'EUR'])]
  return (
    <span className="relative inline-flex">
      <select
        aria-label={t('pay.currency')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content -my-3 -mr-2 min-h-11 appearance-none rounded-tile bg-transparent pr-7 pl-2 text-sm font-semibold text-brand hover:bg-brand-soft"
      >
        <optgroup label={t('pay.currenciesLikely')}>
          {likely.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </optgroup>
        <optgroup label={t('pay.currenciesAll')}>
          {currencyCodes()
            .filter((code) => !likely.includes(code))
            .map((code) => (
              <option key={code}>{code}</option>
            ))}
        </optgroup>
      </select>
      <ChevronDown
        size={14}
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-0 -translate-y-1/2 text-brand"
      />
    </span>
  )
}
