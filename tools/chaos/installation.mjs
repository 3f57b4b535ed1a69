import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pause } from '../process.mjs'
import { root } from '../setup/root.mjs'

/**
 * `npm start` as a process manager runs it: started again, a moment later, when it ends by itself.
 * @param {{ port: number, dataDir: string, variables: Record<string, string> }} options
 */
export function startInstallation({ port, dataDir, variables }) {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child
  let isWanted = true
  let lastLine = ''
  let lastWords = ''
  let restarts = 0

  const runOnce = () => {
    const { STREAMLINE_TRACE: isTold, ...inherited } = process.env
    const env = { ...inherited, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', ...variables }
    const running = spawn(process.execPath, [join(root, 'tools/start.mjs')], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = running
    for (const stream of [running.stdout, running.stderr])
      stream.on('data', (chunk) => {
        const lines = String(chunk)
          .split('\n')
          .filter((line) => line.trim() !== '')
        lastLine = lines.at(-1) ?? lastLine
        if (isTold) for (const line of lines) console.log(`    ${line}`)
      })
    return new Promise((resolve) => running.once('exit', resolve))
  }
  const manage = async () => {
    for (;;) {
      await runOnce()
      if (!isWanted) return
      restarts++
      lastWords = lastLine
      lastLine = ''
      await pause(500)
      if (!isWanted) return
    }
  }
  let managed = manage()
  return {
    dataDir,
    cluster: () => clusterIn(dataDir),
    /** The process that `npm start` is. */
    pid: () => child?.pid ?? 0,
    restarts: () => restarts,
    isReady: () => lastLine.startsWith('Streamline is ready'),
    /** What it said last. */
    lastLine: () => lastLine,
    /** What it said before it ended the last time. */
    lastWords: () => lastWords,
    /** Does something while nothing of it runs. @param {() => Promise<void>} work */
    whileStopped: async (work) => {
      isWanted = false
      child?.kill('SIGTERM')
      await managed
      await work()
      isWanted = true
      managed = manage()
    },
    stop: async () => {
      isWanted = false
      child?.kill('SIGTERM')
      await managed
    },
  }
}

/** @param {string} dataDir */
async function clusterIn(dataDir) {
  const elsewhere = (await readFile(join(dataDir, 'postgres.location'), 'utf8').catch(() => '')).trim()
  return join(elsewhere || dataDir, 'postgres')
}
