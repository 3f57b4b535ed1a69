import { meteredKinds, MEGABYTES_PER_GIGABYTE } from './usage-kind.ts'
import type { MeteredKind } from './usage-kind.ts'

/** What an allowance is for: a calendar day, a billing period, or a month counted from the first day of the period. */
export const allowancePers = ['day', 'month', 'period'] as const

export type AllowancePer = (typeof allowancePers)[number]

/** How much a plan gives before it stops, slows down or costs more. */
export interface Allowance {
  readonly kind: MeteredKind
  /** Megabytes, minutes or messages, more than 0; null is without limit. */
  readonly amount: number | null
  readonly per: AllowancePer
}

/** What the catalogue knows of a plan; an absent attribute is not known, it is not zero. */
export type PlanAttributes = Readonly<Record<string, string | number | boolean>>

/** Zero megabytes are a plan without data, which has nothing to be used up. */
const limited = (kind: MeteredKind, amount: unknown, per: AllowancePer, factor = 1): readonly Allowance[] =>
  typeof amount === 'number' && Number.isSafeInteger(amount) && amount > 0
    ? [{ kind, amount: amount * factor, per }]
    : []

const unlimited = (kind: MeteredKind, isSo: boolean): readonly Allowance[] =>
  isSo ? [{ kind, amount: null, per: 'period' }] : []

const minutesIn = (voice: unknown): number | undefined => {
  const [, minutes] = typeof voice === 'string' ? (/^(\d+) minutes$/.exec(voice) ?? []) : []
  return minutes === undefined ? undefined : Number(minutes)
}

/**
 * The allowances that a plan says, at most one of a kind. A cap of a home line is for a month, however long one pays ahead: that is
 * how operators count it. What is told only in words (rollover, fair use after a daily quota) is no number and is left out.
 */
export function planAllowances(plan: PlanAttributes): Allowance[] {
  const found = [
    ...limited('data', plan['dataPerDayMb'], 'day'),
    ...limited('data', plan['dataPerMonthMb'], 'month'),
    ...limited('data', plan['dataTotalMb'], 'period'),
    ...limited('data', plan['dataCapGb'], 'month', MEGABYTES_PER_GIGABYTE),
    ...unlimited('data', plan['dataUnlimited'] === true),
    ...limited('calls', minutesIn(plan['voice']), 'period'),
    ...unlimited('calls', plan['voice'] === 'unlimited'),
    ...limited('messages', plan['smsPerDay'], 'day'),
    ...limited('messages', plan['smsTotal'], 'period'),
  ]
  return firstOfEach(found)
}

/** What holds for a household: what it typed itself, kind by kind, and else what the plan says. */
export function allowancesInForce(own: readonly Allowance[], plan: readonly Allowance[]): Allowance[] {
  return firstOfEach([...own, ...plan])
}

const firstOfEach = (allowances: readonly Allowance[]): Allowance[] =>
  meteredKinds.flatMap((kind) => allowances.find((allowance) => allowance.kind === kind) ?? [])

/** For what the meter of a kind counts where no allowance says otherwise. */
export function perOf(allowances: readonly Allowance[], kind: Allowance['kind']): AllowancePer {
  return allowances.find((allowance) => allowance.kind === kind)?.per ?? 'period'
}
