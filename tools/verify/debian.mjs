import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { progress } from '../setup/progress.mjs'

/** What a person would type who has to do it themselves. @param {string[]} packages */
export const commandFor = (packages) => `apt-get install -y --no-install-recommends ${packages.join(' ')}`

/**
 * Installs packages where this is root on Debian, and does nothing elsewhere; whoever asked looks whether they are there.
 * @param {string} what
 * @param {string[]} packages
 */
export async function installPackages(what, packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  await progress(`Installing ${what}`, async () => {
    if (await aptGet('update')) await aptGet('install', '-y', '--no-install-recommends', ...packages)
  })
}

/** @param {string[]} args @returns {Promise<boolean>} */
function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return new Promise((resolve) => {
    const child = spawn('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}
