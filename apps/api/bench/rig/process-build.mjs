import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import config from '../../rolldown.config.mjs'

/** Bundles one of the processes of this folder as the API itself is bundled, beside it. */
export async function buildProcess(name) {
  const { output, ...input } = config
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  const bundle = await rolldown({
    ...input,
    cwd,
    input: { [`bench.${name}`]: `bench/rig/${name}-process.mjs` },
  })
  await bundle.write({ ...output, cleanDir: false, chunkFileNames: `bench.${name}.chunk.[name].js` })
  await bundle.close()
  return fileURLToPath(new URL(`../../dist/bench.${name}.js`, import.meta.url))
}
