import { addDays, addMonths, type CalendarDate } from '@streamline/domain'

/**
 * A start about so many months ago from which a monthly subscription falls due exactly on this date: some month near
 * it has such a day, where the 31st of another would be clamped.
 */
export const monthlySince = (dueOn: CalendarDate, months: number): CalendarDate => {
  const starts = [0, -1, -2, 1].map((more) => addMonths(dueOn, -(months + more)))
  return starts.find((start) => start.slice(8) === dueOn.slice(8)) ?? addMonths(dueOn, -months)
}

export interface Packs {
  readonly startsOn: CalendarDate
  readonly recharges: readonly CalendarDate[]
}

/**
 * Packs of so many days, the last one ending on this date. Each number is how many days before the one before ran out
 * it was recharged: early ones are queued, late ones (negative) leave a gap and count from the recharge.
 */
export const packsUntil = (endsOn: CalendarDate, days: number, early: readonly number[]): Packs => {
  const gaps = early.reduce((sum, ahead) => sum + Math.max(0, -ahead), 0)
  const startsOn = addDays(endsOn, -days * (early.length + 1) - gaps)
  let end = addDays(startsOn, days)
  const recharges = early.map((ahead) => {
    const on = addDays(end, -ahead)
    end = addDays(ahead > 0 ? end : on, days)
    return on
  })
  return { startsOn, recharges }
}
