import { fileURLToPath } from 'node:url'
import { runnerImport, type Plugin } from 'vite'

const name = 'virtual:contract-routes'
const source = fileURLToPath(new URL('contract-routes.ts', import.meta.url))

/** Gives the app the contract as a few kilobytes of JSON, made from its source at build time. */
export const contractRoutesPlugin = (): Plugin => ({
  name: 'contract-routes',
  resolveId: (id) => (id === name ? `\0${name}` : null),
  load: async (id) => {
    if (id !== `\0${name}`) return null
    const { module } = await runnerImport<typeof import('./contract-routes.ts')>(source)
    return `export default JSON.parse(${JSON.stringify(module.contractRoutes)})`
  },
})
