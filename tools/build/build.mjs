import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../failure.mjs'
import { takeLock } from '../lock.mjs'
import { capture, pause } from '../process.mjs'
import { root } from '../setup/root.mjs'
import { programOf } from '../setup/program.mjs'
import { progress } from '../setup/progress.mjs'
import { apiSources, commonSources, fingerprint } from './fingerprint.mjs'

/** @typedef {{ name: string, folder: string, result: string, sources: string[], program: string, args: string[] }} Part */

/** @type {Part} */
const api = {
  name: 'API',
  folder: 'apps/api',
  result: 'apps/api/dist/api.main.js',
  sources: apiSources,
  program: 'rolldown',
  args: ['-c'],
}

/** @type {Part} */
const web = {
  name: 'web app',
  folder: 'apps/web',
  result: 'apps/web/dist/index.html',
  sources: [...commonSources, 'packages/client', 'apps/web'],
  program: 'vite',
  args: ['build', '--logLevel=warn'],
}

export const buildApi = () => buildIfStale(api)
export const buildWeb = () => buildIfStale(web)

/** @param {Part} part */
async function buildIfStale(part) {
  const stamp = join(root, '.cache', 'build', part.folder.replace('/', '-'))
  const now = await fingerprint(root, part.sources)
  if (await isFresh(part, stamp, now)) return
  const release = await onlyOne()
  try {
    if (await isFresh(part, stamp, now)) return
    await rm(stamp, { force: true })
    await progress(`Building the ${part.name}`, () => build(part))
    await writeFile(stamp, now)
  } finally {
    release()
  }
}

/** @param {Part} part @param {string} stamp @param {string} now */
async function isFresh(part, stamp, now) {
  const built = await readFile(stamp, 'utf8').catch(() => '')
  return (
    built === now &&
    (await access(join(root, part.result)).then(
      () => true,
      () => false,
    ))
  )
}

/** Two starts at the same time must not write the same folder. */
async function onlyOne() {
  await mkdir(join(root, '.cache', 'build'), { recursive: true })
  for (;;) {
    const lock = await takeLock(join(root, '.cache', 'build', 'lock'))
    if ('release' in lock) return lock.release
    await pause(250)
  }
}

/** @param {Part} part */
async function build({ name, folder, program, args }) {
  const cwd = join(root, folder)
  // Whoever asks (a test run says NODE_ENV=test), what is served is built for production.
  const env = { ...process.env, NODE_ENV: 'production' }
  const result = await capture(process.execPath, [programOf(program, folder), ...args], { cwd, env })
  if (result.code === 0) return
  if (/ENOSPC|No space left/.test(result.stderr + result.stdout)) throw new Failure('The disk is full')
  console.error(`${result.stdout}${result.stderr}`.trim())
  throw new Failure(`The ${name} could not be built`)
}
