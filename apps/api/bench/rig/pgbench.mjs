import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const hasProgram = () => spawnSync('pgbench', ['--version']).status === 0

/** Brings pgbench where it is missing, as root on Debian. */
export function installPgbench() {
  if (hasProgram()) return
  if (process.getuid?.() === 0) {
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-yq', '--no-install-recommends', 'postgresql-contrib'], {
      stdio: 'ignore',
    })
  }
  if (!hasProgram()) throw new Error('pgbench is missing: install PostgreSQL’s contrib programs')
}

/** One row more and one row changed: the least that a payment could be. */
export const pairTables = `
  create table bench_paid (id bigint generated always as identity primary key, household int not null, amount bigint not null);
  create table bench_owed (household int primary key, amount bigint not null);
  insert into bench_owed select number, 0 from generate_series(1, 100) number;`

/** Transactions per second that pgbench reaches with two rows, on so many households. */
export function pairsPerSecond(databaseUrl, { clients, households, seconds }) {
  const folder = mkdtempSync(join(tmpdir(), 'pgbench-'))
  const script = join(folder, 'pair.sql')
  writeFileSync(
    script,
    `\\set household random(1, ${households})
begin;
insert into bench_paid (household, amount) values (:household, 100);
update bench_owed set amount = amount + 100 where household = :household;
commit;
`,
  )
  const { hostname, port, username, password, pathname } = new URL(databaseUrl)
  const options = [
    '-n',
    '-f',
    script,
    '-M',
    'prepared',
    '-c',
    String(clients),
    '-j',
    '2',
    '-T',
    String(seconds),
  ]
  const place = ['-h', hostname, '-p', port, '-U', username, pathname.slice(1)]
  const env = { ...process.env, PGPASSWORD: decodeURIComponent(password) }
  const { stdout, stderr } = spawnSync('pgbench', [...options, ...place], { env, encoding: 'utf8' })
  const tps = /tps = ([\d.]+)/.exec(stdout)?.[1]
  if (tps === undefined) throw new Error(`pgbench: ${stderr}`)
  return Number(tps)
}
