import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'

// A new migration is the difference to the newest snapshot; the older ones would only weigh.
const folder = join(root, 'apps', 'api', 'migrations', 'meta')
const snapshots = (await readdir(folder)).filter((name) => name.endsWith('_snapshot.json')).toSorted()
for (const name of snapshots.slice(0, -1)) await rm(join(folder, name))
