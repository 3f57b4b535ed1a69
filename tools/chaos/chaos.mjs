import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApi, buildWeb } from '../build/build.mjs'
import { Failure } from '../failure.mjs'
import { freePort } from '../postgres/server.mjs'
import { mountSmallDisk } from '../postgres/small-disk.mjs'
import { pause } from '../process.mjs'
import { damage } from './damage.mjs'
import { postgresFaults, sideFaults } from './faults.mjs'
import { startInstallation } from './installation.mjs'
import { measure, printHead, printRow } from './measure.mjs'
import { openSideStores } from './side-stores.mjs'
import { openTraffic } from './traffic.mjs'

/** @typedef {ReturnType<typeof startInstallation>} Installation */
/** @typedef {Awaited<ReturnType<typeof openTraffic>>} Traffic */
/** @typedef {{ name: string, run: () => Promise<import('./measure.mjs').Row> }} Trial */
/** @typedef {{ installation: Installation, traffic: Traffic, url: string }} Site */

/**
 * A real installation on a throw-away database, hurt in one way after the other while people use it. Prints a row per
 * fault; fails when an answer takes longer than two seconds, is another than allowed, or when it is not well again
 * within ten seconds. With words, the faults whose name holds one of them. STREAMLINE_TRACE=1 shows what it says.
 * @param {string[]} words
 */
export async function main(words) {
  await buildApi()
  await buildWeb()
  const isWanted = (/** @type {Trial} */ { name }) =>
    words.length === 0 || words.some((word) => name.includes(word))
  printHead()
  const missed = (await hurtPostgres(isWanted)) + (await hurtSideStores(isWanted))
  if (missed > 0) throw new Failure(`${missed} of the faults were not borne as promised`)
  process.exit(0)
}

/** Everything is in the embedded PostgreSQL. @param {(trial: Trial) => boolean} isWanted */
async function hurtPostgres(isWanted) {
  const disks = { tables: await mountSmallDisk(96), log: await mountSmallDisk(400) }
  const { tables, log } = disks
  if (!tables || !log) console.log('NOT TESTED: full disks. This process may not mount one: be root.')
  const parent = log?.folder ?? tmpdir()
  try {
    return await onSite(parent, {}, async ({ installation, traffic, url }) => {
      if (tables) {
        await installation.whileStopped(async () => tables.take(join(await installation.cluster(), 'base')))
        await untilReady(url)
      }
      const trials = postgresFaults(installation, disks).map((fault) => ({
        name: fault.name,
        run: () => measure(fault, traffic, installation),
      }))
      const damaged = {
        name: 'a page of a table damaged',
        run: () => damage(installation, traffic, () => untilReady(url)),
      }
      return runAll([...trials, damaged].filter(isWanted))
    })
  } finally {
    await tables?.remove()
    await log?.remove()
  }
}

/** @param {(trial: Trial) => boolean} isWanted */
async function hurtSideStores(isWanted) {
  const stores = await openSideStores()
  const variables = Object.assign({}, ...stores.map((store) => store.variables))
  try {
    if (stores.length === 0) return 0
    return await onSite(tmpdir(), variables, ({ installation, traffic }) => {
      const trials = sideFaults(stores).map((fault) => ({
        name: fault.name,
        run: () => measure(fault, traffic, installation),
      }))
      return runAll(trials.filter(isWanted))
    })
  } finally {
    for (const store of stores) await store.stop()
  }
}

/** Answers how many were not borne. @param {Trial[]} trials */
async function runAll(trials) {
  let missed = 0
  for (const { name, run } of trials) {
    const row = await run()
    printRow(name, row)
    if (row.complaints.length > 0) missed++
  }
  return missed
}

/**
 * @template T
 * @param {string} parent the folder in which it keeps its data
 * @param {Record<string, string>} variables
 * @param {(site: Site) => Promise<T>} work
 */
async function onSite(parent, variables, work) {
  const dataDir = await mkdtemp(join(parent, 'streamline-chaos-'))
  await chmod(dataDir, 0o755)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const installation = startInstallation({ port, dataDir, variables: { LIMITS: 'off', ...variables } })
  try {
    await untilReady(url)
    return await work({ installation, traffic: await openTraffic(url), url })
  } finally {
    await installation.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
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
