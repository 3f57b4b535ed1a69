import { pause } from '../process.mjs'

/** @typedef {import('./traffic.mjs').Answer} Answer */
/** @typedef {{ answers: string, slowestMs: number, recoveryMs: number, complaints: string[], remark: string }} Row */

const LONGEST_ANSWER = 2000
const LONGEST_RECOVERY = 10_000
const PATIENCE = 60_000

/**
 * Strikes, listens while the fault lasts, heals, and waits until everything is answered again.
 * @param {import('./faults.mjs').Fault} fault
 * @param {Awaited<ReturnType<typeof import('./traffic.mjs').openTraffic>>} traffic
 * @param {import('./faults.mjs').Installation} installation
 * @returns {Promise<Row>}
 */
export async function measure(fault, traffic, installation) {
  const before = installation.restarts()
  await traffic.round()
  await fault.strike()
  const during = fault.lasts ? await traffic.for(fault.lasts) : []
  await fault.heal?.()
  const since = performance.now()
  const hasReturned = () => !fault.ends || (installation.restarts() > before && installation.isReady())
  const after = await untilWell(traffic, hasReturned)
  const recoveryMs = performance.now() - since
  const answers = [...during, ...(fault.heal ? [] : after)]
  const complaints = [
    ...complaintsAbout(answers, fault),
    ...(recoveryMs > LONGEST_RECOVERY ? [`well again only after ${seconds(recoveryMs)}`] : []),
  ]
  const restarts = installation.restarts() - before
  const remark =
    restarts === 0 ? '' : `started again ${restarts} times; it had said: ${installation.lastWords()}`
  return { answers: summaryOf(answers), slowestMs: slowest(answers), recoveryMs, complaints, remark }
}

/** @param {Awaited<ReturnType<typeof import('./traffic.mjs').openTraffic>>} traffic @param {() => boolean} hasReturned */
async function untilWell(traffic, hasReturned) {
  /** @type {Answer[]} */
  const heard = []
  for (const since = performance.now(); performance.now() - since < PATIENCE; await pause(50)) {
    const round = await traffic.round()
    heard.push(...round)
    if (round.every(isWell) && hasReturned()) break
  }
  return heard
}

/** @param {Answer} answer */
const isWell = ({ status }) => status >= 200 && status < 300

/** @param {Answer[]} answers @param {import('./faults.mjs').Fault} fault */
function complaintsAbout(answers, fault) {
  const kinds = /** @type {const} */ (['ready', 'read', 'write'])
  return kinds.flatMap((kind) => {
    const own = answers.filter((answer) => answer.kind === kind)
    const late = own.filter(({ ms }) => ms > LONGEST_ANSWER)
    const wrong = new Set(own.flatMap((answer) => wrongIn(answer, fault) ?? []))
    return [
      ...(late.length === 0 ? [] : [`${kind}: ${late.length} late, up to ${seconds(slowest(late))}`]),
      ...[...wrong].map((what) => `${kind}: ${what}`),
    ]
  })
}

/** @param {Answer} answer @param {import('./faults.mjs').Fault} fault */
function wrongIn(answer, { allowed, ends }) {
  const { kind, status, hasRetryAfter } = answer
  if (status === 0) return ends ? undefined : 'not answered'
  const isWrong = isWell(answer) ? allowed[kind] === 'away' : status !== 503 || allowed[kind] === 'ok'
  if (isWrong) return String(status)
  return status === 503 && !hasRetryAfter ? '503 without Retry-After' : undefined
}

/** `read 200 ×31 · write 201 ×4, 503 ×27` @param {Answer[]} answers */
export function summaryOf(answers) {
  const kinds = [...new Set(answers.map(({ kind }) => kind))]
  return kinds
    .map((kind) => {
      const statuses = answers.filter((answer) => answer.kind === kind).map(({ status }) => status)
      const counts = [...new Set(statuses)]
        .toSorted((a, b) => a - b)
        .map((status) => `${status || 'none'} ×${statuses.filter((one) => one === status).length}`)
      return `${kind} ${counts.join(', ')}`
    })
    .join(' · ')
}

/** @param {Answer[]} answers */
export const slowest = (answers) => Math.max(0, ...answers.map(({ ms }) => ms))

/** @param {number} ms */
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`

export function printHead() {
  console.log('\n     fault\n       what requests got | slowest answer | well again after\n')
}

/** @param {string} name @param {Row} row */
export function printRow(name, { answers, slowestMs, recoveryMs, complaints, remark }) {
  console.log(`${complaints.length === 0 ? '✓' : '✗'}    ${name}`)
  console.log(`       ${answers || 'nothing was asked'} | ${seconds(slowestMs)} | ${seconds(recoveryMs)}`)
  if (remark) console.log(`       ${remark}`)
  for (const complaint of complaints) console.log(`     ! ${complaint}`)
}
