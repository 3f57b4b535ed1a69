import { correctedTo, daysBetween, prorate, type Period } from '@streamline/domain'
import type { ChargeRow } from './charge.repository.ts'

type Amounts = Pick<ChargeRow, 'net' | 'tax' | 'amount'>
type Said = Amounts & Pick<ChargeRow, 'corrected' | 'uncut'>

/** A charge whose amount somebody knows better, for all of the days that it has now. */
export const saidOf = (charge: Amounts, amount: number): Said => ({
  ...correctedTo(charge, amount),
  corrected: true,
  uncut: null,
})

/**
 * What was said of a bill when its period had more days costs those that are left, where the plan pays by the day; with all of them
 * back, also after it had more for a while, it is what was said, to the paisa.
 */
export const saidByDay = (charge: ChargeRow, { startsOn, endsOn, days, ofDays }: Period): Said => {
  const { amount, tax } = charge
  const uncut = charge.uncut ?? { amount, tax, days: daysBetween(charge.startsOn, charge.endsOn) }
  const whole = { amount: uncut.amount, tax: uncut.tax, net: uncut.amount - uncut.tax }
  const left = daysBetween(startsOn, endsOn)
  if (left >= uncut.days || days === ofDays)
    return { ...whole, corrected: true, uncut: left === uncut.days ? null : uncut }
  return { ...saidOf(whole, prorate(uncut.amount, left, uncut.days)), uncut }
}
