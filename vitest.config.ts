import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

type Options = NonNullable<TestProjectInlineConfiguration['test']>

const project = (name: string, folder: string, options: Options = {}): TestProjectInlineConfiguration => ({
  root: `./${folder}`,
  test: { name, environment: 'node', include: ['src/**/*.test.{ts,tsx}'], ...options },
})

/** Test files share their worker, which saves loading the modules again; none leaves anything behind in them. */
const together: Options = { isolate: false }

/** What needs a MongoDB. */
const mongodbOnly = ['src/platform/documents/mongo-*.test.ts', 'src/documents.main.test.ts']

const setupIn = (folder: string, name = 'global-setup'): Options => {
  const path = fileURLToPath(new URL(`./${folder}/${name}.ts`, import.meta.url))
  return existsSync(path) ? { globalSetup: [path] } : {}
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project('domain', 'packages/domain', together),
      project('contract', 'packages/contract', together),
      project('catalogue', 'packages/catalogue', together),
      project('client', 'packages/client', together),
      project('web', 'apps/web'),
      project('api', 'apps/api', {
        ...setupIn('apps/api/test'),
        include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
        exclude: mongodbOnly,
        ...together,
        testTimeout: 120_000,
        hookTimeout: 240_000,
      }),
      // What has to do with documents once more, where they are in MongoDB.
      project('api-mongodb', 'apps/api', {
        ...setupIn('apps/api/test', 'global-setup-mongodb'),
        include: ['src/features/{catalogue,connections,subscriptions,usage}/**/*.test.ts', ...mongodbOnly],
        exclude: ['src/**/*.postgres.test.ts'],
        ...together,
        testTimeout: 240_000,
        hookTimeout: 240_000,
      }),
      project('tools', 'tools', {
        include: ['**/*.test.mjs'],
        testTimeout: 120_000,
        hookTimeout: 60_000,
        sequence: { groupOrder: 1 },
      }),
      // What is packed for a phone: its bytecode, its project.
      project('mobile', 'apps/mobile', {
        include: ['build/**/*.test.ts'],
        testTimeout: 900_000,
        hookTimeout: 900_000,
        sequence: { groupOrder: 1 },
      }),
      project('browser', 'apps/web', {
        ...setupIn('apps/web/e2e'),
        include: ['e2e/**/*.e2e.ts'],
        testTimeout: 300_000,
        hookTimeout: 300_000,
        // A browser on a busy machine is late in more ways than a test can name: what passes only at the second try is named
        // at the end of `npm test`, and passes.
        retry: process.env['CI'] === undefined ? 0 : 1,
        sequence: { groupOrder: 2 },
      }),
      // Its screens as a page, before the real API.
      project('phone', 'apps/mobile', {
        ...setupIn('apps/mobile/e2e'),
        include: ['e2e/**/*.e2e.ts'],
        testTimeout: 300_000,
        hookTimeout: 900_000,
        retry: process.env['CI'] === undefined ? 0 : 1,
        sequence: { groupOrder: 3 },
      }),
    ],
  },
})
