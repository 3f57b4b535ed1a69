import { randomUUID } from 'node:crypto'

const DAY = 86_400_000
/** So many of each client; after that, new ones are rare. */
const KEPT = 6
/** A timeline shows six periods ahead. */
const MOST_RENEWALS = 5

const inr = (amount) => ({ amount, currency: 'INR' })

const BEYOND_UNDO = null

const actsOf = ({ id }) => `/subscriptions/${id}/acts`

/** It stands otherwise now; an undo leads back to how it stood. */
const acted = (subscription, then, answer) => {
  const { amount, renewals, isCancelled, isRepriced, before } = subscription
  Object.assign(subscription, then, {
    before: [...before, { amount, renewals, isCancelled, isRepriced }],
    answer,
  })
}

/**
 * What one client after the other does to subscriptions of its own, one act at a time: what must stand in the end is known, however
 * often a process was killed in between.
 */
export class SubscriptionRun {
  /** By client; each with what was answered last. */
  kept = new Map()
  counts = {
    created: 0,
    changed: 0,
    cancelled: 0,
    restarted: 0,
    renewed: 0,
    corrected: 0,
    undone: 0,
    paid: 0,
  }
  number = 0

  constructor(random, { members, today }) {
    Object.assign(this, { random, members, today })
  }

  /** Null when the act before is not answered yet: it comes first. */
  any(client) {
    const own = this.ofClient(client)
    if (own.isWaiting) return null
    own.isWaiting = true
    const { request, done } = this.act(own)
    const took = (answer) => {
      own.isWaiting = false
      done(answer)
    }
    return { key: randomUUID(), took, ...request }
  }

  all() {
    return [...this.kept.values()].flatMap(({ subscriptions }) => subscriptions)
  }

  ofClient(client) {
    const own = this.kept.get(client) ?? { subscriptions: [], isWaiting: false }
    this.kept.set(client, own)
    return own
  }

  act({ subscriptions }) {
    const { random } = this
    if (subscriptions.length === 0 || random.between(1, subscriptions.length < KEPT ? 3 : 40) === 1)
      return this.create(subscriptions)
    const subscription = random.oneOf(subscriptions)
    const kind = random.weighted({ change: 4, life: 5, undo: 3, correct: 2, pay: 2 })
    return this[kind](subscription)
  }

  create(subscriptions) {
    const { random, members } = this
    const name = `Line ${this.number++}`
    const isManual = random.between(1, 3) === 1
    const amount = random.between(1000, 9000)
    const startsOn = new Date(Date.parse(this.today) - random.between(1, 70) * DAY).toISOString().slice(0, 10)
    const terms = isManual
      ? { kind: 'mobile', renewal: 'manual', interval: { count: 28, unit: 'day' } }
      : { kind: 'ott', interval: { count: 1, unit: 'month' }, recordsItself: false }
    const split = { kind: 'equal', memberIds: random.some(members, 2) }
    const body = { name, startsOn, price: inr(amount), split, pastPeriods: 'unpaid', ...terms }
    return this.doing('created', { kind: 'create', path: '/subscriptions', body }, (answer) => {
      const stands = { amount, renewals: 0, isCancelled: false }
      subscriptions.push({
        id: answer.id,
        name,
        startsOn,
        isManual,
        ...stands,
        isRepriced: false,
        before: [],
        answer,
      })
    })
  }

  change(subscription) {
    const name = `Line ${this.number++}`
    // What does not go on by itself has no next price.
    const isPriced = !subscription.isManual && !subscription.isCancelled
    const amount = isPriced ? this.random.between(1000, 9000) : subscription.amount
    const body = { name, ...(isPriced ? { price: inr(amount) } : {}) }
    const request = { kind: 'change', method: 'PATCH', path: `/subscriptions/${subscription.id}`, body }
    return this.doing('changed', request, (answer) => {
      Object.assign(subscription, { name, answer })
      if (isPriced) acted(subscription, { amount, isRepriced: true }, answer)
    })
  }

