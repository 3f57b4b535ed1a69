// Previews of 24 periods per second on one core: `node packages/domain/bench/preview.bench.mjs`
import { line } from '../../../tools/bench/line.mjs'
import { previewPeriods } from '../src/index.ts'

const inr = (amount) => ({ amount, currency: 'INR' })
const drafts = {
  'monthly from the 31st': {
    startsOn: '2026-01-31',
    interval: { count: 1, unit: 'month' },
    price: inr(64900),
  },
  '28-day pack, manual': {
    startsOn: '2026-01-01',
    interval: { count: 28, unit: 'day' },
    price: inr(29900),
    renewal: 'manual',
  },
  'postpaid, bill day 5, GST': {
    startsOn: '2026-01-20',
    interval: { count: 1, unit: 'month' },
    price: inr(82000),
    tax: { included: false, basisPoints: 1800 },
    billDay: 5,
    dueDays: 15,
  },
  'trial, intro, monthly': {
    startsOn: '2026-01-31',
    interval: { count: 1, unit: 'month' },
    price: inr(29900),
    trial: { count: 7, unit: 'day' },
    intro: { price: inr(9900), periods: 3 },
  },
}

for (const [name, draft] of Object.entries(drafts)) {
  for (let i = 0; i < 20_000; i++) previewPeriods(draft, 24)
  const runs = 100_000
  const start = process.cpuUsage().user
  for (let i = 0; i < runs; i++) previewPeriods(draft, 24)
  const seconds = (process.cpuUsage().user - start) / 1e6
  line(name, runs / seconds, { atLeast: 50_000, digits: 0, unit: 'previews/s' })
}
