import { chmod, mkdir } from 'node:fs/promises'
import { Failure } from '../failure.mjs'
import { capture } from '../process.mjs'

/**
 * Who PostgreSQL runs as. Without uid: as the person who started it.
 * @typedef {{ uid?: number, gid?: number, name: string }} Account
 */

/**
 * PostgreSQL refuses to run as root, so root lends it the user `postgres` (made when missing) or `nobody`.
 * @param {number | undefined} owner the owner of an existing data folder
 * @returns {Promise<Account>}
 */
export async function databaseAccount(owner) {
  if (process.getuid?.() !== 0) return { name: 'you' }
  if (owner) {
    const known = await lookUp(String(owner))
    return known ?? { uid: owner, gid: owner, name: `number ${owner}` }
  }
  const existing = (await lookUp('postgres')) ?? (await lookUp('_postgres'))
  if (existing) return existing
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent']
  await capture('useradd', [...options, '--shell', '/usr/sbin/nologin', 'postgres'])
  const account = (await lookUp('postgres')) ?? (await lookUp('nobody'))
  if (account) return account
  throw new Failure('PostgreSQL does not run as root and no other user was found: start as an ordinary user')
}

/** @param {string} user @returns {Promise<Account | undefined>} */
async function lookUp(user) {
  const [uid, gid, name] = await Promise.all(['-u', '-g', '-un'].map((flag) => capture('id', [flag, user])))
  if (!uid || !gid || !name || uid.code !== 0) return undefined
  return { uid: Number(uid.stdout), gid: Number(gid.stdout), name: name.stdout.trim() }
}

/**
 * Whether the account may enter a folder and write in it, asked of the system itself.
 * @param {Account} account
 * @param {string} folder
 */
export async function canWrite({ uid, gid }, folder) {
  const asAccount = uid === undefined ? {} : { uid, gid }
  const { code } = await capture('/bin/sh', ['-c', 'cd "$0" && test -w .', folder], {
    ...asAccount,
    cwd: '/',
  })
  return code === 0
}

/** Where root keeps what PostgreSQL's user must reach. */
export async function systemFolder() {
  const folder = '/var/lib/streamline'
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755)
  return folder
}
