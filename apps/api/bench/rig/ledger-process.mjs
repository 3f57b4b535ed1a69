// The API with its services at hand, bundled by `ledger-build.mjs`: it serves HTTP, and records payments in process when
// its parent asks.
import 'reflect-metadata'
import { AppModule } from '../../src/app.module.ts'
import { readEnv } from '../../src/env.ts'
import { BalancesService } from '../../src/features/billing/balances/balances.service.ts'
import { PaymentsService } from '../../src/features/billing/payments/payments.service.ts'
import { anAct } from '../../src/platform/http/act.ts'
import { createServer, listen } from '../../src/platform/http/server.ts'
import { migrate } from '../../src/platform/postgres/migrate.ts'

const env = readEnv()
await migrate(env.databaseUrl)
const app = await createServer(AppModule.with(env), env)
await listen(app, env)

const actorOf = ({ id, memberId }) => {
  const place = { name: 'Bench', country: 'IN', currency: 'INR', timeZone: 'Asia/Kolkata', revision: 0 }
  const household = { id, memberId, role: 'owner', ...place }
  return { userId: memberId, name: 'Asha', sessionId: null, permissions: new Set(), demo: false, household }
}

/** Pays one charge after the other, so many at a time, until the time is over. */
async function pay({ households, clients, seconds }) {
  const service = app.get(PaymentsService)
  const until = performance.now() + seconds * 1000
  const began = performance.now()
  const before = process.cpuUsage()
  const latencies = []
  let refused = 0
  const client = async (number) => {
    for (let turn = number; performance.now() < until; turn += clients) {
      const household = households[turn % households.length]
      const id = household.charges.pop()
      if (id === undefined) throw new Error('Too few charges for this bench')
      const start = performance.now()
      await service.record(actorOf(household), { householdId: household.id, id }, anAct()).catch((error) => {
        if (error.code !== 'unavailable') throw error
        refused++
      })
      latencies.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  const { user, system } = process.cpuUsage(before)
  const took = performance.now() - began
  return {
    perSecond: (latencies.length - refused) / (took / 1000),
    refused,
    cpu: (user + system) / 1000 / latencies.length,
    latencies,
  }
}

async function balances({ household, times }) {
  const service = app.get(BalancesService)
  const latencies = []
  for (let time = 0; time < times; time++) {
    const start = performance.now()
    await service.read(actorOf(household))
    latencies.push(performance.now() - start)
  }
  return { latencies }
}

const work = { pay, balances }
process.on('message', async (message) => {
  if (message === 'cpu') return process.send?.({ type: 'cpu', usage: process.cpuUsage() })
  const { type, ...question } = message
  try {
    process.send?.({ type, ...(await work[type](question)) })
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
})
process.once('disconnect', () => process.exit(0))
process.send?.({ type: 'ready' })
