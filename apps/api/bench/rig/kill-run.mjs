import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { ledgerFaults } from '../../test/ledger-checks.ts'
import { startKillable } from './killable.mjs'
import { aHomeWithDues, moveClock, signIn } from './payment-home.mjs'
import { PaymentRun } from './payment-run.mjs'
import { faultOf, SubscriptionRun } from './subscription-run.mjs'

const CLIENTS = 5
/** Subscriptions that are compared after each kill; in the end all are. */
const LOOKED_AT = 6

const dayOf = async (url, run) => (await run.read(url, '')).today

const same = (what, found, expected) => {
  const lost = [...expected].filter((id) => !found.has(id))
  const extra = [...found].filter((id) => !expected.has(id))
  if (lost.length + extra.length > 0)
    throw new Error(`${what}: ${lost.length} lost, ${extra.length} too many`)
}

/** Payments and subscriptions on stores of their own, whose process is killed so many times. Answers what happened. */
export async function killRun({ databaseUrl, mongodbUrl, random, rounds }) {
  const stores = { databaseUrl, mongodbUrl }
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const rowsOf = async (text, values) => (await client.query(text, values)).rows
  const idsOf = async (text, values) => new Set((await rowsOf(text, values)).map(({ id }) => id))
  let api = await startKillable(stores)
  let next
  const run = new PaymentRun(random, await aHomeWithDues(api.url))
  const lines = new SubscriptionRun(random, run)
  const dues = await idsOf('select id from charges')
  const first = [...(await idsOf('select id from billed_subscriptions'))]
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
    const clients = Array.from({ length: CLIENTS }, async (_, number) => {
      while (!over.signal.aborted)
        await run.send(api.url, (random.between(0, 1) === 1 && lines.any(number)) || run.any())
    })
    // What went wrong is told when all have ended.
    for (const ended of clients) ended.catch(() => {})
    await pause(random.between(10, 500))
    over.abort()
    await api.kill()
    await Promise.all(clients)
  }

  /** As it is when what its last write owes to billing, where a part was away just then, has been made good. */
  const settled = async ({ id }) => {
    const shown = await run.read(api.url, `/subscriptions/${id}`)
    if (!shown.pending) return shown
    await moveClock(api.url, 60)
    return run.read(api.url, `/subscriptions/${id}`)
  }

  /** Facts and charges are those that were answered. All is answered. */
  const checkSubscriptions = async (subscriptions) => {
    const today = await dayOf(api.url, run)
    for (const subscription of subscriptions) {
      const shown = await settled(subscription)
      const charges = await rowsOf(
        `select c.id, c.index, c.billed_on::text as "billedOn", c.amount::float8 as amount, b.name
        from charges c join billed_subscriptions b on b.id = c.subscription_id
        where c.subscription_id = $1 and c.voided_at is null`,
        [subscription.id],
      )
      const fault = faultOf(subscription, shown, charges, today)
      if (fault !== null) throw new Error(`${subscription.id} ${fault}`)
    }
  }

  /** None that nobody asked for, and all that somebody did. */
  const checkList = async () => {
    const found = new Set()
    for (let cursor = ''; cursor !== null;) {
      const page = await run.read(api.url, `/subscriptions?limit=100${cursor}`)
      for (const { id } of page.items) found.add(id)
      cursor = page.nextCursor === null ? null : `&cursor=${encodeURIComponent(page.nextCursor)}`
    }
    same('subscriptions', found, new Set([...first, ...lines.all().map(({ id }) => id)]))
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
    same('dues', await idsOf('select id from charges where subscription_id = any($1)', [first]), dues)
    await checkSubscriptions(lines.all())
    await checkList()
    const [{ count }] = await rowsOf(
      `select count(*)::int as count from charge_corrections where kind = 'correction'`,
    )
    if (count !== corrections) throw new Error(`${count} corrections, ${corrections} were answered`)
  }

  try {
    for (let round = 1; round <= rounds; round++) {
      // The next process gets up meanwhile.
      next = startKillable(stores)
      next.catch(() => {})
      await run.retry(api.url)
      if (lines.all().length > 0) await checkSubscriptions(random.some(lines.all(), LOOKED_AT))
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
  const counted = { written, payments: payments.size, settlements: settlements.size, dues: dues.size }
  return { ...run.counts, ...lines.counts, ...counted, subscriptions: lines.all().length }
}
