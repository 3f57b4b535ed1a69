import type { needSchema, overviewSchema } from '@streamline/contract'
import {
  addDays,
  CASH_DAYS,
  namedWithin,
  hasPeriod,
  isNeedOf,
  nextPeriods,
  chargesBySubscription,
  compareNeeds,
  needOfPrice,
  overviewOfStandings,
  periodByIndex,
  standingOf,
  statusOf,
  subscriptionKinds,
  sumByCurrency,
  type CalendarDate,
  type Need,
  type NeedActor,
  type NeedKind,
  type Overview,
  type OverviewCharge,
  type PayerDebit,
  type PayerDebits,
  type PriceNews,
} from '@streamline/domain'
import type * as z from 'zod'
import type { BalancesAnswer, MonthTotal, OpenDebits } from '../billing/billing.types.ts'
import { presentClaims } from './overview-claims.ts'
import { presentAssumed } from './overview-debits.ts'
import { presentMonths } from './overview-months.ts'
import { priceNewsOfAll } from './overview-prices.ts'
import { presentSubject, type OverviewSubject } from './overview-subject.ts'
import { presentUnused, type UnusedSubject } from './overview-unused.ts'
import { rememberedBeside, rememberedOn } from './remembered.ts'
import type { Saving } from './saving.ts'

export type OverviewAnswer = z.infer<typeof overviewSchema>
type NeedAnswer = z.infer<typeof needSchema>
type CashAnswer = OverviewAnswer['next14']

/** Everything that one person's first screen is made of, read and not yet derived. */
export interface OverviewFactsRead {
  readonly today: CalendarDate
  readonly currency: string
  /** Who looks, and who can act by themselves. */
  readonly viewerId: string
  readonly actors: readonly NeedActor[]
  readonly subjects: readonly OverviewSubject[]
  /** Of which the viewer may say whether their debits book themselves, and nobody has. */
  readonly unasked: readonly OverviewSubject[]
  /** Of which the viewer may claim what they include. */
  readonly claimable: readonly OverviewSubject[]
  /** That nobody uses, as far as the viewer is told. */
  readonly unused: readonly UnusedSubject[]
  readonly charges: readonly OverviewCharge[]
  readonly months: readonly MonthTotal[]
  readonly between: BalancesAnswer
  readonly names: ReadonlyMap<string, string>
  readonly saving: Saving | null
  readonly cheapest: OverviewAnswer['cheapest']
  readonly steps: OverviewAnswer['steps']
  readonly assumed: OpenDebits
  readonly arrivals: OverviewAnswer['arrivals']
}

/** Renewals listed under "everything else": the soonest ones. */
const RENEWALS_SHOWN = 20
/** Debits of the next days that are listed one by one; their sums are of all. */
const DEBITS_SHOWN = 50
const NEEDS_SHOWN = 50

const actions: Record<NeedKind, NeedAnswer['action']> = {
  overdue: 'pay',
  due: 'pay',
  stopped: 'recharge',
  stopsSoon: 'recharge',
  decideBy: 'decide',
  trialEnding: 'decide',
  priceChange: 'decide',
}

const presentNeed = (
  { kind, on, inDays, amount, chargeId }: Need,
  subject: OverviewSubject,
  { yours, priceNews }: Pick<NeedAnswer, 'yours'> & { priceNews: PriceNews | null },
): NeedAnswer => ({
  ...presentSubject(subject),
  need: kind,
  on,
  days: inDays,
  amount,
  chargeId,
  memberId: actions[kind] === 'pay' ? subject.paidBy : subject.managedBy,
  action: actions[kind],
  yours,
  priceNews,
  stopsAt: kind === 'stopsSoon' ? subject.stopsAt : null,
})

const totalsOf = (rows: readonly PayerDebits[]) => [...sumByCurrency(rows)]

const debitsOf = (payers: readonly PayerDebits[]): PayerDebit[] =>
  payers.flatMap(({ debits }) => debits).toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))

