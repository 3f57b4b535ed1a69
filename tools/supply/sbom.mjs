import { createHash } from 'node:crypto'

/**
 * @typedef {{ name?: string, version?: string, link?: boolean, dev?: boolean, optional?: boolean, devOptional?: boolean,
 *   license?: string, integrity?: string }} LockedPackage
 * @typedef {{ name: string, version: string, packages: Record<string, LockedPackage> }} Lock
 * @typedef {{ type: 'library', 'bom-ref': string, name: string, version: string, purl: string,
 *   scope: 'required' | 'optional' | 'excluded', licenses?: { license: { name: string } }[],
 *   hashes?: { alg: string, content: string }[] }} Component
 */

/**
 * What we are made of, as CycloneDX 1.6: every package of the lock file once, with what proves it. Made from the file
 * itself, because `npm sbom` refuses a lock that holds packages for other systems than this one.
 * @param {string} text of package-lock.json
 */
export function sbomOf(text) {
  const lock = /** @type {Lock} */ (JSON.parse(text))
  /** @type {Map<string, Component>} */
  const components = new Map()
  for (const [path, locked] of Object.entries(lock.packages)) {
    if (locked.link === true || !path.includes('node_modules/') || locked.version === undefined) continue
    const component = componentOf(path, locked.version, locked)
    const known = components.get(component.purl)
    // What one part needs to run is needed, whatever another part takes it for.
    if (known === undefined || rank[component.scope] < rank[known.scope])
      components.set(component.purl, component)
  }
  const own = { type: 'application', 'bom-ref': lock.name, name: lock.name, version: lock.version }
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(text)}`,
    version: 1,
    metadata: { component: own },
    components: [...components.values()].toSorted((a, b) => (a.purl < b.purl ? -1 : 1)),
  }
}

const rank = { required: 0, optional: 1, excluded: 2 }

/**
 * @param {string} path
 * @param {string} version
 * @param {LockedPackage} locked
 * @returns {Component}
 */
function componentOf(path, version, { name: alias, license, integrity, dev, optional, devOptional }) {
  const name = alias ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  const [alg, hash] = integrity?.split('-') ?? []
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    scope: dev === true ? 'excluded' : optional === true || devOptional === true ? 'optional' : 'required',
    ...(license === undefined ? {} : { licenses: [{ license: { name: license } }] }),
    ...(hash === undefined
      ? {}
      : {
          hashes: [
            {
              alg: (alg ?? '').replace('sha', 'SHA-'),
              content: Buffer.from(hash, 'base64').toString('hex'),
            },
          ],
        }),
  }
}

/** The same lock is the same document. @param {string} text */
function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
