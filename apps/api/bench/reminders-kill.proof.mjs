// Worker, API, Redis and PostgreSQL are killed (SIGKILL) at random points while reminders go by letter, to a phone, to a browser and to a
// webhook, and started again: once with jobs in PostgreSQL and once in Redis, at the same time. In the end every message is there, none as two, and none
// came more than a minute after what was killed was back.
// `npm run bench -- reminders-kill`, or `node apps/api/bench/reminders-kill.proof.mjs [seed] [kills of each] [PostgreSQL or Redis, for one alone]`
import { buildApi } from '../../../tools/build/build.mjs'
import { redisProgram } from '../../../tools/redis/program.mjs'
import { randomFrom } from '../test/random.ts'
import { reminderKillRun } from './rig/reminder-kill-run.mjs'

const seed = Number(process.argv[2] ?? process.env.SEED ?? Date.now() % 2 ** 31)
const rounds = Number(process.argv[3] ?? process.env.KILLS ?? 200)
const LATEST = 60

await buildApi()
const began = performance.now()

/** The other goes on where one fails. */
async function prove(jobsIn, number) {
  try {
    const told = { jobsIn, random: randomFrom(seed + number), rounds, tell: console.log }
    const { messages, again, late, kills } = await reminderKillRun(told)
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    const each = Object.entries(kills).map(([what, count]) => `${what} ${count}`)
    console.log(`\nJobs in ${jobsIn}: ${rounds} kills in ${seconds} s (${each.join(', ')})`)
    console.log(`${messages.toLocaleString('en')} messages by four channels: 0 lost, 0 shown twice`)
    console.log(`${again} were sent again under the same key, which their readers show once`)
    console.log(`the latest came ${late.toFixed(1)} s after what was killed was back (at most ${LATEST})`)
    if (late > LATEST) process.exitCode = 1
  } catch (error) {
    console.error(`Jobs in ${jobsIn}: FAILED with seed ${seed}: ${error.stack}`)
    process.exitCode = 1
  }
}

console.log(`seed ${seed}`)
/** One of them alone, by its name. */
const only = process.argv[4]
const runs = only === 'Redis' ? [] : [prove('PostgreSQL', 0)]
if (only === 'PostgreSQL') console.log('Redis is left out')
else if (redisProgram() === undefined) {
  console.error('REDIS WAS NOT TESTED: there is no redis-server on the PATH')
  process.exitCode = 1
} else runs.push(prove('Redis', 1))
await Promise.all(runs)
