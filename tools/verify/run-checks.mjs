import { capture } from '../process.mjs'
import { programOf } from '../setup/program.mjs'
import { root } from '../setup/root.mjs'

/**
 * Runs checks, two at a time; says each result as it comes, and the output of those that fail.
 * @param {import('./checks.mjs').Check[]} checks
 * @param {import('./tally.mjs').Tally} tally
 */
export async function runChecks(checks, tally) {
  const waiting = [...checks]
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) tally.add(await runCheck(check))
  }
  await Promise.all([worker(), worker()])
}

/** @param {import('./checks.mjs').Check} check */
async function runCheck({ name, program, args }) {
  const since = Date.now()
  const { code, stdout, stderr } = await capture(process.execPath, [programOf(program), ...args], {
    cwd: root,
  })
  const seconds = ((Date.now() - since) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (code === 0) return { passed: 1 }
  console.log(`${stdout}${stderr}`.trim())
  return { failed: 1 }
}
