import { currencyExponent } from '../money/currency.ts'
import type { Money } from '../money/money.ts'
import type { SubscriptionKind } from '../subscription/kind.ts'
import type { BillingInterval } from '../time/interval.ts'
import { inHindi } from './hindi-words.ts'
import type { Searchable } from './search.ts'

/** A plan as far as it is found by it. */
export interface SearchedPlan {
  readonly name: string
  readonly kind: SubscriptionKind
  readonly mode: 'prepaid' | 'postpaid' | null
  readonly region: string | null
  readonly price: Money
  readonly interval: BillingInterval
  readonly attributes: Readonly<Record<string, string | number | boolean>>
  readonly includes: readonly { readonly providerName: string; readonly tier: string }[]
}

const kindWords: Record<SubscriptionKind, string> = {
  ott: 'ott streaming',
  mobile: 'mobile',
  broadband: 'broadband internet wifi',
  tv: 'tv dth cable dish',
  other: '',
}

const MB_PER_GB = 1024

/** The words a plan is found by besides its provider's names: name, region, price, validity, speed, data, kind; in English and Hindi. */
export function planWordsOf(plan: SearchedPlan): Pick<Searchable, 'words' | 'aside' | 'further'> {
  const isNumber = plan.kind === 'mobile'
  const mode = plan.mode ?? ''
  const words = [
    plan.name,
    plan.region ?? '',
    String(plan.price.amount / 10 ** currencyExponent(plan.price.currency)),
    intervalWords(plan.interval),
    kindWords[plan.kind],
    isNumber ? mode : '',
    ...attributeWords(plan.attributes),
  ]
  return {
    words: [...words, ...inHindi(words)],
    // Who asks for postpaid means a number, not a home line that is billed alike.
    aside: isNumber ? [] : [mode, ...inHindi([mode])],
    further: plan.includes.flatMap(({ providerName, tier }) => [providerName, tier]),
  }
}

function intervalWords({ count, unit }: BillingInterval): string {
  const counted = `${count} ${unit} ${unit}s ${count}${unit[0] ?? ''} ${count}${unit}s`
  const months = unit === 'year' ? count * 12 : unit === 'month' ? count : 0
  if (months === 1) return `${counted} monthly`
  if (months === 3) return `${counted} quarter quarterly`
  if (months === 6) return `${counted} half halfyearly`
  if (months === 12 || (unit === 'day' && count === 365)) return `${counted} year yearly annual annually`
  return counted
}

function attributeWords(attributes: SearchedPlan['attributes']): string[] {
  const { downMbps, dataPerDayMb, dataTotalMb, dataUnlimited, storageGb, technology, maxResolution } =
    attributes
  return [
    typeof downMbps === 'number' ? speedWords(downMbps) : '',
    typeof dataPerDayMb === 'number' ? `${dataWords(dataPerDayMb)} day daily` : '',
    typeof dataTotalMb === 'number' && dataTotalMb > 0 ? dataWords(dataTotalMb) : '',
    typeof storageGb === 'number' ? dataWords(storageGb * MB_PER_GB) : '',
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
  if (mb < MB_PER_GB) return withUnit(mb, 'mb')
  const tb = mb >= MB_PER_GB * MB_PER_GB ? ` ${withUnit(mb / MB_PER_GB / MB_PER_GB, 'tb')}` : ''
  return withUnit(Math.round((mb / MB_PER_GB) * 10) / 10, 'gb') + tb
}

/** Joined and apart, because a query may be either: `1.5gb` and `1.5 gb`. */
function withUnit(amount: number, unit: string): string {
  return `${amount}${unit} ${amount} ${unit}`
}
