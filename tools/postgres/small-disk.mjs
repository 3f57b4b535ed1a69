import { mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { capture } from '../process.mjs'

/**
 * A disk of its own that can be filled to the last byte and emptied again. Undefined where this process may not
 * mount one.
 * @param {number} megabytes
 */
export async function mountSmallDisk(megabytes) {
  const folder = await mkdtemp(join(tmpdir(), 'streamline-disk-'))
  const options = `size=${megabytes}m,mode=755`
  if ((await capture('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])).code !== 0) {
    await rm(folder, { recursive: true })
    return undefined
  }
  const ballast = join(folder, 'ballast')
  /** @param {string} path */
  const take = async (path) => {
    const there = join(folder, 'taken')
    await capture('cp', ['-a', path, there])
    await rename(path, `${path}.before`)
    await symlink(there, path)
  }
  const fill = async () => {
    await capture('/bin/sh', ['-c', 'cat /dev/zero > "$0" 2>/dev/null', ballast])
  }
  const empty = () => rm(ballast, { force: true })
  const remove = async () => {
    await capture('umount', ['--lazy', folder])
    await rm(folder, { recursive: true, force: true })
  }
  return { folder, take, fill, empty, remove }
}
