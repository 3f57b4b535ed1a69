import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from './lock.mjs'
import { startedAt } from './process.mjs'

/** @type {string} */
let folder
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'streamline-lock-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

test('is free again once released', async () => {
  const path = join(folder, 'lock')
  const first = await takeLock(path)
  if (!('release' in first)) throw new Error('not taken')
  first.release()
  expect(await takeLock(path)).toHaveProperty('release')
})

test('names the living process that holds it', async () => {
  const holder = spawn('sleep', ['60'])
  const pid = holder.pid ?? 0
  await writeFile(join(folder, 'lock'), JSON.stringify({ pid, startedAt: await startedAt(pid) }))
  expect(await takeLock(join(folder, 'lock'))).toEqual({ heldBy: pid })
  holder.kill()
})

test.each([
  ['a process that has ended', { pid: 2 ** 22 + 1, startedAt: '1' }],
  ['an earlier process with the same id', { pid: process.ppid, startedAt: 'long ago' }],
  ['nobody, its content was lost', 'half a li'],
])('is taken over from %s', async (_, content) => {
  await writeFile(join(folder, 'lock'), JSON.stringify(content))
  expect(await takeLock(join(folder, 'lock'))).toHaveProperty('release')
})
