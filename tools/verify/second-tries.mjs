import { relative } from 'node:path'
import { root } from '../setup/root.mjs'

/**
 * What vitest reports of a file: a test that failed and then passed has passed, and keeps what it failed with.
 * @typedef {{ name: string, assertionResults: { fullName: string, status: string, failureMessages?: string[] | null }[] }} FileTries
 */

/** Remembers which tests passed only when they were tried again: each waits for something it does not name. */
export class SecondTries {
  /** @type {string[]} */
  #tries = []

  /** @param {FileTries[]} files */
  add(files) {
    for (const { name, assertionResults } of files)
      for (const { fullName, status, failureMessages } of assertionResults)
        if (status === 'passed' && failureMessages?.[0] !== undefined)
          this.#tries.push(`  ${relative(root, name)}: ${fullName}: ${firstLine(failureMessages[0])}`)
  }

  /** What to mend, with what it failed with at first; nothing where all passed at once. */
  lines() {
    return this.#tries.length === 0 ? [] : ['', '!!! Passed only at the second try:', ...this.#tries]
  }
}

/** @param {string} text */
const firstLine = (text) => text.split('\n', 1)[0] ?? ''
