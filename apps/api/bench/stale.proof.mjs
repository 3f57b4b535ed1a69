// A change of a subscription is held on its way to billing until a newer one has been brought, and let go then: 1,000 times the newer
// one must stand, in the charges and in the document. `npm run bench -- stale.proof`
import { startTestPostgres } from '../../../tools/postgres/test-server.mjs'
import { aTemplate } from './rig/ledger-rows.mjs'
import { buildProcess } from './rig/process-build.mjs'
import { freePort, start } from './rig/processes.mjs'
import { upkeepEnv } from './rig/upkeep-env.mjs'

const TIMES = Number(process.argv[2] ?? 1000)

const program = await buildProcess('upkeep')
const postgres = await startTestPostgres()
try {
  const api = await start(program, upkeepEnv(await postgres.createDatabase(), await freePort()))
  const { token, householdId, subscriptionId } = await aTemplate(api.url)
  const home = `/v1/households/${householdId}`
  const { stood } = await api.ask({ type: 'stale', home, token, subscriptionId, times: TIMES })
  console.log(`the newer change stood ${stood.toLocaleString('en')} of ${TIMES.toLocaleString('en')} times`)
  if (stood !== TIMES) process.exitCode = 1
  api.stop()
} finally {
  await postgres.stop()
}
