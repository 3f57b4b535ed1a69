import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { BilledSubscription } from '../charges/billed-subscription.ts'
import type { ChargeRow } from '../charges/charge.repository.ts'
import type { PaymentRow } from '../payments/payment.repository.ts'
import { originsAmong } from '../payments/unmade.ts'

/** Money on a charge that nobody took back, by what it was before it was ever taken back and made again. */
export interface StandingMoney {
  readonly id: string
  readonly origin: string
  /** Minor units; below 0 for what came back. */
  readonly amount: number
}

/** A charge as it stands: what an undo brings back. */
export type StandingCharge = Pick<
  ChargeRow,
  | 'id'
  | 'startsOn'
  | 'endsOn'
  | 'billedOn'
  | 'dueOn'
  | 'net'
  | 'tax'
  | 'amount'
  | 'splits'
  | 'payerId'
  | 'corrected'
  | 'uncut'
  | 'voidedAt'
  | 'waivedAt'
  | 'waivedBy'
> & { readonly money: readonly StandingMoney[] }

/** A charge that an act touched, as it stood before; null where it was not there. */
export interface TouchedCharge {
  readonly id: string
  readonly as: StandingCharge | null
}

/** All charges of a subscription, with the money on them. */
export type Standing = ReadonlyMap<string, StandingCharge>

export const standingOf = (charges: readonly ChargeRow[], payments: readonly PaymentRow[]): Standing => {
  const reversed = new Set(payments.map(({ reverses }) => reverses))
  const originOf = originsAmong(payments)
  const stands = payments.filter(({ id, entry }) => entry !== 'reversal' && !reversed.has(id))
  const byCharge = Map.groupBy(stands, ({ chargeId }) => chargeId)
  return new Map(
    charges.map((charge) => {
      const { id, startsOn, endsOn, billedOn, dueOn, net, tax, amount, splits, payerId } = charge
      const { corrected, uncut, voidedAt, waivedAt, waivedBy } = charge
      const money = (byCharge.get(id) ?? [])
        .map((payment) => ({ id: payment.id, origin: originOf(payment.id), amount: payment.amount }))
        .toSorted((a, b) => (a.origin < b.origin ? -1 : 1))
      const dated = { id, startsOn, endsOn, billedOn, dueOn, net, tax, amount, splits, payerId }
      return [id, { ...dated, corrected, uncut, voidedAt, waivedAt, waivedBy, money }]
    }),
  )
}

/** Money is the same however often it was taken back and made again. */
const moneyName = ({ origin, amount }: StandingMoney): string => `${origin} ${amount}`

const named = ({ money, ...charge }: StandingCharge) => ({ ...charge, money: money.map(moneyName) })

const short = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** How charges stand, in short. Of a void one only the money on it counts: it may come back in another shape. */
export const standingName = (standing: Standing): string =>
  short(
    [...standing.values()]
      .filter(({ voidedAt, money }) => voidedAt === null || money.length > 0)
      .map(named)
      .map((charge) => (charge.voidedAt === null ? charge : { id: charge.id, money: charge.money }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )

/** Who bears and pays a subscription, in short: said anew since, nothing comes back as others bore it. */
export const peopleName = ({ splits, departures, paidBy }: BilledSubscription): string =>
  short([splits, departures, paidBy])

/** Charges that stand otherwise than before, as they stood then. */
export const touchedSince = (before: Standing, now: Standing): TouchedCharge[] =>
  [...now].flatMap(([id, charge]): TouchedCharge[] => {
    const as = before.get(id)
    if (as === undefined) return [{ id, as: null }]
    return isDeepStrictEqual(named(as), named(charge)) ? [] : [{ id, as }]
  })

/** What of the money on a charge is to go, and what is to come, for it to be what it was. */
export const moneyBetween = (now: StandingCharge, as: StandingCharge | null) => {
  const [have, want] = [new Set(now.money.map(moneyName)), new Set((as?.money ?? []).map(moneyName))]
  return {
    goes: now.money.filter((money) => !want.has(moneyName(money))),
    comes: (as?.money ?? []).filter((money) => !have.has(moneyName(money))),
  }
}
