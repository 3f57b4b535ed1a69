import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown, type OutputOptions, type RolldownOptions } from 'rolldown'

const api = join(import.meta.dirname, '..')

/** The programs as they are shipped, built into a folder of a test's own. */
export async function aBundle(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const cache = join(api, '.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'main-'))
  const config = await buildConfig()
  const bundle = await rolldown({ ...config, cwd: api })
  await bundle.write({ ...config.output, dir: folder })
  return { folder, remove: () => rm(folder, { recursive: true }) }
}

/** The build's own settings, plain JavaScript. */
async function buildConfig() {
  const module: unknown = await import(new URL('../rolldown.config.mjs', import.meta.url).href)
  return (module as { default: RolldownOptions & { output: OutputOptions } }).default
}
