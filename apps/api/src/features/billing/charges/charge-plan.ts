import { isDeepStrictEqual } from 'node:util'
import {
  minDate,
  periodName,
  periodOfExtra,
  reconcileCharges,
  rulesOfCharge,
  type CalendarDate,
  type Period,
} from '@streamline/domain'
import { v5 } from 'uuid'
import type { BilledExtra, BilledSubscription, ChargePlan } from './billed-subscription.ts'
import type { ChargeRow } from './charge.repository.ts'
import { replacedBills } from './replacement.ts'
import { saidByDay } from './said-amount.ts'

/** What a plan asks of the charges that exist. */
export interface ChargeChanges {
  /** Their period went: with money on it, or without. */
  readonly ended: readonly ChargeRow[]
  /** New rows. */
  readonly raised: readonly ChargeRow[]
  /** Which of the new ones took the place of which that went; of them holds what was said of those. */
  readonly replaced: readonly { readonly by: ChargeRow; readonly gone: ChargeRow }[]
  /** As they are to be, where no money touched them; void ones that come back among them. */
  readonly changed: readonly ChargeRow[]
  /** As they are to be, where the ledger must know: other splits of what is paid. */
  readonly split: readonly ChargeRow[]
  /** As they are to be: void ones with money on them whose period is there again. */
  readonly restored: readonly ChargeRow[]
  /** As they are to be: all void ones whose period is there again, and since when they were void. */
  readonly back: readonly { readonly after: ChargeRow; readonly since: string | null }[]
  /** Periods that stand, as they are to be, for more days than before. */
  readonly lengthened: readonly ChargeRow[]
  /** Periods that stand for fewer days, as they are. */
  readonly shortened: readonly ChargeRow[]
  /** Those whose amount is what it was before. */
  readonly asBefore: ReadonlySet<string>
}

/** The first day of a period is part of the name: what went and came again later is another charge. */
const chargeIdOf = (subscriptionId: string, { index, startsOn }: Period): string =>
  v5(periodName({ index, startsOn }), subscriptionId)

const raisedCharge = (
  subscription: BilledSubscription,
  period: Period,
  extra: BilledExtra | undefined,
  raisedAt: string,
): ChargeRow => ({
  id: chargeIdOf(subscription.id, period),
  householdId: subscription.householdId,
  subscriptionId: subscription.id,
  index: period.index,
  purpose: extra?.purpose ?? null,
  title: extra?.title ?? null,
  ...datedAmounts(period),
  paid: 0,
  creditLeft: 0,
  currency: period.currency,
  ...shownOf(subscription),
  payerId: subscription.paidBy,
  splits: rulesOfCharge(
    extra?.splits ?? subscription.splits,
    { ...period, payerId: subscription.paidBy, isPaid: false, splits: [] },
    subscription.departures,
  ),
  corrected: false,
  uncut: null,
  voidedAt: null,
  waivedAt: null,
  waivedBy: null,
  raisedAt,
})

const amountsOf = ({ net, tax, amount }: Pick<Period, 'net' | 'tax' | 'amount'>) => ({ net, tax, amount })

const datedAmounts = ({ startsOn, endsOn, billedOn, dueOn, net, tax, amount }: Period) => ({
  startsOn,
  endsOn,
  billedOn,
  dueOn,
  net,
  tax,
  amount,
})

const shownOf = ({ name, kind, providerId, brandColor, look, visibility, ownerId }: BilledSubscription) => ({
  subscriptionName: name,
  kind,
  providerId,
  brandColor,
  look,
  visibility,
  ownerId,
})

/** Money, or a person who knew better, has touched it: the ledger must know what changes. */
const isTouched = ({ paid, corrected }: Pick<ChargeRow, 'paid' | 'corrected'>) => paid !== 0 || corrected

/**
 * As the period says; a corrected amount stays, for its days, and so does what money is on already unless what happened was put right,
 * or what an undo brings back as it was.
 */
const followed = (
  charge: ChargeRow,
  period: Period,
  { amends, isAsBefore }: { readonly amends: boolean; readonly isAsBefore: boolean },
): ChargeRow => {
  const dated = { ...charge, ...datedAmounts(period), voidedAt: null }
  if (charge.corrected) return { ...dated, ...(amends ? saidByDay(charge, period) : amountsOf(charge)) }
  const isKept = isAsBefore || (!amends && (isTouched(charge) || charge.waivedAt !== null))
  return { ...dated, ...amountsOf(isKept ? charge : period) }
}

/**
 * A charge whose period ends earlier, or again later. A bill that is not made yet is made when its period ends, and for its days (law 14),
 * whatever was paid of it already; of what is waived nothing is owed.
 */
const cutTo = (charge: ChargeRow, period: Period, billedUntil: CalendarDate): ChargeRow => {
  const { endsOn, billedOn, dueOn } = period
  const isBillToCome = charge.billedOn > billedUntil && charge.billedOn > charge.startsOn
  if (!isBillToCome || charge.waivedAt !== null) return { ...charge, endsOn }
  const dated = { ...charge, endsOn, billedOn, dueOn }
  return { ...dated, ...(charge.corrected ? saidByDay(charge, period) : amountsOf(period)) }
}

/** From this day on payer and splits of the charges follow the subscription. */
export const followsFrom = ({ today, splitFrom = today }: ChargePlan): CalendarDate =>
  minDate(today, splitFrom)

