import { existsSync } from 'node:fs'
import { commandFor, installPackages } from './debian.mjs'

const chromiumPath = '/usr/bin/chromium'
const packages = ['chromium', 'fonts-noto-core', 'fonts-liberation']
const devanagari = '/usr/share/fonts/truetype/noto/NotoSansDevanagari-Regular.ttf'

/**
 * Makes sure that Chromium and fonts for every language of the app are there; answers why not where that fails.
 * @returns {Promise<string | undefined>}
 */
export async function installChromium() {
  if (existsSync(chromiumPath) && existsSync(devanagari)) return undefined
  await installPackages('Chromium and fonts', packages)
  return existsSync(chromiumPath)
    ? undefined
    : `Browser tests need ${chromiumPath}: as root on Debian, ${commandFor(packages)}`
}
