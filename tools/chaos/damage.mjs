import { fileOf, overwritePage } from './faults.mjs'
import { slowest, summaryOf } from './measure.mjs'

/**
 * One page of the payments is damaged while all is stopped: what needs it is 503, the rest works, and with the page
 * back from a backup everything does.
 * @param {import('./faults.mjs').Installation} installation
 * @param {Awaited<ReturnType<typeof import('./traffic.mjs').openTraffic>>} traffic
 * @param {() => Promise<void>} untilReady
 * @returns {Promise<import('./measure.mjs').Row>}
 */
export async function damage(installation, traffic, untilReady) {
  const path = await fileOf(installation, 'payments')
  /** @type {Buffer | undefined} */
  let page
  await installation.whileStopped(async () => void (page = await overwritePage(path)))
  await untilReady()
  const needing = await traffic.history()
  const others = await traffic.round()
  const said = installation.lastLine()
  await installation.whileStopped(async () => void (await overwritePage(path, page)))
  const since = performance.now()
  await untilReady()
  const healed = await traffic.history()
  const recoveryMs = performance.now() - since
  const complaints = [
    ...(needing.status === 503 ? [] : [`history was ${needing.status} on a damaged page`]),
    ...others.filter(({ status }) => status >= 300).map(({ kind, status }) => `${kind} was ${status}`),
    ...(healed.status === 200 ? [] : [`history was ${healed.status} on the page of the backup`]),
  ]
  return {
    answers: `history ${needing.status} · ${summaryOf(others)}`,
    slowestMs: slowest(others),
    recoveryMs,
    complaints,
    remark: `it said: ${said}`,
  }
}
