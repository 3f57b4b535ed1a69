import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from './processes.mjs'

const program = fileURLToPath(new URL('../../dist/api.main.js', import.meta.url))

/** The built API as a process group of its own, which can be killed without a chance to say anything. */
export async function startKillable({ databaseUrl, mongodbUrl }) {
  const port = await freePort()
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      ...(mongodbUrl === undefined ? {} : { MONGODB_URL: mongodbUrl }),
      APP_SECRET: 'a secret for one bench, used nowhere else',
      PORT: port,
      // One address for all of them: tokens name it.
      PUBLIC_URL: 'http://localhost:3000',
      SERVICE_ROLE: 'api',
      TEST_CLOCK: 'on',
      LIMITS: 'off',
      LOG_LEVEL: 'error',
    },
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
  if (ready === undefined) throw new Error('The API did not start')
  return { url: `http://127.0.0.1:${port}`, kill }
}
