import { spawn } from 'node:child_process'
import { Failure } from '../failure.mjs'
import { capture } from '../process.mjs'
import { root } from '../setup/root.mjs'

/** @typedef {{ name: string, program: 'docker' | 'buildah', env: NodeJS.ProcessEnv, flags: string[] }} Builder */

/**
 * Docker where its engine answers, else buildah, which needs none.
 * @returns {Promise<Builder>}
 */
export async function findBuilder() {
  const docker = await capture('docker', ['version', '--format', '{{.Server.Version}}'])
  if (docker.code === 0)
    return { name: `docker ${docker.stdout.trim()}`, program: 'docker', env: process.env, flags: [] }
  const buildah = await capture('buildah', ['--version'])
  if (buildah.code !== 0)
    throw new Failure('No docker engine answers and there is no buildah: on Debian, apt-get install buildah')
  const version = buildah.stdout.split(' ').slice(0, 3).join(' ').trim()
  // Works without namespaces and without a network of its own, as in most places that build for others.
  const env = { ...process.env, BUILDAH_ISOLATION: process.env.BUILDAH_ISOLATION ?? 'chroot' }
  const flags = ['--format', 'docker', '--pull-never', '--network', 'host', '--layers']
  return { name: version, program: 'buildah', env, flags }
}

/** @param {Builder} builder @param {string} name @returns {Promise<void>} */
export function build({ program, env, flags }, name) {
  // A network with authorities of its own: what this process was told to believe, the steps that fetch believe too.
  const { NODE_EXTRA_CA_CERTS: certificates } = env
  const secrets = certificates ? ['--secret', `id=certificates,src=${certificates}`] : []
  return run(program, ['build', ...flags, ...secrets, '-t', name, '.'], env)
}

/**
 * Runs to its end; what it wrote is shown when it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>}
 */
export function run(program, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
    child.once('error', (error) => reject(new Failure(`${program} cannot be run: ${error.message}`)))
    child.once('close', (code) => {
      if (code === 0) return resolve()
      console.error(output.split('\n').slice(-40).join('\n'))
      reject(new Failure(`${program} ${args[0]} failed`))
    })
  })
}

/** @param {Builder} builder @param {string} name */
export async function sizeOf({ program, env }, name) {
  if (program === 'docker') {
    const { stdout } = await capture('docker', ['inspect', '--format', '{{.Size}}', name], { env })
    return `${Math.round(Number(stdout) / 1e6)} MB`
  }
  const { stdout } = await capture('buildah', ['images', '--json', name], { env })
  return JSON.parse(stdout)[0]?.size ?? 'of unknown size'
}
