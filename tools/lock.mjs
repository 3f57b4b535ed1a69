import { open, readFile, rename, rm } from 'node:fs/promises'
import { readFileSync, rmSync } from 'node:fs'
import { isAlive, pause, startedAt } from './process.mjs'

/**
 * Takes a lock file for this process. A lock whose process has died is taken over.
 * @param {string} path
 * @returns {Promise<{ heldBy: number } | { release: () => void }>}
 */
export async function takeLock(path) {
  const mine = JSON.stringify({ pid: process.pid, startedAt: await startedAt(process.pid) })
  for (let attempt = 0; attempt < 20; attempt++) {
    const file = await open(path, 'wx', 0o644).catch((error) => {
      if (error.code === 'EEXIST') return undefined
      throw error
    })
    if (file) {
      await file.writeFile(mine)
      await file.close()
      return { release: () => releaseLock(path, mine) }
    }
    const found = await readFile(path, 'utf8').catch(() => '')
    const holder = await livingHolder(found)
    if (holder) return { heldBy: holder }
    await pause(25) // a lock being written is empty for a moment
    await removeIfUnchanged(path, found)
  }
  throw new Error(`The lock ${path} cannot be taken`)
}

/**
 * The living process that holds a lock, if any.
 * @param {string} path
 */
export async function holderOf(path) {
  return livingHolder(await readFile(path, 'utf8').catch(() => ''))
}

/** @param {string} text */
async function livingHolder(text) {
  try {
    const { pid, startedAt: since } = JSON.parse(text)
    if (pid === process.pid || !isAlive(pid)) return undefined
    return (await startedAt(pid)) === since ? pid : undefined
  } catch {
    return undefined
  }
}

/** Another process may take the dead lock over at the same moment: what was moved away must be what was read. */
async function removeIfUnchanged(/** @type {string} */ path, /** @type {string} */ expected) {
  const aside = `${path}.${process.pid}`
  await rename(path, aside).catch(() => {})
  const moved = await readFile(aside, 'utf8').catch(() => undefined)
  if (moved !== undefined && moved !== expected) await rename(aside, path)
  else await rm(aside, { force: true })
}

/** @param {string} path @param {string} mine */
function releaseLock(path, mine) {
  try {
    if (readFileSync(path, 'utf8') === mine) rmSync(path)
  } catch {
    // already gone
  }
}
