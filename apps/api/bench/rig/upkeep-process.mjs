// The API with its upkeep at hand, bundled by `process-build.mjs`: it serves HTTP, and does what time makes due when its parent asks.
import 'reflect-metadata'
import { AppModule } from '../../src/app.module.ts'
import { readEnv } from '../../src/env.ts'
import { BillingService } from '../../src/features/billing/billing.service.ts'
import { advancedSubscription } from '../../src/features/subscriptions/advance-subscription.ts'
import { SubscriptionEffectsService } from '../../src/features/subscriptions/subscription-effects.service.ts'
import { SubscriptionRepository } from '../../src/features/subscriptions/subscription.repository.ts'
import { SubscriptionUpkeepService } from '../../src/features/subscriptions/subscription-upkeep.service.ts'
import { createServer, listen } from '../../src/platform/http/server.ts'
import { migrate } from '../../src/platform/postgres/migrate.ts'

const env = readEnv()
await migrate(env.databaseUrl)
const app = await createServer(AppModule.with(env), env)
await listen(app, env)

const timed = async (work) => {
  const began = performance.now()
  const before = process.cpuUsage()
  const done = await work()
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - began, cpu: (user + system) / 1000, done }
}

/** Everything that is due, as the worker does it each minute. */
const advance = ({ now }) => timed(() => app.get(SubscriptionUpkeepService).advance(now))

/** So many of it, each by itself: a transaction and a document at a time. */
const oneByOne = ({ now, count, today, timeZone }) =>
  timed(async () => {
    const due = await app.get(SubscriptionRepository).due(new Date(now).toISOString(), count, null)
    for (const subscription of due) {
      const next = advancedSubscription(subscription, { today, timeZone, now: new Date(now).toISOString() })
      if (next !== null) await app.get(SubscriptionEffectsService).applyAll(next.householdId, [next])
    }
    return due.length
  })

/** Stops the next comparison before it begins. */
function held() {
  const billing = app.get(BillingService)
  const reconcile = billing.reconcile.bind(billing)
  const gate = Promise.withResolvers()
  const reached = Promise.withResolvers()
  billing.reconcile = async (...given) => {
    billing.reconcile = reconcile
    reached.resolve()
    await gate.promise
    return reconcile(...given)
  }
  return { reached: reached.promise, letGo: gate.resolve }
}

/** One change is held before billing hears of it until a newer one has been brought; answers how often the newer one stands. */
async function stale({ home, token, subscriptionId, times }) {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  const call = async (path, method, body) => {
    const response = await fetch(`http://127.0.0.1:${env.port}${home}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(JSON.stringify(answer))
    return answer
  }
  const path = `/subscriptions/${subscriptionId}`
  const change = (name, amount) => call(path, 'PATCH', { name, price: { amount, currency: 'INR' } })
  let stood = 0
  for (let time = 0; time < times; time++) {
    const late = held()
    const older = change(`older ${time}`, 10_000 + time)
    await late.reached
    await change(`newer ${time}`, 50_000 + time)
    late.letGo()
    await older
    const { items } = await call(`/charges?subscriptionId=${subscriptionId}`, 'GET')
    const shown = await call(path, 'GET')
    const stands =
      shown.name === `newer ${time}` &&
      !shown.pending &&
      items.every(({ subscriptionName }) => subscriptionName === `newer ${time}`) &&
      items.at(-1).amount.amount === 50_000 + time
    if (stands) stood++
  }
  return { stood }
}

const work = { advance, oneByOne, stale }
process.on('message', async ({ type, ...question }) => {
  try {
    process.send?.({ type, ...(await work[type](question)) })
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
})
process.once('disconnect', () => process.exit(0))
process.send?.({ type: 'ready' })
