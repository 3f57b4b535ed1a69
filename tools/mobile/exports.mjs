import { access, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fingerprint } from '../build/fingerprint.mjs'
import { Failure } from '../failure.mjs'
import { capture } from '../process.mjs'
import { programOf } from '../setup/program.mjs'
import { progress } from '../setup/progress.mjs'
import { root } from '../setup/root.mjs'

const app = join(root, 'apps', 'mobile')
const results = join(root, '.cache', 'mobile')

/** All that the app is made from. */
const sources = [
  'package-lock.json',
  'tsconfig.base.json',
  'packages/domain',
  'packages/client',
  ...[
    'app',
    'src',
    'assets',
    'index.ts',
    'package.json',
    'app.config.ts',
    'babel.config.js',
    'metro.config.js',
  ].map((name) => `apps/mobile/${name}`),
]

/** What the native project is made from. */
const projectSources = [
  'package-lock.json',
  ...['assets', 'plugins', 'package.json', 'app.config.ts'].map((name) => `apps/mobile/${name}`),
]

/**
 * @param {string[]} args
 * @param {string} cwd
 * @param {string} what
 */
async function expo(args, cwd, what) {
  const env = {
    ...process.env,
    EXPO_OFFLINE: '1',
    EXPO_NO_TELEMETRY: '1',
    EXPO_NO_GIT_STATUS: '1',
    CI: '1',
    NODE_ENV: 'production',
  }
  const result = await capture(process.execPath, [programOf('expo'), ...args], { cwd, env })
  if (result.code === 0) return
  console.error(`${result.stdout}${result.stderr}`.trim())
  throw new Failure(`${what} could not be made`)
}

/**
 * Makes it where what it is made from has changed; answers where it lies.
 * @param {string} name
 * @param {string[]} from
 * @param {(folder: string) => Promise<void>} make
 */
async function madeFrom(name, from, make) {
  const folder = join(results, name)
  const stamp = join(results, `${name}.stamp`)
  const now = await fingerprint(root, from)
  const made = await readFile(stamp, 'utf8').catch(() => '')
  const isThere = await access(folder).then(
    () => true,
    () => false,
  )
  if (made === now && isThere) return folder
  await rm(folder, { recursive: true, force: true })
  await rm(stamp, { force: true })
  await mkdir(results, { recursive: true })
  await make(folder)
  await writeFile(stamp, now)
  return folder
}

/** The app as a phone loads it: Hermes bytecode, with what names its lines beside it. */
export const exportAndroid = () =>
  madeFrom('android', sources, (folder) =>
    progress('Compiling the Android app', () =>
      expo(
        ['export', '--platform', 'android', '--source-maps', '--output-dir', folder],
        app,
        'The Android app',
      ),
    ),
  )

/** The same screens as a page: the bench on which they are looked at and driven. */
export const exportBench = () =>
  madeFrom('bench', sources, (folder) =>
    progress('Building the screens of the phone as a page', () =>
      expo(['export', '--platform', 'web', '--output-dir', folder], app, 'The bench'),
    ),
  )

/** The native project as a release makes it, beside the app and not in it. */
export const prebuildAndroid = () =>
  madeFrom('project', projectSources, (folder) =>
    progress('Making the Android project', async () => {
      await mkdir(folder, { recursive: true })
      for (const name of ['package.json', 'app.config.ts', 'assets', 'plugins'])
        await cp(join(app, name), join(folder, name), { recursive: true })
      await expo(
        ['prebuild', '--platform', 'android', '--no-install', '--clean'],
        folder,
        'The Android project',
      )
    }),
  )
