import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { progress } from '../setup/progress.mjs'

const chromiumPath = '/usr/bin/chromium'
const packages = ['chromium', 'fonts-noto-core', 'fonts-liberation']
const devanagari = '/usr/share/fonts/truetype/noto/NotoSansDevanagari-Regular.ttf'

/**
 * Makes sure that Chromium and fonts for every language of the app are there; answers why not where that fails.
 * @returns {Promise<string | undefined>}
 */
export async function installChromium() {
  if (existsSync(chromiumPath) && existsSync(devanagari)) return undefined
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return existsSync(chromiumPath) ? undefined : `Browser tests need ${chromiumPath}: as root, ${command}`
  }
  await progress('Installing Chromium and fonts', async () => {
    if (await aptGet('update')) await aptGet('install', '-y', '--no-install-recommends', ...packages)
  })
  return existsSync(chromiumPath) ? undefined : `Chromium could not be installed: try ${command}`
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
