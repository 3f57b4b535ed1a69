import { sumByCurrency, type Money, type Sum } from '@streamline/domain'
import { isUnmade } from '../payments/unmade.ts'
import { cameWith, misplaced, takenWith } from '../payments/payments-of-acts.ts'
import type { PaymentRow } from '../payments/payment.repository.ts'
import type { ChargePlan } from './billed-subscription.ts'
import { changesOf, inForceAfter, isHeld } from './charge-plan.ts'
import type { ChargeRow } from './charge.repository.ts'
import { looseOf, moneyMoved, surplusOf } from './replacement.ts'

const LINES = 24

export interface OutlookLine {
  what: 'goes' | 'comes' | 'changes'
  startsOn: ChargeRow['startsOn']
  endsOn: ChargeRow['endsOn']
  dueOn: ChargeRow['dueOn']
  amount: Money
  before: Money | null
  paid: Money
}

/** What a plan would do, told before it is done. */
export interface ActOutlook {
  goes: number
  comes: number
  changes: number
  becomesCredit: Sum[]
  freed: Sum[]
  takenBack: Sum[]
  lines: OutlookLine[]
}

const lineOf =
  (what: OutlookLine['what']) =>
  (charge: ChargeRow, before: number | null = null): OutlookLine => {
    const { startsOn, endsOn, dueOn, amount, paid } = charge
    return {
      what,
      startsOn,
      endsOn,
      dueOn,
      amount: money(amount, charge),
      before: before === null ? null : money(before, charge),
      paid: money(paid, charge),
    }
  }

const isPeriod = ({ index }: ChargeRow): boolean => index >= 0

const money = (amount: number, { currency }: { readonly currency: string }): Money => ({ amount, currency })

/** The comparison that is made when it is done, without doing it. */
export const outlookOf = (
  plan: ChargePlan,
  found: readonly ChargeRow[],
  payments: readonly PaymentRow[],
  confirmed: ReadonlySet<string>,
): ActOutlook => {
  const takenBack = cameWith(payments, plan.takesBack ?? [])
  const madeAgain = takenWith(payments, plan.bringsBack ?? []).map(({ original }) => original)
  const charges = found.map((charge) => ({
    ...charge,
    paid: charge.paid - total(onCharge(takenBack, charge)) + total(onCharge(madeAgain, charge)),
  }))
  const before = new Map(charges.map((charge) => [charge.id, charge]))
  const changes = changesOf(plan, charges, '')
  const { ended, raised, changed, split, restored, lengthened } = changes
  const later = [...changed, ...split, ...restored]
  const isBack = ({ id }: ChargeRow) => before.get(id)?.voidedAt !== null
  const isMoved = (charge: ChargeRow) => {
    const { amount, dueOn } = before.get(charge.id) ?? charge
    return amount !== charge.amount || dueOn !== charge.dueOn
  }
  const moved = later.filter((charge) => !isBack(charge) && isMoved(charge))
  const comes = [...raised, ...later.filter(isBack)]
  const gone = new Set(ended.map(({ id }) => id))
  const held = new Set(charges.filter((charge) => isHeld(charge, plan)).map(({ id }) => id))
  const unmade = payments
    .filter((payment) => isUnmade(payment, payments, confirmed))
    .filter(({ chargeId }) => gone.has(chargeId) || !held.has(chargeId))
  const inForce = inForceAfter(charges, changes)
  const left = payments.filter((payment) => !takenBack.includes(payment))
  const placed = misplaced(left, inForce, plan.opens ?? (() => undefined))
  // What was only assumed goes with its period, or follows its amount: none of it becomes credit.
  const made = (charge: ChargeRow) =>
    charge.paid -
    total(onCharge(unmade, charge)) -
    total(
      onCharge(
        placed.map(({ payment }) => payment),
        charge,
      ),
    ) +
    total(placed.filter((one) => one.charge.id === charge.id).map(({ payment }) => payment))
  const excess = (charge: ChargeRow) =>
    surplusOf({ ...charge, paid: made(charge) }, before.get(charge.id) ?? { amount: 0 })
  const becomesCredit = sumByCurrency([
    // What was too much for it is credit already.
    ...ended.map((charge) => money(Math.min(made(charge), charge.amount), charge)),
    ...moved.map((charge) => money(excess(charge), charge)),
    // All that was paid for a void one is credit, which it takes along when it comes back.
    ...restored.map((charge) => money(-Math.min(made(charge), charge.amount), charge)),
  ]).filter(({ amount }) => amount > 0)
  const asMade = (charge: ChargeRow): ChargeRow => ({ ...charge, paid: made(charge) })
  const places = { raised: raised.filter(isPeriod), lengthened }
  const after = new Map(split.map((charge) => [charge.id, charge]))
  const own = moneyMoved(
    {
      gone: ended.map(asMade).filter(isPeriod),
      shortened: looseOf(plan, changes.shortened, ({ id }) => {
        const charge = after.get(id)
        return charge === undefined ? 0 : excess(charge)
      }),
    },
    places,
    [...places.raised, ...places.lengthened].map(asMade),
  ).map(({ charge, amount }) => money(-amount, charge))
  return {
    goes: ended.length,
    comes: comes.length,
    changes: moved.length,
    becomesCredit,
    freed: sumByCurrency([...becomesCredit, ...own]).filter(({ amount }) => amount > 0),
    takenBack: sumByCurrency(
      [...takenBack, ...unmade.filter(({ chargeId }) => gone.has(chargeId))].map((payment) =>
        money(payment.amount, payment),
      ),
    ),
    lines: [
      ...ended.map((charge) => lineOf('goes')(charge)),
      ...comes.map((charge) => lineOf('comes')(charge)),
      ...moved.map((charge) => lineOf('changes')(charge, before.get(charge.id)?.amount ?? null)),
    ]
      .toSorted((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1))
      .slice(0, LINES),
  }
}

const onCharge = (payments: readonly PaymentRow[], { id }: ChargeRow): PaymentRow[] =>
  payments.filter(({ chargeId }) => chargeId === id)

const total = (parts: readonly { readonly amount: number }[]): number =>
  parts.reduce((sum, { amount }) => sum + amount, 0)
