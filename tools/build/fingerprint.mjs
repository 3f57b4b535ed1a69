import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

const left = /(^|\/)(node_modules|dist|e2e|bench|reports|\.[^/]+)$|\.(test|e2e)\.[a-z]+$/

/** What both apps are built from. */
export const commonSources = [
  'package-lock.json',
  'tsconfig.base.json',
  'packages/domain',
  'packages/contract',
]

/** All that the API is built from. */
export const apiSources = [
  ...commonSources,
  'packages/catalogue',
  'apps/api/src',
  'apps/api/tsconfig.json',
  'apps/api/rolldown.config.mjs',
]

/**
 * One hash over the content of files and folders, without tests and build results.
 * @param {string} root
 * @param {string[]} paths
 */
export async function fingerprint(root, paths) {
  const hash = createHash('sha256')
  for (const path of paths) await add(hash, root, path)
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} root
 * @param {string} path
 */
async function add(hash, root, path) {
  const full = join(root, path)
  const found = await stat(full).catch(() => undefined)
  if (!found || left.test(path)) return
  if (found.isDirectory()) {
    for (const name of (await readdir(full)).toSorted()) await add(hash, root, `${path}/${name}`)
  } else {
    hash
      .update(`${path}\0`)
      .update(await readFile(full))
      .update('\0')
  }
}
