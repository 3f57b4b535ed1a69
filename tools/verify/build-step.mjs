import { oneLine } from '../failure.mjs'

/**
 * A build counts as one test.
 * @param {string} name
 * @param {() => Promise<void>} build
 * @param {import('./tally.mjs').Tally} tally
 */
export async function buildStep(name, build, tally) {
  try {
    await build()
    console.log(`✓ ${name}`)
    tally.add({ passed: 1 })
    return true
  } catch (error) {
    console.log(`✗ ${name}: ${oneLine(error)}`)
    tally.add({ failed: 1 })
    return false
  }
}
