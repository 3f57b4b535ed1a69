import type { Rate } from '../answers.ts'
import { parseAmount } from '../format/amount-text.ts'
import { convertMoney, DomainError, type ExchangeRate, type Money } from '@streamline/domain'

/** An amount as it is being typed, in any currency, and by what it counts in another. */
export interface ForeignDraft {
  readonly amount: string
  readonly currency: string
  /** Where the household has no rate for that day, or only an old one. */
  readonly rate: string
  readonly source: string
  /** A rate of long ago is meant. */
  readonly oldRate: boolean
  /** Both sums are known: no rate is asked for. */
  readonly bothSums: boolean
  /** The other of the two. */
  readonly settles: string
}

export type ForeignField = 'amount' | 'rate' | 'source' | 'settles'

/** Nothing said about another currency yet. */
export const noForeign: Omit<ForeignDraft, 'amount' | 'currency'> = {
  rate: '',
  source: '',
  oldRate: false,
  bothSums: false,
  settles: '',
}

export const isRate = (text: string): boolean =>
  /^\d{1,12}(\.\d{1,12})?$/.test(text.trim()) && Number(text) > 0

export interface ForeignFacts {
  /** The currency that it counts in. */
  readonly to: string
  /** The day on which money moved. */
  readonly on: string
  /** The currency of the household: a rate is asked for in it, as everybody knows it. */
  readonly home: string
  /** Of the household, as it counts for this pair and day; written down either way round. */
  readonly rate: Rate | undefined
  /** It is of long before that day. */
  readonly old?: boolean | undefined
  /** Whether there is a rate is still being asked: nothing is missing yet, and whoever sends it is told by the service. */
  readonly isAsked?: boolean | undefined
  /** Default: by the rate, rounded. */
  readonly convert?: (amount: Money, rate: ExchangeRate) => Money
}

/** Null where it is more than can be counted. */
const orNull = (convert: () => Money): number | null => {
  try {
    return convert().amount
  } catch (error) {
    if (error instanceof DomainError && error.code === 'amount-out-of-range') return null
    throw error
  }
}

/** What is typed as it counts, and what is still wrong with it. */
export const readForeign = (draft: ForeignDraft, facts: ForeignFacts) => {
  const { currency } = draft
  const { to, on, home, rate, old = false, isAsked = false, convert } = facts
  const minor = parseAmount(draft.amount, currency)
  const isForeign = currency !== to
  const isTold = isForeign && draft.bothSums
  const isOld = isForeign && !isTold && rate !== undefined && old
  const needsRate = isForeign && !isTold && !isAsked && (rate === undefined || (isOld && !draft.oldRate))
  const pair = currency === home ? { from: to, to: currency } : { from: currency, to }
  const typed = { ...pair, rate: draft.rate.trim(), on }
  const inForce = needsRate ? (isRate(draft.rate) ? typed : undefined) : rate
  const told = isTold ? parseAmount(draft.settles, to) : null
  const worth = (amount: number): number | null => {
    if (!isForeign) return amount
    if (isTold) return told
    if (inForce === undefined) return null
    const money = { amount, currency }
    return orNull(() => (convert === undefined ? convertMoney(money, to, inForce) : convert(money, inForce)))
  }
  const converted = minor === null ? null : worth(minor)
  const problems = new Set<ForeignField>()
  if (minor === null || minor === 0) problems.add('amount')
  if (isTold && (told === null || told === 0)) problems.add('settles')
  if (!isTold && (converted === 0 || (converted === null && inForce !== undefined))) problems.add('amount')
  if (needsRate && !isRate(draft.rate)) problems.add('rate')
  if (needsRate && draft.source.trim() === '') problems.add('source')
  const how = {
    ...(isTold && told !== null ? { settles: { amount: told, currency: to } } : {}),
    ...(isOld && draft.oldRate ? { oldRate: true } : {}),
  }
  return { minor, isForeign, isTold, isOld, needsRate, pair, inForce, converted, problems, how }
}
