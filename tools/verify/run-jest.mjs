import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { capture } from '../process.mjs'
import { programOf } from '../setup/program.mjs'
import { root } from '../setup/root.mjs'

/**
 * Runs the tests of the phone's screens, in the test program that React Native is made for, and counts them.
 * @param {import('./tally.mjs').Tally} tally
 */
export async function runJest(tally) {
  const report = join(root, 'reports', 'mobile-screens.json')
  await mkdir(join(root, 'reports'), { recursive: true })
  await rm(report, { force: true })
  const args = [programOf('jest', 'apps/mobile'), '--ci', '--json', `--outputFile=${report}`]
  const result = await capture(process.execPath, args, { cwd: join(root, 'apps', 'mobile') })
  const counts = await readFile(report, 'utf8')
    .then((text) => JSON.parse(text))
    .catch(() => undefined)
  const failed = (counts?.numFailedTests ?? 0) + (counts?.numRuntimeErrorTestSuites ?? 0)
  const isFine = result.code === 0 && failed === 0
  console.log(`${isFine ? '✓' : '✗'} screens of the phone (${counts?.numPassedTests ?? 0} tests)`)
  if (!isFine) console.log(result.stderr.trim())
  tally.add({
    passed: counts?.numPassedTests ?? 0,
    failed: isFine ? 0 : Math.max(1, failed),
    skipped: counts?.numPendingTests ?? 0,
  })
}
