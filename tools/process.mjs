import { execFile, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { Socket } from 'node:net'
import { codeOf } from './failure.mjs'

/**
 * Runs a program to its end and hands back what it wrote; never throws for its exit code.
 * @param {string} file
 * @param {string[]} args
 * @param {{ input?: string, uid?: number, gid?: number, cwd?: string, env?: Record<string, string | undefined> }} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export function capture(file, args, { input, ...options } = {}) {
  return new Promise((resolve) => {
    const child = execFile(file, args, { maxBuffer: 64 << 20, ...options }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0
      resolve({
        code,
        stdout,
        stderr: stderr || (error && typeof error.code !== 'number' ? error.message : ''),
      })
    })
    child.stdin?.on('error', () => {})
    child.stdin?.end(input ?? '')
  })
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/**
 * What tells one process from a later one with the same id: its start time. Empty where the system does not say,
 * and for a process that has ended but is still listed.
 * @param {number} pid
 */
export async function startedAt(pid) {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? '' : (fields[19] ?? '')
  }
  return (await capture('ps', ['-o', 'lstart=', '-p', String(pid)])).stdout.trim()
}

/** @param {number} milliseconds */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * A shell that waits for the end of this process, seen as the end of its input, and then ends the other and removes its
 * folder.
 * @param {number} pid
 * @param {string} folder
 */
export function endWithThisProcess(pid, folder) {
  const script =
    'cat >/dev/null; kill -INT "$0" 2>/dev/null; while kill -0 "$0" 2>/dev/null; do sleep 0.1; done; rm -rf "$1"'
  const child = spawn('/bin/sh', ['-c', script, String(pid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  const input = child.stdin
  child.unref()
  if (input instanceof Socket) input.unref()
  return child
}
