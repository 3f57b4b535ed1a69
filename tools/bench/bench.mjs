import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildApi, buildWeb } from '../build/build.mjs'
import { Failure } from '../failure.mjs'
import { load } from './line.mjs'
import { root } from '../setup/root.mjs'

/**
 * Runs every benchmark, one after the other, or those whose path holds one of the words.
 * @param {string[]} words
 */
export async function main(words) {
  const found = ['packages', 'apps'].flatMap((folder) => benchmarksBelow(folder))
  const chosen = found.filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
  if (chosen.length === 0)
    throw new Failure(`No benchmark matches: ${found.join(', ') || 'there are none yet'}`)
  if (chosen.some((path) => path.startsWith('apps/'))) await buildApi()
  if (chosen.some((path) => path.startsWith('apps/web'))) await buildWeb()
  const failed = []
  for (const path of chosen) {
    console.log(`\n── ${path}, ${load()}\n`)
    if ((await runLive(path)) !== 0) failed.push(path)
  }
  if (failed.length > 0) throw new Failure(`Failed: ${failed.join(', ')}`)
}

/** @param {string} folder */
function benchmarksBelow(folder) {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const bench = `${folder}/${name}/bench`
    if (!existsSync(join(root, bench))) return []
    return readdirSync(join(root, bench))
      .filter((file) => file.endsWith('.mjs'))
      .map((file) => `${bench}/${file}`)
  })
}

/** @param {string} path @returns {Promise<number>} */
function runLive(path) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
