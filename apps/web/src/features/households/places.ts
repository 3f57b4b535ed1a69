/** ISO 3166-1 alpha-2 codes of countries and territories with people to have a household. */
const codes =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD ' +
  'CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD ' +
  'GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM ' +
  'KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX ' +
  'MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC ' +
  'SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ ' +
  'VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'

const countries: readonly string[] = codes.split(' ')

/** Chrome says Asia/Calcutta; the tz database renamed it. */
const renamed: Readonly<Record<string, string>> = { 'Asia/Calcutta': 'Asia/Kolkata' }

const canonical = (zone: string): string => renamed[zone] ?? zone

/** Older engines know the zones of a country under another name, or not at all. */
interface LocaleWithZones {
  getTimeZones?: () => string[] | undefined
  timeZones?: string[]
}

export const zonesOf = (country: string): string[] => {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & LocaleWithZones
  return (locale.getTimeZones?.() ?? locale.timeZones ?? []).map(canonical)
}

export const allZones = (): string[] =>
  [...new Set(Intl.supportedValuesOf('timeZone').map(canonical))].toSorted()

const browserZone = (): string => canonical(Intl.DateTimeFormat().resolvedOptions().timeZone)

/** Where a household is that says it lives in `country`: where it was, if that fits, else where there is no choice. */
export const zoneIn = (country: string, before: string): string => {
  const zones = zonesOf(country)
  const [only] = zones
  if (only === undefined || zones.includes(before)) return before
  if (zones.includes(browserZone())) return browserZone()
  return zones.length === 1 ? only : before
}

/** Zone and country of this browser: the zone says where it stands, the language only what it speaks. */
export const browserPlace = (): { country: string; timeZone: string } => {
  const timeZone = browserZone()
  const byZone = countries.find((country) => zonesOf(country).includes(timeZone))
  const byLanguage = new Intl.Locale(navigator.language).region
  return { timeZone, country: byZone ?? byLanguage ?? 'IN' }
}

/** Countries by their name in the language on screen. */
export const namedCountries = (language: string): { code: string; name: string }[] => {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  const order = new Intl.Collator(language)
  return countries
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => order.compare(a.name, b.name))
}
