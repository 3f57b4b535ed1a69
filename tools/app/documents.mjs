import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildApi } from '../build/build.mjs'
import { root } from '../setup/root.mjs'
import { loadSettings } from './environment.mjs'
import { startServices } from './services.mjs'

/**
 * Runs what is done to all documents at once, with the settings and the PostgreSQL of `npm start`.
 * @param {string[]} words
 */
export async function main(words) {
  const settings = loadSettings()
  await buildApi()
  const { env, database } = await startServices(settings, (line) => console.log(line))
  const code = await run(words, env)
  await database?.stop()
  process.exit(code)
}

/** @param {string[]} words @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
function run(words, env) {
  const program = join(root, 'apps/api/dist/documents.main.js')
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--enable-source-maps', program, ...words], {
      cwd: root,
      env: { LOG_LEVEL: 'warn', ...env },
      stdio: 'inherit',
    })
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
