import type { CataloguePlan, CatalogueProvider } from './catalogue.types.ts'
import type { Currency } from './schema.ts'

/** What people call a provider when they do not use its name. */
const otherNames: Record<string, string> = {
  act: 'actcorp atria fibernet',
  'amazon-prime': 'prime video primevideo amazonprime',
  'apple-tv': 'appletv',
  att: 'att',
  'att-internet': 'att',
  bsnl: 'bharat',
  'discovery-plus': 'tnt sports',
  'disney-plus': 'disneyplus',
  'google-one': 'gemini drive',
  'hbo-max': 'hbomax',
  jiofiber: 'jio fiber fibre airfiber',
  jiohotstar: 'jio hotstar disney disneyplus',
  jiosaavn: 'saavn',
  now: 'nowtv',
  'paramount-plus': 'paramountplus',
  sonyliv: 'sony liv',
  'sun-nxt': 'sunnxt',
  't-mobile-home': 'tmobile',
  't-mobile-us': 'tmobile',
  'tata-play-binge': 'tata sky',
  'tata-play-fiber': 'tata sky fibre',
  telekom: 'magenta tmobile',
  'three-uk': '3',
  vi: 'vodafone idea',
  youtube: 'yt',
  zee5: 'zee 5',
}

const kindWords: Record<CataloguePlan['kind'], string> = {
  ott: 'ott streaming',
  mobile: 'mobile',
  broadband: 'broadband internet wifi',
  tv: 'tv dth cable dish',
  other: '',
}

/** Minor units in one major unit. */
const minorUnits: Record<Currency, number> = { INR: 100, USD: 100, GBP: 100, EUR: 100 }

const mbPerGb = 1024

/**
 * The texts a plan is found by: provider and its other names, plan, region, price, validity, speed, data, kind. Their words
 * are made by whoever searches, so that a query is read the same way.
 */
export function searchTextsOf(
  plan: Omit<CataloguePlan, 'searchTexts'>,
  provider: Pick<CatalogueProvider, 'id' | 'name'>,
): string[] {
  return [
    provider.id,
    provider.name,
    otherNames[provider.id] ?? '',
    plan.name,
    plan.region ?? '',
    priceWords(plan),
    intervalWords(plan.interval),
    kindWords[plan.kind],
    plan.mode ?? '',
    ...attributeWords(plan.attributes),
  ].filter((text) => text !== '')
}

function priceWords({ price, currency }: Pick<CataloguePlan, 'price' | 'currency'>): string {
  return String(price / minorUnits[currency])
}

function intervalWords({ count, unit }: CataloguePlan['interval']): string {
  const counted = `${count} ${unit} ${unit}s ${count}${unit[0]} ${count}${unit}s`
  const months = unit === 'year' ? count * 12 : unit === 'month' ? count : 0
  if (months === 1) return `${counted} monthly`
  if (months === 3) return `${counted} quarter quarterly`
  if (months === 6) return `${counted} half halfyearly`
  if (months === 12 || (unit === 'day' && count === 365)) return `${counted} year yearly annual annually`
  return counted
}

function attributeWords(attributes: CataloguePlan['attributes']): string[] {
  const { downMbps, dataPerDayMb, dataTotalMb, dataUnlimited, storageGb, technology, maxResolution } =
    attributes
  return [
    typeof downMbps === 'number' ? speedWords(downMbps) : '',
    typeof dataPerDayMb === 'number' ? `${dataWords(dataPerDayMb)} day daily` : '',
    typeof dataTotalMb === 'number' && dataTotalMb > 0 ? dataWords(dataTotalMb) : '',
    typeof storageGb === 'number' ? dataWords(storageGb * mbPerGb) : '',
    dataUnlimited === true ? 'unlimited' : '',
    typeof technology === 'string' ? `${technology} ${/fib|ftt/i.test(technology) ? 'fibre fiber' : ''}` : '',
    typeof maxResolution === 'string' ? maxResolution : '',
  ]
}

function speedWords(mbps: number): string {
  const gbps = mbps >= 1000 ? ` ${withUnit(mbps / 1000, 'gbps')}` : ''
  return withUnit(mbps, 'mbps') + gbps
}

function dataWords(mb: number): string {
  if (mb < mbPerGb) return withUnit(mb, 'mb')
  const tb = mb >= mbPerGb * mbPerGb ? ` ${withUnit(mb / mbPerGb / mbPerGb, 'tb')}` : ''
  return withUnit(Math.round((mb / mbPerGb) * 10) / 10, 'gb') + tb
}

/** Joined and apart, because a query may be either: `1.5gb` and `1.5 gb`. */
function withUnit(amount: number, unit: string): string {
  return `${amount}${unit} ${amount} ${unit}`
}
