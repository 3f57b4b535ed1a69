import { capture } from '../process.mjs'

/** @typedef {import('./builder.mjs').Builder} Builder */

/** What the Dockerfile begins with. */
export const base = 'docker.io/library/node:24-slim'

/** The label by which a stand-in is told from the real one. */
export const standInLabel = 'streamline.stand-in'

/**
 * The base as it is known here, in words; undefined where there is none.
 * @param {Builder} builder
 */
export async function baseIn({ program, env }) {
  const isDocker = program === 'docker'
  const format = isDocker ? '{{json .Config.Labels}} {{.Id}}' : '{{.OCIv1.Config.Labels}} {{.FromImageID}}'
  const kind = isDocker ? [] : ['--type', 'image']
  const name = isDocker ? base.replace('docker.io/library/', '') : base
  const { code, stdout } = await capture(program, ['inspect', ...kind, '--format', format, name], { env })
  if (code !== 0) return undefined
  const standIn = new RegExp(`${standInLabel}"?:"?([^"\\]]+)`).exec(stdout)?.[1]
  if (standIn !== undefined) return `a stand-in base (${standIn})`
  const digest = /[0-9a-f]{64}/.exec(stdout)?.[0]?.slice(0, 12)
  return `${base}${digest === undefined ? '' : ` (${digest})`}`
}

/** @param {Builder} builder */
export async function pullBase(builder) {
  const { code } = await capture(builder.program, ['pull', base], { env: builder.env })
  return code === 0 ? baseIn(builder) : undefined
}
