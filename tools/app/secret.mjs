import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The secret that encrypts the signing keys of a local installation, made on the first start.
 * @param {string} dataDir
 */
export async function localSecret(dataDir) {
  await mkdir(dataDir, { recursive: true })
  const path = join(dataDir, 'app.secret')
  const known = (await readFile(path, 'utf8').catch(() => '')).trim()
  if (known) return known
  const secret = randomBytes(32).toString('base64url')
  await writeFile(`${path}.new`, `${secret}\n`, { mode: 0o600 })
  await rename(`${path}.new`, path)
  return secret
}