const presentDebit = (
  { on, amount, currency, memberId, expected }: PayerDebit,
  subject: OverviewSubject,
): CashAnswer['debits'][number] => ({
  ...presentSubject(subject),
  on,
  amount: { amount, currency },
  memberId: memberId ?? '',
  expected,
})

/** The first of them, with the whole of the last day: only what is shown is put in order by name. */
const soonestOf = (debits: readonly PayerDebit[]): readonly PayerDebit[] => {
  const last = debits[DEBITS_SHOWN - 1]
  return last === undefined ? debits : debits.filter(({ on }) => on <= last.on)
}

const presentCash = (
  payers: readonly PayerDebits[],
  subjectOf: (id: string) => OverviewSubject,
  { today, names }: OverviewFactsRead,
): CashAnswer => {
  const debits = debitsOf(payers)
  const soonest = soonestOf(debits).map((debit) => presentDebit(debit, subjectOf(debit.subscriptionId)))
  return {
    until: addDays(today, CASH_DAYS),
    totals: totalsOf(payers),
    byPayer: [...Map.groupBy(payers, ({ memberId }) => memberId ?? '')].map(([memberId, rows]) => ({
      memberId,
      memberName: names.get(memberId) ?? '',
      totals: totalsOf(rows),
    })),
    days: [...Map.groupBy(debits, ({ on }) => on)].map(([on, ofDay]) => ({
      on,
      totals: [...sumByCurrency(ofDay)],
    })),
    count: debits.length,
    debits: namedWithin(soonest, (a, b) => a.on === b.on).slice(0, DEBITS_SHOWN),
  }
}

const nextOf = ({ facts }: OverviewSubject, today: CalendarDate) => {
  const { terms } = facts
  if (terms.opened === null) return nextPeriods(terms, today, 1)[0]
  return hasPeriod(terms, terms.opened) ? periodByIndex(terms, terms.opened) : undefined
}

const renewalOf = rememberedOn((subject: OverviewSubject, today) => {
  const status = statusOf(subject.facts, today)
  const next = status === 'active' || status === 'trialing' ? nextOf(subject, today) : undefined
  if (next === undefined) return null
  const { startsOn: renewsOn, amount, currency } = next
  return { ...presentSubject(subject), renewsOn, amount: { amount, currency } }
})

type Renewal = NonNullable<ReturnType<typeof renewalOf>>

const comesBefore = (one: Renewal, other: Renewal): boolean =>
  one.renewsOn === other.renewsOn ? one.name < other.name : one.renewsOn < other.renewsOn

/** Few of many: each is put in its place, or left out at once. */
const soonestRenewals = (subjects: readonly OverviewSubject[], today: CalendarDate): Renewal[] => {
  const soonest: Renewal[] = []
  for (const subject of subjects) {
    const renewal = renewalOf(subject, today)
    if (renewal === null) continue
    const last = soonest.at(-1)
    if (soonest.length === RENEWALS_SHOWN && last !== undefined && !comesBefore(renewal, last)) continue
    const place = soonest.findIndex((other) => comesBefore(renewal, other))
    soonest.splice(place === -1 ? soonest.length : place, 0, renewal)
    if (soonest.length > RENEWALS_SHOWN) soonest.pop()
  }
  return soonest
}

const presentRunning = (
  { counts, monthlyCost }: Overview,
  { subjects, today }: OverviewFactsRead,
): OverviewAnswer['running'] => {
  return {
    count: counts.running,
    byKind: subscriptionKinds.flatMap((kind) =>
      counts.byKind[kind] === 0 ? [] : [{ kind, count: counts.byKind[kind] }],
    ),
    monthlyCost: [...monthlyCost],
    renewals: soonestRenewals(subjects, today),
  }
}

const presentSaving = ({ kind, subject, now, after, perYear, plan, coveredBy, service }: Saving) => ({
  ...presentSubject(subject),
  saving: kind,
  perYear,
  now,
  after,
  because: {
    planId: plan?.id ?? null,
    planName: plan?.name ?? null,
    coveredBy: coveredBy?.id ?? null,
    coveredByName: coveredBy?.name ?? null,
    serviceName: service?.name ?? null,
    tier: service?.tier ?? null,
  },
})

