import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup/root.mjs'
import { sbomOf } from './supply/sbom.mjs'

const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
console.log(JSON.stringify(sbomOf(lock), null, 2))