/** A debit that had gone through when it happened is no assumption about it. */
export const isHeld = (
  { dueOn }: Pick<ChargeRow, 'dueOn'>,
  { assumedStandBefore }: Pick<ChargePlan, 'assumedStandBefore'>,
): boolean => assumedStandBefore !== undefined && dueOn < assumedStandBefore

/** The payer follows while the period runs and nothing is paid; the splits of its days as they are now. */
const withPeople = (charge: ChargeRow, plan: ChargePlan): ChargeRow => {
  const { subscription, today, extras = [] } = plan
  const splits = extras.find(({ number }) => number === charge.index)?.splits ?? subscription.splits
  const payerId = charge.paid === 0 && charge.endsOn > today ? subscription.paidBy : charge.payerId
  const borne = { ...charge, payerId, isPaid: charge.paid !== 0 }
  return {
    ...charge,
    payerId,
    splits: rulesOfCharge(splits, borne, subscription.departures),
  }
}

/** What people said of a bill, that it costs something else or that nobody pays it, holds of the one in its place. */
const asSaidOf = (charge: ChargeRow, gone: ChargeRow | undefined): ChargeRow => {
  if (gone === undefined) return charge
  const { waivedAt, waivedBy, corrected, uncut } = gone
  const amounts = amountsOf(corrected ? gone : charge)
  return { ...charge, ...amounts, corrected, uncut, waivedAt, waivedBy }
}

/** The charges that are in force once changes are made. */
export const inForceAfter = (
  charges: readonly ChargeRow[],
  { ended, raised, changed, split, restored }: ChargeChanges,
): ChargeRow[] => {
  const gone = new Set(ended.map(({ id }) => id))
  const after = new Map(
    [...charges, ...changed, ...split, ...restored, ...raised].map((charge) => [charge.id, charge]),
  )
  return [...after.values()].filter(({ id, voidedAt }) => voidedAt === null && !gone.has(id))
}

/** Compares what a plan asks for with what exists. `existing`: all from its first period on, and what its people reach. */
export const changesOf = (
  plan: ChargePlan,
  existing: readonly ChargeRow[],
  raisedAt: string,
): ChargeChanges => {
  const { subscription, today, fromIndex, billedUntil = today, amends = false } = plan
  const extras = new Map((plan.extras ?? []).map((extra) => [extra.number, extra]))
  const should = [...[...extras.values()].map(periodOfExtra), ...plan.periods].filter(
    ({ expected }) => !expected,
  )
  const facts = existing.map((row) => ({
    ...row,
    waived: row.waivedAt !== null,
    voided: row.voidedAt !== null,
    row,
  }))
  const compared = reconcileCharges(should, facts, { fromIndex, billedUntil, amends })
  const ended = compared.end.map(({ row }) => row)
  const waysOf = (row: ChargeRow) => {
    const isAsBefore = row.voidedAt !== null && (plan.asBefore?.has(periodName(row)) ?? false)
    return { amends: amends && !isAsBefore, isAsBefore }
  }
  const anew = (row: ChargeRow): ChargeRow =>
    plan.startsAnew === true && row.voidedAt !== null
      ? { ...row, corrected: false, uncut: null, waivedAt: null, waivedBy: null }
      : row
  const moved = new Map([
    ...[...compared.follow, ...compared.restore].map(
      ({ charge: { row }, period }) => [row.id, followed(anew(row), period, waysOf(row))] as const,
    ),
    ...compared.cut.map(({ charge: { row }, period }) => [row.id, cutTo(row, period, billedUntil)] as const),
  ])
  const gone = new Set(ended.map(({ id }) => id))
  const pairs = existing
    .filter(({ id, voidedAt }) => !gone.has(id) && (voidedAt === null || moved.has(id)))
    .map((before) => ({ before, after: moved.get(before.id) ?? before, isMoved: moved.has(before.id) }))
    .map(({ before, after, isMoved }) => ({
      before,
      after: isMoved || before.endsOn > followsFrom(plan) ? withPeople(after, plan) : after,
    }))
    .filter(({ before, after }) => !isDeepStrictEqual(before, after))
  const touched = pairs.filter(({ before }) => isTouched(before))
  const standing = pairs.filter(({ before: { voidedAt, index } }) => voidedAt === null && index >= 0)
  const raised = compared.raise.map((period) =>
    raisedCharge(subscription, period, extras.get(period.index), raisedAt),
  )
  // Only where it is put right are the bills that come those that go, as they should have been.
  const replaced =
    amends && plan.startsAnew !== true ? replacedBills(ended, raised) : new Map<ChargeRow, ChargeRow>()
  return {
    ended,
    raised: raised.map((charge) => asSaidOf(charge, replaced.get(charge))),
    replaced: [...replaced].map(([by, before]) => ({ by, gone: before })),
    changed: pairs.filter(({ before }) => !isTouched(before)).map(({ after }) => after),
    split: touched.filter(({ before }) => before.voidedAt === null).map(({ after }) => after),
    restored: touched.filter(({ before }) => before.voidedAt !== null).map(({ after }) => after),
    back: pairs
      .filter(({ before }) => before.voidedAt !== null)
      .map(({ before, after }) => ({ after, since: before.voidedAt })),
    lengthened: standing.flatMap(({ before, after }) => (after.endsOn > before.endsOn ? [after] : [])),
    shortened: standing.flatMap(({ before, after }) => (after.endsOn < before.endsOn ? [before] : [])),
    asBefore: new Set(
      pairs.filter(({ before, after }) => before.amount === after.amount).map(({ after }) => after.id),
    ),
  }
}
