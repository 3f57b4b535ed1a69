import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { rolldown, type OutputChunk, type OutputOptions } from 'rolldown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import manifest from '../package.json'

/** What an app on a phone bundles, with the conditions of its bundler. */
const bundle = async (entries: readonly string[], options: OutputOptions): Promise<OutputChunk[]> => {
  const build = await rolldown({
    input: entries.map((entry) => resolve(import.meta.dirname, '..', entry)),
    platform: 'neutral',
    resolve: {
      conditionNames: ['react-native', 'import', 'default'],
      mainFields: ['react-native', 'module', 'main'],
    },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    logLevel: 'silent',
  })
  const { output } = await build.generate(options)
  await build.close()
  return output.filter((file) => file.type === 'chunk')
}

let chunks: OutputChunk[]

beforeAll(async () => {
  const entries = Object.values(manifest.exports).filter((entry) => !entry.endsWith('.css'))
  chunks = await bundle(entries, { format: 'esm' })
}, 60_000)

test('a phone gets no schema library, no time zones, nothing of a server and no other bundler’s tricks', () => {
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds)
  expect(modules.length).toBeGreaterThan(100)
  const unwanted = /node_modules\/(zod|temporal-polyfill|yalps)\/|packages\/contract\//
  expect(modules.filter((id) => unwanted.test(id))).toEqual([])
  expect(chunks.flatMap(({ imports }) => imports).filter((id) => id.startsWith('node:'))).toEqual([])
  expect(chunks.filter(({ code }) => code.includes('import.meta')).map(({ name }) => name)).toEqual([])
})

test('what is fetched later is named where it is fetched, so that every bundler finds it', () => {
  const ours = chunks.flatMap(({ modules }) =>
    Object.entries(modules)
      .filter(([id]) => id.includes('/packages/'))
      .map(([, { code }]) => code ?? ''),
  )
  const fetched = ours.flatMap((code) => [...code.matchAll(/\bimport\(([^)]*)\)/g)].map(([, what]) => what))
  expect(fetched.length).toBeGreaterThan(0)
  expect(fetched.filter((what) => !/^\s*["'`][^$"'`]+["'`]\s*$/.test(what ?? ''))).toEqual([])
})

const server = createServer((request, response) => {
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ path: request.url, client: request.headers['x-client'] }))
})

afterAll(() => {
  server.close()
})

/** What React Native has. There is no document, window, localStorage, navigator, crypto or process. */
const phoneGlobals = [
  ...([
    'fetch',
    'Request',
    'Response',
    'Headers',
    'FormData',
    'Blob',
    'File',
    'URL',
    'URLSearchParams',
  ] as const),
  ...(['AbortController', 'AbortSignal', 'setTimeout', 'clearTimeout', 'queueMicrotask', 'console'] as const),
]

const firstSteps = `(async () => {
  const session = streamline.createSessionKeeper({
    refresh: (credentials) => client.identity.refresh(credentials),
    store: { read: async () => null, write: async () => {} },
    exclusively: (work) => work(),
    publish: () => {},
    onNews: () => {},
  })
  const client = streamline.createClient({ baseUrl, session, kind: 'mobile' })
  const texts = await streamline.createI18n('hi')
  return JSON.stringify([await session.start(), await client.me.read({}), texts.t('nav.overview')])
})()`

test('the client calls the API where there is neither page nor Node', async () => {
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  const [whole] = await bundle([manifest.exports['.']], {
    format: 'iife',
    name: 'streamline',
    codeSplitting: false,
  })
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const globals = Object.fromEntries(phoneGlobals.map((name) => [name, globalThis[name]]))
  const phone = createContext({ ...globals, baseUrl })
  runInContext(whole?.code ?? '', phone)
  const answer = (await runInContext(firstSteps, phone)) as string
  expect(JSON.parse(answer)).toEqual(['signedOut', { path: '/v1/me', client: 'mobile' }, 'होम'])
}, 60_000)
