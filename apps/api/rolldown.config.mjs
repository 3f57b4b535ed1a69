import { fileURLToPath } from 'node:url'
import { defineConfig } from 'rolldown'
import { apiSources, fingerprint } from '../../tools/build/fingerprint.mjs'

/** Bundled: our own packages, which are TypeScript source, and the compiler's runtime. The rest stays in node_modules. */
const bundled = /^(@streamline\/|@oxc-project\/runtime\/)/
const isFile = /^(\.|\/|[A-Za-z]:\\|\0)/

const root = fileURLToPath(new URL('../..', import.meta.url))

export default defineConfig({
  input: {
    'api.main': 'src/api.main.ts',
    'worker.main': 'src/worker.main.ts',
    'documents.main': 'src/documents.main.ts',
  },
  platform: 'node',
  // Nest injects by the types of constructor parameters: experimentalDecorators and emitDecoratorMetadata stand here.
  tsconfig: './tsconfig.json',
  external: (id) => !bundled.test(id) && !isFile.test(id),
  transform: {
    target: 'node22',
    define: { BUILD_FINGERPRINT: JSON.stringify(await fingerprint(root, apiSources)) },
  },
  output: {
    dir: 'dist',
    format: 'esm',
    sourcemap: true,
    cleanDir: true,
    keepNames: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunk.[name].js',
  },
})
