import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/**
 * A registry that is a partial copy has no packages for other systems; npm then leaves them out of package-lock.json,
 * and `npm ci` refuses the lock. This writes the missing entries. Run it after `npm install` there:
 * `node tools/setup/complete-lock.mjs`.
 */
const path = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(path, 'utf8'))
const systems = { android: 'android', darwin: 'darwin', freebsd: 'freebsd', linux: 'linux', win32: 'win32' }
const processors = {
  'arm-': 'arm',
  arm64: 'arm64',
  ia32: 'ia32',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  x64: 'x64',
}

/** @param {Record<string, string>} table @param {string} name */
const find = (table, name) =>
  Object.keys(table)
    .filter((key) => name.includes(key))
    .map((key) => table[key])

let added = 0
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`
    const os = find({ ...systems, openharmony: 'openharmony' }, name)
    const cpu = find(processors, name)
    if (lock.packages[key] || os.length === 0 || cpu.length === 0 || !/^\d/.test(version)) continue
    const libc = /musl/.test(name) ? { libc: ['musl'] } : /gnu/.test(name) ? { libc: ['glibc'] } : {}
    lock.packages[key] = { version, cpu, ...(entry.dev ? { dev: true } : {}), ...libc, optional: true, os }
    added++
  }
}
if (added > 0) {
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).toSorted(([a], [b]) => (a === '' ? -1 : a.localeCompare(b, 'en'))),
  )
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
}
console.log(`package-lock.json: ${added} packages for other systems added`)
