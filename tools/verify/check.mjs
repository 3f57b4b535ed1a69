import { staticChecks } from './checks.mjs'
import { runChecks } from './run-checks.mjs'
import { Tally } from './tally.mjs'

/**
 * Types, lint, format, arrows and unused code: what can be known without running anything.
 * @param {string[]} words
 */
export async function main(words) {
  const tally = new Tally()
  const wanted = staticChecks().filter(
    ({ tags }) => words.length === 0 || tags.some((tag) => words.includes(tag)),
  )
  await runChecks(wanted, tally)
  console.log(`\n${tally.line()}`)
  process.exit(tally.failed > 0 ? 1 : 0)
}
