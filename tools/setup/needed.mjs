/**
 * @typedef {{ version?: string, link?: boolean, resolved?: string, optional?: boolean, devOptional?: boolean,
 *   dependencies?: Record<string, string>, devDependencies?: Record<string, string>,
 *   optionalDependencies?: Record<string, string>, peerDependencies?: Record<string, string> }} Package
 * @typedef {Record<string, Package>} Packages
 */

/**
 * Where the packages lie that some workspaces need, with the tools of the root: found as Node finds them, in the nearest node_modules.
 * @param {Packages} packages of package-lock.json
 * @param {readonly string[]} workspaces their folders
 * @returns {Set<string>}
 */
export function neededBy(packages, workspaces) {
  /** @type {Set<string>} */
  const needed = new Set()
  const waiting = ['', ...workspaces]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const found = packages[path]
    if (needed.has(path) || found === undefined) continue
    needed.add(path)
    if (found.link === true && found.resolved !== undefined) waiting.push(found.resolved)
    const isOurs = !path.includes('node_modules/')
    const names = {
      ...found.dependencies,
      ...found.optionalDependencies,
      ...found.peerDependencies,
      ...(isOurs ? found.devDependencies : {}),
    }
    for (const name of Object.keys(names)) {
      const place = placeOf(packages, path, name)
      if (place !== undefined) waiting.push(place)
    }
  }
  return needed
}

/** @param {Packages} packages @param {string} from @param {string} name */
function placeOf(packages, from, name) {
  for (let folder = from; ;) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (packages[place] !== undefined) return place
    if (folder === '') return undefined
    const parent = folder.lastIndexOf('/node_modules/')
    folder = parent === -1 ? '' : folder.slice(0, parent)
  }
}
