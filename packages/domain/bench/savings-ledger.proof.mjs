// The saving that is shown is the difference of two ledgers: twelve months of days are walked with what households have, and again with
// the steps of the cheapest set done on their days, and charges are raised as billing raises them.
// `node packages/domain/bench/savings-ledger.proof.mjs [seed] [households]`
import { strictEqual } from 'node:assert/strict'
import { addDays, addMonths, factsOfActs, lastEndOf } from '../src/index.ts'
import { cheapestSet } from '../src/savings/cheapest-set.ts'
import { Book } from './rig/charge-book.mjs'
import { indianHousehold, offers, today } from './rig/indian-households.mjs'
import { randomFrom, seedOf } from './rig/random.mjs'

const seed = seedOf()
const wanted = Number(process.argv[3] ?? 200)
const random = randomFrom(seed)
const until = addMonths(today, 12)
const offerOf = new Map(offers.map((offer) => [offer.id, offer]))
let acts = 0

const record = (on, act) => ({ id: `act ${acts++}`, on, at: `${on}T06:30:00Z`, by: null, act })

/** A subscription that somebody looks after every day: recharged when its pack is over, until it is left. */
class Kept {
  book = new Book()

  constructor(records, { leaveOn = null } = {}) {
    this.records = records
    this.leaveOn = leaveOn
  }

  walk(day) {
    const { terms, cancellation } = factsOfActs(this.records)
    const isLast = this.leaveOn !== null && addDays(this.leaveOn, -1) === day
    const renewsByItself = terms.opened === null
    if (isLast && renewsByItself && cancellation === undefined)
      this.records = [...this.records, record(day, { kind: 'cancelled', mode: 'atPeriodEnd' })]
    const isOver = !renewsByItself && lastEndOf(terms) === day
    if (isOver && (this.leaveOn === null || day < this.leaveOn))
      this.records = [...this.records, record(day, { kind: 'recharged', renewedOn: day })]
    this.book.reconcile(factsOfActs(this.records), day)
  }

  paid() {
    return this.book
      .inForce()
      .filter(({ dueOn }) => dueOn >= today && dueOn < until)
      .reduce((sum, { amount }) => sum + amount, 0)
  }
}

const begun = (offer, startsOn) => {
  const { interval, price, tax, isPostpaid, renewal, id } = offer
  const more = isPostpaid ? { billDay: Number(startsOn.slice(8)) } : { renewal }
  return [
    record(startsOn, { kind: 'started', draft: { startsOn, interval, price, tax, planId: id, ...more } }),
  ]
}

/** What is paid within the year by subscriptions that are there, and by those that begin on a day. */
function ledger(kept, beginning) {
  let fees = 0
  const all = [...kept]
  for (let day = today; day < until; day = addDays(day, 1)) {
    for (const { offer, on, withFee } of beginning.filter((one) => one.on === day)) {
      all.push(new Kept(begun(offer, on)))
      if (withFee) fees += offer.fee
    }
    for (const one of all) one.walk(day)
  }
  return all.reduce((sum, one) => sum + one.paid(), fees)
}

function ledgersDifferByTheSaving() {
  const input = indianHousehold(random, { lines: 3, streams: 5 })
  const set = cheapestSet(input, { secondBest: false })
  const heldOf = new Map(input.held.map((held) => [held.subscription.id, held]))
  const leaveOn = new Map(
    set.best.chosen
      .filter(({ subscriptionId, what }) => subscriptionId !== null && what !== 'stays')
      .map(({ subscriptionId, on }) => [subscriptionId, on]),
  )
  const beginning = set.best.chosen
    .filter(({ planId, isSeat }) => planId !== null && !isSeat)
    .map(({ planId, subscriptionId, on }) => ({
      offer: offerOf.get(planId),
      on,
      withFee: heldOf.get(subscriptionId)?.providerId !== offerOf.get(planId).providerId,
    }))
  const now = ledger(
    input.held.map(({ subscription }) => new Kept(subscription.records)),
    [],
  )
  const best = ledger(
    input.held.map(
      ({ subscription: { id, records } }) => new Kept(records, { leaveOn: leaveOn.get(id) ?? null }),
    ),
    beginning,
  )
  strictEqual(now, set.now.total, 'what is paid as it is')
  strictEqual(best, set.best.total, 'what is paid with the change')
  strictEqual(now - best, set.saving)
  return set.isBetter
}

console.log(`seed ${seed}`)
let better = 0
for (let household = 0; household < wanted; household++) if (ledgersDifferByTheSaving()) better++
console.log(
  `${wanted} households, ${better} with a cheaper set: each saving is the difference of two ledgers`,
)
