import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { programOf } from '../setup/program.mjs'
import { root } from '../setup/root.mjs'

/**
 * Runs projects of vitest with live output and counts what they ran.
 * @param {string[]} projects
 * @param {import('./tally.mjs').Tally} tally
 * @param {import('./slowest.mjs').Slowest} slowest
 * @param {import('./second-tries.mjs').SecondTries} secondTries
 */
export async function runVitest(projects, tally, slowest, secondTries) {
  const report = join(root, 'reports', `${projects.join('-')}.json`)
  await mkdir(join(root, 'reports'), { recursive: true })
  await rm(report, { force: true })
  const chosen = projects.flatMap((name) => ['--project', name])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runLive([programOf('vitest'), 'run', '--passWithNoTests', ...chosen, ...reporters])
  const results = await readReport(report)
  const counts = countsOf(results)
  slowest.add(results?.testResults ?? [])
  secondTries.add(results?.testResults ?? [])
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  tally.add(counts)
}

/** @param {string[]} args @returns {Promise<number>} */
function runLive(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * @typedef {import('./slowest.mjs').FileTimes & import('./second-tries.mjs').FileTries & { status: string }} FileResult
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: FileResult[] }} Report
 */

/** @param {string} path @returns {Promise<Report | undefined>} */
async function readReport(path) {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : JSON.parse(text)
}

/** A file that cannot be loaded, or whose beginning fails, is one failure. @param {Report | undefined} report */
function countsOf(report) {
  if (report === undefined) return { passed: 0, failed: 0, skipped: 0 }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
