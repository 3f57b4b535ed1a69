import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { takeLock } from '../lock.mjs'
import { capture, pause } from '../process.mjs'
import { progress } from '../setup/progress.mjs'
import { root } from '../setup/root.mjs'

/**
 * No registry of packages has MongoDB's own server. This one speaks its protocol and keeps its promises about single
 * documents; it is a tool of the tests (GPL), never shipped and never linked.
 */
export const STAND_IN = 'SecantusDB 0.7.0b3'
const REQUIREMENT = 'SecantusDB==0.7.0b3'

const folder = join(root, '.cache', 'mongodb-stand-in')
const installed = join(folder, `${REQUIREMENT}.installed`)
const binaries = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin')

/**
 * The stand-in's program in an environment of its own, which is kept for the next run; or why there is none.
 * @returns {Promise<{ program: string } | { missing: string }>}
 */
export async function standIn() {
  const program = join(binaries, 'secantusd-py')
  if (existsSync(installed)) return { program }
  await mkdir(join(root, '.cache'), { recursive: true })
  const release = await onlyOne()
  try {
    if (existsSync(installed)) return { program }
    const missing = await progress(`Installing ${STAND_IN}, a stand-in for MongoDB`, install)
    return missing === undefined ? { program } : { missing }
  } finally {
    release()
  }
}

/** @returns {Promise<string | undefined>} what went wrong, in one line */
async function install() {
  await rm(folder, { recursive: true, force: true })
  const python = process.env['PYTHON'] ?? 'python3'
  const steps = [
    { name: 'a virtual environment', file: python, args: ['-m', 'venv', folder] },
    {
      name: REQUIREMENT,
      file: join(binaries, 'pip'),
      args: ['install', '--quiet', '--disable-pip-version-check', REQUIREMENT],
    },
  ]
  for (const { name, file, args } of steps) {
    const { code, stdout, stderr } = await capture(file, args)
    const reason = `${stdout}\n${stderr}`.trim().split('\n').at(-1) ?? ''
    if (code !== 0) return `${python} cannot make ${name}: ${reason}`
  }
  await writeFile(installed, '')
  return undefined
}

async function onlyOne() {
  for (;;) {
    const lock = await takeLock(join(root, '.cache', 'mongodb-stand-in.lock'))
    if ('release' in lock) return lock.release
    await pause(200)
  }
}
