import { availableParallelism, loadavg } from 'node:os'

/** How busy the machine is while something is measured: a figure in seconds means little without it. */
export const load = () =>
  `load ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} ${availableParallelism() === 1 ? 'core' : 'cores'}`

/**
 * @typedef {object} Target
 * @property {number} [atLeast]
 * @property {number} [atMost]
 */

/**
 * One line of a benchmark: what was measured, and what it must reach. A figure that misses its target makes the benchmark end
 * with 1, and `npm run bench` with it; the other lines are printed all the same.
 * @param {string} name @param {number} value
 * @param {Target & { digits?: number, unit?: string }} [options]
 */
export function line(name, value, { atLeast, atMost, digits = 2, unit = '' } = {}) {
  const shown = `${value.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`
  const [bound, limit] = atLeast === undefined ? ['≤', atMost] : ['≥', atLeast]
  if (limit === undefined) return console.log(`${name.padEnd(60)} ${shown.padStart(12)}`)
  const isMet = atLeast === undefined ? value <= limit : value >= limit
  if (!isMet) process.exitCode = 1
  console.log(
    `${name.padEnd(60)} ${shown.padStart(12)}   ${`${bound} ${limit}`.padEnd(9)} ${isMet ? 'ok' : 'MISSED'}`,
  )
}
