import { execFileSync } from 'node:child_process'
import { root } from '../setup/root.mjs'

/**
 * What Android calls this state of the code: the last tag `v1.2.3`, beyond it with how many commits came since; and how many commits there
 * are in all, which only grows, as the store wants it.
 * @param {string} described what `git describe --tags --long --match "v*"` says; nothing where there is no tag yet
 * @param {number} count of commits
 */
export function versionOf(described, count) {
  const [, tag = '0.1.0', since = String(count)] = /^v(\d+\.\d+\.\d+)-(\d+)-g[\da-f]+$/.exec(described) ?? []
  return { name: since === '0' ? tag : `${tag}-${since}`, code: count }
}

/** @param {string[]} args */
function git(...args) {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return ''
  }
}

/** As environment for `app.config.ts`: `node tools/mobile/version.mjs >> "$GITHUB_ENV"`. */
if (process.argv[1] === import.meta.filename) {
  const { name, code } = versionOf(
    git('describe', '--tags', '--long', '--match', 'v*'),
    Number(git('rev-list', '--count', 'HEAD')),
  )
  console.log(`STREAMLINE_VERSION=${name}\nSTREAMLINE_VERSION_CODE=${code}`)
}
