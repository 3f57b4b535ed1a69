import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import config from '../../rolldown.config.mjs'

/** Bundles the process of the ledger's bench as the API itself is bundled, beside it. */
export async function buildLedgerProcess() {
  const { output, ...input } = config
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  const bundle = await rolldown({ ...input, cwd, input: { 'bench.ledger': 'bench/rig/ledger-process.mjs' } })
  await bundle.write({ ...output, cleanDir: false, chunkFileNames: 'bench.chunk.[name].js' })
  await bundle.close()
  return fileURLToPath(new URL('../../dist/bench.ledger.js', import.meta.url))
}
