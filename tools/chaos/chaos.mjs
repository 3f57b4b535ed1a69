import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApi, buildWeb } from '../build/build.mjs'
import { Failure } from '../failure.mjs'
import { freePort } from '../postgres/server.mjs'
import { mountSmallDisk } from '../postgres/small-disk.mjs'
import { pause } from '../process.mjs'
import { damage } from './damage.mjs'
import { faultsOf } from './faults.mjs'
import { startInstallation } from './installation.mjs'
import { measure, printHead, printRow } from './measure.mjs'
import { openSideStores } from './side-stores.mjs'
import { openTraffic } from './traffic.mjs'

/**
 * A real installation on a throw-away database, hurt in one way after the other while people use it. Prints a row per
 * fault; fails when an answer takes longer than two seconds, is another than allowed, or when it is not well again
 * within ten seconds. With words, the faults whose name holds one of them. STREAMLINE_TRACE=1 shows what it says.
 * @param {string[]} words
 */
export async function main(words) {
  await buildApi()
  await buildWeb()
  const disks = { tables: await mountSmallDisk(96), log: await mountSmallDisk(400) }
  if (!disks.tables || !disks.log)
    console.log('NOT TESTED: full disks. This process may not mount one: be root.')
  const sideStores = await openSideStores()
  for (const name of ['Redis', 'MongoDB'])
    if (!sideStores.some((store) => store.name === name))
      console.log(`NOT TESTED: ${name} is not configured.`)
  const dataDir = disks.log
    ? join(disks.log.folder, 'data')
    : await mkdtemp(join(tmpdir(), 'streamline-chaos-'))
  if (!disks.log) await chmod(dataDir, 0o755)
  const port = await freePort()
  const variables = { LIMITS: 'off', ...Object.assign({}, ...sideStores.map((store) => store.variables)) }
  const installation = startInstallation({ port, dataDir, variables })
  const url = `http://localhost:${port}`
  let missed = 0
  try {
    await untilReady(url)
    const { tables } = disks
    if (tables)
      await installation.whileStopped(async () => tables.take(join(await installation.cluster(), 'base')))
    await untilReady(url)
    const traffic = await openTraffic(url)
    const rows = [
      ...faultsOf(installation, disks, sideStores).map((fault) => ({
        name: fault.name,
        run: () => measure(fault, traffic, installation),
      })),
      { name: 'a page of a table damaged', run: () => damage(installation, traffic, () => untilReady(url)) },
    ]
    printHead()
    for (const { name, run } of rows) {
      if (words.length > 0 && !words.some((word) => name.includes(word))) continue
      const row = await run()
      printRow(name, row)
      if (row.complaints.length > 0) missed++
    }
  } finally {
    await installation.stop()
    for (const store of sideStores) await store.stop()
    await Promise.all([
      disks.tables?.remove(),
      disks.log?.remove(),
      rm(dataDir, { recursive: true, force: true }),
    ])
  }
  if (missed > 0) throw new Failure(`${missed} of the faults were not borne as promised`)
  process.exit(0)
}

/** @param {string} url */
async function untilReady(url) {
  const isReady = () =>
    fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
  for (let tries = 0; !(await isReady()); tries++) {
    if (tries > 600) throw new Failure('The application did not become ready')
    await pause(100)
  }
}