  /** Its price from the beginning. A later price stands. */
  correct(subscription) {
    const { random } = this
    if (subscription.isManual) return this.change(subscription)
    const amount = random.between(1000, 9000)
    const { startsOn } = subscription
    const body = { act: { kind: 'correct', startsOn, price: inr(amount) } }
    return this.doing('corrected', { kind: 'correct', path: actsOf(subscription), body }, (answer) =>
      acted(subscription, subscription.isRepriced ? {} : { amount }, answer),
    )
  }

  /** The last act, until nothing is left but the beginning. */
  undo(subscription) {
    const last = subscription.before.at(-1)
    if (last === undefined || last === BEYOND_UNDO) return this.change(subscription)
    const request = { kind: 'undoAct', path: actsOf(subscription), body: { act: { kind: 'undo' } } }
    return this.doing('undone', request, (answer) => {
      const { before } = subscription
      Object.assign(subscription, before.at(-1), { before: before.slice(0, -1), answer })
    })
  }

  /** Cancelled, restarted, recharged: what is possible. */
  life(subscription) {
    const path = `/subscriptions/${subscription.id}`
    if (subscription.isManual) {
      if (subscription.renewals >= MOST_RENEWALS) return this.change(subscription)
      const isPaid = this.random.between(0, 1) === 1
      const body = isPaid ? { payment: { method: 'UPI' } } : {}
      return this.doing('renewed', { kind: 'renew', path: `${path}/renew`, body }, (answer) => {
        acted(subscription, { renewals: subscription.renewals + 1 }, answer)
        // What came with it would be taken back too, by a reversal that no answer names.
        if (isPaid) subscription.before[subscription.before.length - 1] = BEYOND_UNDO
      })
    }
    const { isCancelled } = subscription
    const act = isCancelled ? 'reactivate' : 'cancel'
    const request = { kind: act, path: `${path}/${act}`, body: {} }
    return this.doing(isCancelled ? 'restarted' : 'cancelled', request, (answer) =>
      acted(subscription, { isCancelled: !isCancelled }, answer),
    )
  }

  /** A part of what is open, as far as the last answer told. */
  pay(subscription) {
    const open = subscription.answer.timeline.filter(
      ({ chargeId, startsOn, amount, paid }) =>
        chargeId !== null && startsOn <= this.today && amount.amount - paid.amount > 100,
    )
    const entry = this.random.oneOf(open)
    if (entry === undefined) return this.change(subscription)
    const request = {
      kind: 'pay',
      path: `/charges/${entry.chargeId}/payments`,
      body: { amount: inr(this.random.between(1, 100)), paidBy: this.random.oneOf(this.members) },
    }
    return this.doing('paid', request, ({ charge }) => Object.assign(entry, { paid: charge.paid }))
  }

  doing(what, request, took) {
    const done = (answer) => {
      this.counts[what]++
      took(answer)
    }
    return { request, done }
  }
}

/**
 * What is wrong with a subscription, in words; null where facts and charges are what was answered. `charges` are those in force of
 * it, `shown` is what the API says now.
 */
export function faultOf(subscription, shown, charges, today) {
  const { name, amount, isManual, isCancelled, renewals } = subscription
  if (shown.pending) return 'is still owed to billing'
  if (shown.name !== name) return `is called ${shown.name}, not ${name}`
  const inTimeline = new Set(shown.timeline.flatMap(({ chargeId }) => chargeId ?? []))
  if (charges.some(({ id }) => !inTimeline.has(id))) return 'has a charge of a period that does not exist'
  if (new Set(charges.map(({ index }) => index)).size !== charges.length)
    return 'has two charges of one period'
  if (charges.some((charge) => charge.name !== name)) return 'is called otherwise in billing'
  if (isManual)
    return charges.length === 1 + renewals
      ? null
      : `has ${charges.length} charges after ${renewals} recharges`
  if (shown.timeline.some((entry) => entry.startsOn <= today && entry.chargeId === null))
    return 'has a period without its charge'
  if ((shown.status === 'cancelled') !== isCancelled) return `is ${shown.status}`
  const ahead = charges.filter(({ billedOn }) => billedOn > today)
  if (ahead.length !== (isCancelled ? 0 : 1)) return `has ${ahead.length} charges ahead`
  const isPriced = ahead.every((charge) => charge.amount === amount)
  return isPriced ? null : `costs ${ahead[0]?.amount} next, not ${amount}`
}
