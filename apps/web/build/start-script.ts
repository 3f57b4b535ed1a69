import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const source = 'src/start.js'

/**
 * Gives the script that runs before the first paint a name that tells its content, as all other files have: nobody waits for the answer
 * that it is still the same, and no page gets the one of another build.
 */
export const startScript = (root: string): Plugin => ({
  name: 'streamline:start-script',
  apply: 'build',
  async buildStart() {
    this.emitFile({ type: 'asset', name: 'start.js', source: await readFile(join(root, source)) })
  },
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      const script = Object.values(bundle ?? {}).find(
        (file) => file.type === 'asset' && file.names.includes('start.js'),
      )
      if (script === undefined) throw new Error(`The build has no file for ${source}`)
      return html.replace(`/${source}`, `/${script.fileName}`)
    },
  },
})
