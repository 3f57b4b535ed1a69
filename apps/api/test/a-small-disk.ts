import { execFile } from 'node:child_process'
import { mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * A small disk of its own for a folder of files, which can be filled to the last byte and emptied again. Undefined
 * where this process may not mount one.
 */
export async function aSmallDisk(megabytes: number) {
  const folder = await mkdtemp(join(tmpdir(), 'streamline-disk-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder])
  } catch {
    await rm(folder, { recursive: true })
    return undefined
  }
  const ballast = join(folder, 'ballast')
  return {
    /** Moves a folder here and leaves a link in its place. */
    take: async (path: string) => {
      const there = join(folder, 'taken')
      await run('cp', ['-a', path, there])
      await rename(path, `${path}.before`)
      await symlink(there, path)
    },
    fill: async () => {
      await run('/bin/sh', ['-c', 'cat /dev/zero > "$0" 2>/dev/null || true', ballast])
    },
    empty: () => rm(ballast, { force: true }),
    remove: async () => {
      await run('umount', ['--lazy', folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}
