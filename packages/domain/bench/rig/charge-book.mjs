import { chargesToRaise, reconcileCharges } from '../../src/index.ts'

const nameOf = ({ index, startsOn }) => `${index} ${startsOn}`

/** Charges as a person sees them, one after the other. */
export const textOf = (charges) =>
  charges
    .map((one) =>
      [one.index, one.startsOn, one.endsOn, one.billedOn, one.dueOn, one.amount, one.tax].join(' '),
    )
    .join('\n')

const inOrder = (charges) =>
  charges.toSorted((a, b) =>
    a.startsOn === b.startsOn ? a.index - b.index : a.startsOn < b.startsOn ? -1 : 1,
  )

/** What facts say should be charged by a day. */
export const periodsUntil = (facts, day) => inOrder(chargesToRaise(facts, day, { fromIndex: 0 }))

/** The charges of one subscription, kept as billing keeps them: compared with what should be, never made anew. */
export class Book {
  charges = new Map()

  inForce() {
    return inOrder([...this.charges.values()].filter(({ voided }) => !voided))
  }

  /** A day that passes. */
  reconcile(facts, day) {
    this.apply(this.compared(facts, day, false))
  }

  /** Something was put right: what was billed follows. */
  amend(facts, day) {
    this.apply(this.compared(facts, day, true))
  }

  /** What putting it right would do. */
  outlook(facts, day) {
    const { raise, restore, end } = this.compared(facts, day, true)
    return { comes: raise.length + restore.length, goes: end.length }
  }

  compared(facts, day, amends) {
    return reconcileCharges(periodsUntil(facts, day), [...this.charges.values()], {
      fromIndex: 0,
      billedUntil: day,
      amends,
    })
  }

  apply({ raise, follow, cut, restore, end }) {
    const stands = (period) => ({ ...period, paid: 0, waived: false, voided: false })
    for (const period of raise) this.charges.set(nameOf(period), stands(period))
    for (const { period } of [...follow, ...restore]) this.charges.set(nameOf(period), stands(period))
    for (const { charge, period } of cut)
      this.charges.set(nameOf(charge), { ...charge, endsOn: period.endsOn })
    for (const charge of end) this.charges.set(nameOf(charge), { ...charge, voided: true })
  }
}
