import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

/** 170 kB of gzipped JavaScript for the first route: issue 1. */
const budget = 170_000

const dist = new URL('../dist/', import.meta.url)

const screens = {
  landing: ['src/features/landing/landing.screen.tsx', 'landing'],
  home: ['src/features/overview/overview.screen.tsx'],
}
const languages = { English: 'en', Hindi: 'hi' }

/** What a visitor of each first route fetches, besides the entry: its screen, and what it says. */
const routes = Object.entries(screens).flatMap(([route, [screen, ...texts]]) =>
  Object.entries(languages).map(([name, language]) => [
    `${route} in ${name}`,
    [
      screen,
      ...['first', ...texts].map((part) => `../../packages/client/src/translations/${language}/${part}.ts`),
    ],
  ]),
)

const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8'))

/** A chunk and all that it needs before it can run. */
const closure = (name, found = new Set()) => {
  if (found.has(name)) return found
  if (!manifest[name]) throw new Error(`The build has no ${name}`)
  found.add(name)
  for (const next of manifest[name].imports ?? []) closure(next, found)
  return found
}

const gzipOf = async (name) =>
  gzipSync(await readFile(new URL(manifest[name].file, dist)), { level: 9 }).length

let worst = 0
for (const [route, modules] of routes) {
  const chunks = new Set(closure('index.html'))
  for (const module of modules) closure(module, chunks)
  const scripts = [...chunks].filter((name) => manifest[name].file.endsWith('.js'))
  const sizes = await Promise.all(scripts.map(gzipOf))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const ratio = total / budget
  worst = Math.max(worst, ratio)
  console.log(
    `${route.padEnd(18)} ${(total / 1000).toFixed(1).padStart(6)} kB gzip JavaScript in ${scripts.length} files, ` +
      `${ratio.toFixed(3)} of the budget of ${budget / 1000} kB`,
  )
}
if (worst > 1) {
  console.error('The first route is over its budget.')
  process.exitCode = 1
}
