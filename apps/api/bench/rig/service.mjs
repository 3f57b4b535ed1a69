import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const programOf = (name) => fileURLToPath(new URL(`../../dist/${name}.main.js`, import.meta.url))

/** One of the built processes, `api` or `worker`, as a group of its own that can be killed without a chance to say anything. */
export async function startService(name, env) {
  const child = spawn(process.execPath, [programOf(name)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  const exited = once(child, 'exit')
  const kill = async () => {
    const { pid, exitCode, signalCode } = child
    if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL')
    await exited
  }
  const ready = await Promise.race([once(child, 'message'), exited.then(() => undefined)])
  if (ready === undefined) throw new Error(`The ${name} did not start`)
  return { kill }
}
