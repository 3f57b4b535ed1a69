// Whether the time of an answer tells who has an account: known against unknown addresses at sign-in and at reset, 200
// tries each, in turns so that both meet the same machine. `npm run bench -- sign-in-timing`
import { randomUUID } from 'node:crypto'
import { startTestPostgres } from '../../../tools/postgres/test-server.mjs'
import { freePort, start } from './rig/processes.mjs'

const TRIES = 200
const LARGEST_DIFFERENCE = 0.1

const postgres = await startTestPostgres()
const api = await start('api', {
  DATABASE_URL: await postgres.createDatabase(),
  APP_SECRET: 'a secret for one bench, used nowhere else',
  PORT: await freePort(),
  SERVICE_ROLE: 'api',
  LIMITS: 'off',
  LOG_LEVEL: 'warn',
})

const post = async (path, body) => {
  const from = performance.now()
  const response = await fetch(`${api.url}/v1/auth/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Client': 'mobile' },
    body: JSON.stringify(body),
  })
  await response.text()
  return { ms: performance.now() - from, status: response.status }
}

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]

const known = `${randomUUID()}@example.org`
await post('register', { email: known, password: 'correct horse battery', name: 'Asha' })
const unknown = () => `${randomUUID()}@example.org`

const attempts = {
  'sign-in': (email) => post('sign-in', { email, password: 'not the password' }),
  'forgot-password': (email) => post('forgot-password', { email }),
}

let failed = false
for (const [name, attempt] of Object.entries(attempts)) {
  const times = { known: [], unknown: [] }
  const statuses = new Set()
  for (let warm = 0; warm < 20; warm++) await attempt(warm % 2 === 0 ? known : unknown())
  for (let n = 0; n < TRIES; n++)
    // Whoever goes first in a pair may find a warmer machine: they take turns.
    for (const who of n % 2 === 0 ? ['known', 'unknown'] : ['unknown', 'known']) {
      const { ms, status } = await attempt(who === 'known' ? known : unknown())
      times[who].push(ms)
      statuses.add(status)
    }
  const [a, b] = [median(times.known), median(times.unknown)]
  const difference = Math.abs(a - b) / Math.min(a, b)
  const isMet = difference <= LARGEST_DIFFERENCE && statuses.size === 1
  failed ||= !isMet
  console.log(
    `${name.padEnd(16)} known ${a.toFixed(1)} ms   unknown ${b.toFixed(1)} ms   differ by ${(difference * 100).toFixed(1)} %   ${isMet ? 'ok' : 'TOO MUCH'}`,
  )
}

api.stop()
await postgres.stop()
process.exitCode = failed ? 1 : 0
