import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build as bundle, type Plugin } from 'vite'
import type { Build } from '../src/service-worker/build.ts'

/** What a page never asks for, or only a search engine. */
const isLeft = (file: string): boolean => /^\.vite|\.(?:br|gz|txt|html)$|^service-worker\.js$/.test(file)

const hashOf = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')

/** All files that lie there now. */
const buildIn = async (folder: string): Promise<Build> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .filter((file) => !isLeft(file))
    .toSorted()
  const page = hashOf(await readFile(join(folder, 'index.html')))
  const contents = await Promise.all(
    files.map(async (file) => `${file} ${hashOf(await readFile(join(folder, file)))}`),
  )
  return {
    id: hashOf([page, ...contents].join('\n')).slice(0, 16),
    files: files.map((file) => `/${file}`),
    page,
  }
}

/** Writes the service worker, which knows all files of the build, after them. */
export const serviceWorker = (root: string): Plugin => ({
  name: 'streamline:service-worker',
  apply: 'build',
  writeBundle: {
    order: 'post',
    async handler({ dir: dist }) {
      if (dist === undefined) return
      await bundle({
        root,
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: { BUILD: JSON.stringify(await buildIn(dist)) },
        build: {
          target: 'es2023',
          outDir: dist,
          emptyOutDir: false,
          modulePreload: false,
          rolldownOptions: {
            input: join(root, 'src/service-worker/service-worker.ts'),
            output: { format: 'iife', entryFileNames: 'service-worker.js' },
          },
        },
      })
    },
  },
})
