import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/**
 * The JavaScript file behind a command that npm installed, for the workspace's own version where it has one.
 * @param {string} name
 * @param {string} [folder] a workspace
 */
export function programOf(name, folder = '.') {
  const nearest = join(root, folder, 'node_modules', '.bin', name)
  return realpathSync(existsSync(nearest) ? nearest : join(root, 'node_modules', '.bin', name))
}
