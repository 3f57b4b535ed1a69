import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'

/** @typedef {{ name: string, tags: string[], program: string, args: string[] }} Check */

/** The checks that read code without running it. @returns {Check[]} */
export function staticChecks() {
  return [...typeChecks(), ...lintChecks]
}

/** @param {string} folder */
const below = (folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)

/** @returns {Check[]} */
function typeChecks() {
  return [...below('apps'), 'apps/web/src/service-worker', ...below('packages'), 'tools']
    .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))
    .flatMap((folder) => {
      const tags = ['types', folder.split('/').at(-1) ?? folder]
      const check = { name: `types of ${folder}`, tags, program: 'tsc', args: ['-p', folder, '--pretty'] }
      // What must also compile without a page says so in a second configuration.
      const native = `${folder}/tsconfig.native.json`
      return existsSync(join(root, native))
        ? [check, { ...check, name: `${check.name} without a page`, args: ['-p', native, '--pretty'] }]
        : [check]
    })
}

/** @type {Check[]} */
const lintChecks = [
  { name: 'lint', tags: ['lint'], program: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'format', tags: ['lint', 'format'], program: 'oxfmt', args: ['--check'] },
  {
    name: 'arrows between the parts',
    tags: ['lint', 'arrows'],
    program: 'depcruise',
    args: ['packages', 'apps', '--config', '.dependency-cruiser.cjs'],
  },
  { name: 'unused code', tags: ['lint', 'knip'], program: 'knip', args: ['--no-progress'] },
]
