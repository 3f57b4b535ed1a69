import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'
import { readSettings } from './settings.mjs'

/** The settings of the environment and of a file `.env`; the environment wins. */
export function loadSettings() {
  const file = join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  return readSettings(process.env)
}
