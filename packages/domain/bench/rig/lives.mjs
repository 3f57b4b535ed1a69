import { addDays } from '../../src/index.ts'

const inr = (amount) => ({ amount, currency: 'INR' })
const every = (count, unit) => ({ count, unit })
const intervals = [
  every(1, 'month'),
  every(28, 'day'),
  every(84, 'day'),
  every(1, 'week'),
  every(3, 'month'),
  every(1, 'year'),
]
const starts = ['2027-01-31', '2028-02-29', '2026-12-01', '2027-08-30', '2027-05-15']

const some = (random, value) => (random.between(1, 4) === 1 ? value : undefined)

/** What somebody may enter: paid ahead, by hand or as a bill, with a trial or a first price. */
export function aDraft(random) {
  const interval = random.oneOf(intervals)
  const startsOn = addDays(random.oneOf(starts), random.between(0, 40))
  const tax = some(random, { included: false, basisPoints: 1800 })
  const base = { startsOn, interval, price: inr(random.between(1, 90_000)), tax }
  const isOfMonths = interval.unit === 'month' || interval.unit === 'year'
  const kind = random.oneOf(['ahead', 'byHand', ...(isOfMonths ? ['bill'] : [])])
  if (kind === 'byHand') return { ...base, renewal: 'manual' }
  const first = {
    trial: kind === 'ahead' ? some(random, every(7, 'day')) : undefined,
    intro: some(random, { price: inr(random.between(1, 900)), periods: random.between(1, 6) }),
  }
  if (kind === 'ahead') return { ...base, ...first }
  return { ...base, billDay: random.between(1, 31), dueDays: random.between(0, 30) }
}

/** Something that may happen, legal or not. */
export function anAct(random, records, today) {
  const price = inr(random.between(1, 90_000))
  const kind = random.oneOf([
    'recharge',
    'price',
    'plan',
    'pause',
    'resume',
    'cancel',
    'reactivate',
    'end',
    'correct',
  ])
  switch (kind) {
    case 'recharge':
      return {
        kind: 'recharged',
        renewedOn: today,
        ...random.oneOf([{}, { interval: every(84, 'day'), price }]),
      }
    case 'price':
      return { kind: 'priceChanged', price }
    case 'plan':
      return { kind: 'planChanged', fromOn: addDays(today, random.between(0, 30)), change: { price } }
    case 'pause':
      return {
        kind: 'paused',
        fromOn: today,
        untilOn: random.oneOf([null, addDays(today, random.between(1, 60))]),
      }
    case 'resume':
      return { kind: 'resumed', resumedOn: today }
    case 'cancel':
      return { kind: 'cancelled', mode: random.oneOf(['now', 'atPeriodEnd']) }
    case 'reactivate':
      return { kind: 'reactivated' }
    case 'end':
      return { kind: 'ended' }
    default: {
      const [{ id, act }] = records
      const startsOn = addDays(act.draft.startsOn, random.between(-20, 20))
      return {
        kind: 'corrected',
        of: id,
        to: { ...act, draft: { ...act.draft, startsOn, price } },
        reason: null,
      }
    }
  }
}