const NO_CHARGES: readonly OverviewCharge[] = []

const isSameCharge = (one: OverviewCharge, other: OverviewCharge | undefined): boolean =>
  one.id === other?.id &&
  one.index === other.index &&
  one.currency === other.currency &&
  one.billedOn === other.billedOn &&
  one.dueOn === other.dueOn &&
  one.amount === other.amount &&
  one.paid === other.paid &&
  one.waived === other.waived &&
  one.voided === other.voided &&
  one.booked === other.booked

const standing = rememberedBeside(
  (subject: OverviewSubject, charges: readonly OverviewCharge[], today) =>
    standingOf(subject, charges, today),
  (one, other) => one.length === other.length && one.every((charge, at) => isSameCharge(charge, other[at])),
)

const overviewOf = ({ subjects, charges, today }: OverviewFactsRead): Overview => {
  const chargesOf = chargesBySubscription(charges)
  const standings = subjects.map((subject) =>
    standing(subject, chargesOf.get(subject.id) ?? NO_CHARGES, today),
  )
  return overviewOfStandings(standings, today)
}

/** What waits for somebody, dearer prices among them; what waits for who looks comes first. */
const needsOf = (
  { subjects, charges, today, viewerId, actors }: OverviewFactsRead,
  { needsYou }: Overview,
  subjectOf: (id: string) => OverviewSubject,
): Pick<OverviewAnswer, 'needs' | 'needCount'> => {
  const news = priceNewsOfAll(subjects, charges, today)
  const changes = [...news].map(([subscriptionId, told]) => needOfPrice(subscriptionId, told, today))
  const all = [...needsYou, ...changes].toSorted(compareNeeds)
  const [yours, others]: [Need[], Need[]] = [[], []]
  for (const need of all) {
    const { paidBy, managedBy, ownerMemberId: ownerId, isPrivate } = subjectOf(need.subscriptionId)
    const people = { paidBy, managedBy, ownerId, isPrivate }
    const isYours = isNeedOf(viewerId, { kind: need.kind, people, actors })
    ;(isYours ? yours : others).push(need)
  }
  const shown = [...yours, ...others].slice(0, NEEDS_SHOWN).map((need, at): NeedAnswer => {
    const told = need.kind === 'priceChange' ? news.get(need.subscriptionId) : undefined
    return presentNeed(need, subjectOf(need.subscriptionId), {
      yours: at < yours.length,
      priceNews: told ?? null,
    })
  })
  return {
    needs: namedWithin(shown, (a, b) => a.yours === b.yours && a.need === b.need && a.on === b.on),
    needCount: all.length,
  }
}

/** The five answers of the first screen, from plain facts. */
export const presentOverview = (facts: OverviewFactsRead): OverviewAnswer => {
  const { today, currency, subjects, months, between, saving } = facts
  const overview = overviewOf(facts)
  const byId = new Map(subjects.map((subject) => [subject.id, subject]))
  const subjectOf = (id: string): OverviewSubject => {
    const subject = byId.get(id)
    if (subject === undefined) throw new Error(`Subscription ${id} is not among the facts.`)
    return subject
  }
  return {
    today,
    currency,
    ...needsOf(facts, overview, subjectOf),
    steps: facts.steps,
    arrivals: facts.arrivals,
    assumed: presentAssumed(facts.assumed, (id) => byId.get(id)),
    unasked: facts.unasked.map(presentSubject),
    toClaim: presentClaims(facts.claimable, today),
    unused: presentUnused(facts.unused, today),
    next14: presentCash(overview.next14, subjectOf, facts),
    between,
    months: presentMonths(months, today),
    saving: saving === null ? null : presentSaving(saving),
    cheapest: facts.cheapest,
    running: presentRunning(overview, facts),
  }
}
