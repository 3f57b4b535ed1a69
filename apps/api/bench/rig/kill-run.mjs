import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { ledgerFaults } from '../../test/ledger-checks.ts'
import { startKillable } from './killable.mjs'
import { aHomeWithDues, moveClock, signIn } from './payment-home.mjs'
import { PaymentRun } from './payment-run.mjs'

const CLIENTS = 5

const same = (what, found, expected) => {
  const lost = [...expected].filter((id) => !found.has(id))
  const extra = [...found].filter((id) => !expected.has(id))
  if (lost.length + extra.length > 0)
    throw new Error(`${what}: ${lost.length} lost, ${extra.length} too many`)
}

/** Payments on a database of their own, whose process is killed so many times. Answers what happened. */
export async function killRun({ databaseUrl, random, rounds }) {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const rowsOf = async (text) => (await client.query(text)).rows
  const idsOf = async (text) => new Set((await rowsOf(text)).map(({ id }) => id))
  let api = await startKillable(databaseUrl)
  let next
  const run = new PaymentRun(random, await aHomeWithDues(api.url))
  const dues = await idsOf('select id from charges')
  let written = 0

  /** What the dead process had sent is still on its way to the end, or to nothing. */
  const untilNobodyWrites = async () => {
    const others = `select 1 from pg_stat_activity
      where application_name = 'streamline' and datname = current_database() and state <> 'idle'`
    while ((await rowsOf(others)).length > 0) await pause(5)
  }

  const checkBooks = async () => {
    const faults = await ledgerFaults(client)
    if (faults.length > 0) throw new Error(faults.join('\n'))
    const { payments, settlements } = run.acknowledged
    const [made] =
      await rowsOf(`select (select count(*) from payments where recorded_by is not null)::int as payments,
      (select count(*) from settlements)::int as settlements`)
    written += made.payments - payments.size + made.settlements - settlements.size
  }

  /** Everybody at once for a moment, in the middle of which the process is gone. */
  const burst = async () => {
    const over = new AbortController()
    const clients = Array.from({ length: CLIENTS }, async () => {
      while (!over.signal.aborted) await run.send(api.url, run.any())
    })
    await pause(random.between(10, 500))
    over.abort()
    await api.kill()
    await Promise.all(clients)
  }

  const checkEnd = async () => {
    run.token = await signIn(api.url)
    await run.retry(api.url)
    const before = written
    await checkBooks()
    if (written !== before) throw new Error(`${written - before} more are written than were answered`)
    const { payments, settlements, undone, corrections } = run.acknowledged
    same('payments', await idsOf('select id from payments where recorded_by is not null'), payments)
    same('settlements', await idsOf('select id from settlements'), settlements)
    same('undone', await idsOf('select id from settlements where undone_at is not null'), undone)
    same('dues', await idsOf('select id from charges'), dues)
    const [{ count }] = await rowsOf(
      `select count(*)::int as count from charge_corrections where kind = 'correction'`,
    )
    if (count !== corrections) throw new Error(`${count} corrections, ${corrections} were answered`)
  }

  try {
    for (let round = 1; round <= rounds; round++) {
      // The next process gets up meanwhile.
      next = startKillable(databaseUrl)
      next.catch(() => {})
      await run.retry(api.url)
      await run.lookAtBalances(api.url)
      await burst()
      await untilNobodyWrites()
      await checkBooks()
      api = await next
      await moveClock(api.url, 20)
      if (round % 10 === 0) run.token = await signIn(api.url)
    }
    await checkEnd()
  } finally {
    await api.kill()
    await (await next?.catch(() => undefined))?.kill()
    await client.end()
  }
  const { payments, settlements } = run.acknowledged
  return { ...run.counts, written, payments: payments.size, settlements: settlements.size, dues: dues.size }
}
