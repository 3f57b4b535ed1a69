import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'

/** @typedef {{ ready: Promise<boolean>, exited: Promise<number>, stop: (patience?: number) => Promise<void> }} ApiProcess */

/**
 * Starts the built API. It says `{ type: 'ready' }` over the channel, and ends by itself when this process dies.
 * @param {NodeJS.ProcessEnv} env
 * @returns {ApiProcess}
 */
export function startApi(env) {
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'apps/api/dist/api.main.js')], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Its own group: Ctrl-C reaches us alone, and we stop it before PostgreSQL.
    detached: true,
  })
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1))
    child.once('error', () => resolve(1))
  })
  /** @type {Promise<boolean>} */
  const ready = new Promise((resolve) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && 'type' in message && message.type === 'ready') resolve(true)
    })
    void exited.then(() => resolve(false))
  })
  const stop = async (patience = 20_000) => {
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), patience)
    await exited
    clearTimeout(timer)
  }
  return { ready, exited, stop }
}
