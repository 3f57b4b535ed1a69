import { currencyCodes } from '@streamline/domain'
import { useMemo, type ComponentPropsWithRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from './field.tsx'
import { allZones, namedCountries, zonesOf } from '@streamline/client/households'

type SelectProps = ComponentPropsWithRef<'select'> & { hint?: ReactNode; error?: ReactNode }

export const CountryField = ({ label, ...select }: SelectProps & { label?: string }) => {
  const { t, i18n } = useTranslation('identity')
  const countries = useMemo(() => namedCountries(i18n.language), [i18n.language])
  return (
    <SelectField autoComplete="country" {...select} label={label ?? t('country')}>
      {countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}

const readable = (zone: string): string => zone.replaceAll('_', ' ')

/** The zones of the country stand first; most countries have one. */
export const TimeZoneField = ({ country, ...select }: SelectProps & { country: string }) => {
  const { t } = useTranslation('identity')
  const here = useMemo(() => zonesOf(country), [country])
  const all = useMemo(() => allZones().filter((zone) => !here.includes(zone)), [here])
  return (
    <SelectField {...select} label={t('timeZone')}>
      {here.length > 0 ? (
        <optgroup label={t('zonesHere')}>
          {here.map((zone) => (
            <option key={zone} value={zone}>
              {readable(zone)}
            </option>
          ))}
        </optgroup>
      ) : null}
      <optgroup label={t('zonesAll')}>
        {all.map((zone) => (
          <option key={zone} value={zone}>
            {readable(zone)}
          </option>
        ))}
      </optgroup>
    </SelectField>
  )
}

/** With `auto`, the country decides where nobody does. */
export const CurrencyField = ({ auto, ...select }: SelectProps & { auto?: string }) => {
  const { t, i18n } = useTranslation('identity')
  const names = useMemo(() => new Intl.DisplayNames([i18n.language], { type: 'currency' }), [i18n.language])
  return (
    <SelectField {...select} label={t('currency')}>
      {auto === undefined ? null : <option value="">{auto}</option>}
      {currencyCodes().map((code) => (
        <option key={code} value={code}>
          {`${code} · ${names.of(code) ?? code}`}
        </option>
      ))}
    </SelectField>
  )
}
