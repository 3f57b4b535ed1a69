import { relative } from 'node:path'
import { root } from '../setup/root.mjs'

/**
 * What vitest reports of a file, in milliseconds.
 * @typedef {{ name: string, startTime: number, endTime: number, assertionResults: { fullName: string, status: string, duration?: number | null }[] }} FileTimes
 */

const SHOWN = 10

/** Remembers how long files and tests took, to say at the end where the minutes went. */
export class Slowest {
  /** By file: one that runs on two stores has the time of both. @type {Map<string, number>} */
  #files = new Map()
  /** @type {{ name: string, ms: number }[]} */
  #tests = []

  /** @param {FileTimes[]} files */
  add(files) {
    for (const { name, startTime, endTime, assertionResults } of files) {
      const file = relative(root, name)
      this.#files.set(file, (this.#files.get(file) ?? 0) + endTime - startTime)
      for (const { fullName, duration } of assertionResults)
        this.#tests.push({ name: `${file}: ${fullName}`, ms: duration ?? 0 })
    }
  }

  /** The slowest files and tests, the slowest first; nothing where nothing ran. */
  lines() {
    if (this.#tests.length === 0) return []
    const files = [...this.#files].map(([name, ms]) => ({ name, ms }))
    return ['', 'The slowest files:', ...longest(files), '', 'The slowest tests:', ...longest(this.#tests)]
  }
}

/** @param {{ name: string, ms: number }[]} took */
const longest = (took) =>
  took
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, SHOWN)
    .map(({ name, ms }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${name}`)
