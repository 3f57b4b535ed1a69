import { canonicalZone, countryCodes, zonesOf } from '@streamline/domain/country'

export { zonesOf } from '@streamline/domain/country'

export const allZones = (): string[] =>
  [...new Set(Intl.supportedValuesOf('timeZone').map(canonicalZone))].toSorted()

const deviceZone = (): string => canonicalZone(Intl.DateTimeFormat().resolvedOptions().timeZone)

/** Where a household is that says it lives in `country`: where it was, if that fits, else where there is no choice. */
export const zoneIn = (country: string, before: string): string => {
  const zones = zonesOf(country)
  const [only] = zones
  if (only === undefined || zones.includes(before)) return before
  if (zones.includes(deviceZone())) return deviceZone()
  return zones.length === 1 ? only : before
}

/**
 * Zone and country of this device: the zone says where it stands, its language (a BCP 47 tag such as `en-IN`) only what
 * it speaks.
 */
export const devicePlace = (language: string): { country: string; timeZone: string } => {
  const timeZone = deviceZone()
  const byZone = countryCodes().find((country) => zonesOf(country).includes(timeZone))
  const byLanguage = new Intl.Locale(language).region
  return { timeZone, country: byZone ?? byLanguage ?? 'IN' }
}

/** Countries by their name in the language on screen. */
export const namedCountries = (language: string): { code: string; name: string }[] => {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  const order = new Intl.Collator(language)
  return countryCodes()
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => order.compare(a.name, b.name))
}
