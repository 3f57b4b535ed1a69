import { cashOfOffered, yearFrom } from './cash.ts'
import type { CashDebit } from './cash.ts'
import { holdingOf } from './holding.ts'
import { leavesOf } from './leave.ts'
import type { ServiceNeed } from './needs.ts'
import type { OfferedPlan } from './offered-plan.ts'
import type { Line, Outlook, SavingsInput } from './set-program.ts'
import { lastSegment } from '../subscription/change.ts'

/** True where a plan gives something that is wanted. */
export function givesWanted({ standalone, includes }: OfferedPlan, wanted: readonly ServiceNeed[]): boolean {
  return [...(standalone === null ? [] : [standalone]), ...includes.map(({ tier }) => tier)].some((given) =>
    wanted.some(({ tier }) => tier.ladderId === given.ladderId && given.rank >= tier.rank),
  )
}

function candidatesOf({ offers, needs, currency, held }: SavingsInput): OfferedPlan[] {
  const never = new Set(needs.never)
  const hasNow = new Set(held.map(({ planId }) => planId))
  return offers.filter(
    ({ id, providerId, price, isOld }) =>
      price.currency === currency &&
      price.amount > 0 &&
      !never.has(id) &&
      !never.has(providerId) &&
      (needs.withOldPrices || !isOld || hasNow.has(id)),
  )
}

/** What every option is worked out of: the lines and streams of today, and the plans that may be looked at. */
export function outlookOf(input: SavingsInput): Outlook {
  const { today, held, needs, currency } = input
  const year = yearFrom(today)
  const inCurrency = held.filter(
    ({ subscription: { facts } }) => lastSegment(facts.terms).price.currency === currency,
  )
  const once = new Map(needs.lines.map((need) => [need.subscriptionId, need]))
  const lines = [...once.values()].flatMap((need): Line[] => {
    const one = inCurrency.find(({ subscription }) => subscription.id === need.subscriptionId)
    if (one === undefined) return []
    const isKept = needs.keep.includes(need.subscriptionId)
    const leaves = isKept ? [] : leavesOf(one.subscription, [], year)
    return [{ need, held: one, holding: holdingOf(one.subscription, today), leaves }]
  })
  const isLine = new Set(lines.map(({ need }) => need.subscriptionId))
  const streams = inCurrency.flatMap((one) => {
    const { subscription } = one
    if (!subscription.isOnlyServices || isLine.has(subscription.id)) return []
    const holding = holdingOf(subscription, today)
    return holding.isRenewing && holding.isUsed ? [{ held: one, holding }] : []
  })
  const known = new Map<string, readonly CashDebit[]>()
  return {
    input,
    year,
    offers: candidatesOf(input),
    lines,
    streams,
    cashOf: (plan, from, withFee) => {
      const key = `${plan.id} ${from} ${withFee}`
      const cash = known.get(key) ?? cashOfOffered(plan, from, year, withFee)
      known.set(key, cash)
      return cash
    },
  }
}
