import {
  actsThatStand,
  DomainError,
  factsOfActs,
  type ActRecord,
  type CalendarDate,
  type PriceChanged,
  type SettledOtherwise,
  type StandingAct,
  type SubscriptionFacts,
} from '@streamline/domain'
import type { SettledBill } from '../billing/billing.types.ts'
import { puttingOff } from './price-from.ts'

type LaterPrice = Omit<StandingAct, 'act'> & { readonly act: PriceChanged }

/** Prices that stand and were said after the act that the last record puts right or takes back. */
export const laterPrices = (records: readonly ActRecord[]): LaterPrice[] => {
  const last = records.at(-1)?.act
  if (last?.kind !== 'undone' && last?.kind !== 'corrected') return []
  const position = new Map(records.map(({ id }, at) => [id, at]))
  const from = position.get(last.of) ?? 0
  return actsThatStand(records).acts.flatMap(({ act, ...record }) =>
    act.kind === 'priceChanged' && (position.get(record.id) ?? 0) > from ? [{ ...record, act }] : [],
  )
}

/** Null where what had been said by then fits only with what was remembered since. */
const factsThen = (records: readonly ActRecord[]): SubscriptionFacts | null => {
  try {
    return factsOfActs(records)
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

/** Of later prices those that are put off otherwise, by the bills that would have been settled when each was said. */
export const settledOtherwise = (
  records: readonly ActRecord[],
  prices: readonly LaterPrice[],
  bills: readonly SettledBill[],
): SettledOtherwise[] => {
  const last = records.slice(-1)
  return prices.flatMap(({ id, at, on, act }) => {
    const position = records.findIndex((record) => record.id === id)
    const facts = factsThen([...records.slice(0, position), ...last])
    if (facts === null) return []
    const until = bills
      .filter(({ since }) => since === null || Date.parse(since) <= Date.parse(at))
      .reduce<CalendarDate | null>(
        (most, { endsOn }) => (most === null || endsOn > most ? endsOn : most),
        null,
      )
    const settledUntil = puttingOff({ facts }, act.fromOn, until, on)
    return settledUntil === act.settledUntil ? [] : [{ act: id, settledUntil }]
  })
}
