import { canonicalZone, countryCodes, zonesOf } from '@streamline/domain/country'

export { zonesOf } from '@streamline/domain/country'

export const allZones = (): string[] =>
  [...new Set(Intl.supportedValuesOf('timeZone').map(canonicalZone))].toSorted()

const deviceZone = (): string => canonicalZone(Intl.DateTimeFormat().resolvedOptions().timeZone)

/** Where most people of a country with several zones live; nobody lives in UTC. */
const mostPeople: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  ES: 'Europe/Madrid',
  ID: 'Asia/Jakarta',
  KZ: 'Asia/Almaty',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  US: 'America/New_York',
}

/** What browsers say that hide where they are, and machines that stand nowhere. */
const isNowhere = (zone: string): boolean => /^(?:UTC|GMT|UCT|Zulu|Etc\/.*)$/.test(zone)

/**
 * Where a household is that says it lives in `country`: where it was, if that fits, else where there is no choice. Of a device
 * that says no place, where most people of the country live.
 */
export const zoneIn = (country: string, before: string, device = deviceZone()): string => {
  const zones = zonesOf(country)
  const [first] = zones
  if (first === undefined || zones.includes(before)) return before
  if (zones.includes(device)) return device
  if (zones.length === 1) return first
  if (!isNowhere(before)) return before
  const likely = mostPeople[country]
  return likely !== undefined && zones.includes(likely) ? likely : first
}

/**
 * Zone and country of this device: the zone says where it stands, its language (a BCP 47 tag such as `en-IN`) only what
 * it speaks.
 */
export const devicePlace = (
  language: string,
  device = deviceZone(),
): { country: string; timeZone: string } => {
  const byZone = countryCodes().find((country) => zonesOf(country).includes(device))
  const byLanguage = new Intl.Locale(language).region
  const country = byZone ?? byLanguage ?? 'IN'
  return { country, timeZone: zoneIn(country, device, device) }
}

/** Countries by their name in the language on screen. */
export const namedCountries = (language: string): { code: string; name: string }[] => {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  const order = new Intl.Collator(language)
  return countryCodes()
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => order.compare(a.name, b.name))
}
