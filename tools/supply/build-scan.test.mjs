import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { buildApi, buildWeb } from '../build/build.mjs'
import { root } from '../setup/root.mjs'

/** What must be in no file that is shipped. @type {[RegExp, string][]} */
const secrets = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[\w+/]{20}/, 'a private key'],
  [/\b(AKIA|ASIA)[A-Z\d]{16}\b/, 'a key of AWS'],
  [/\bgh[pousr]_[A-Za-z\d]{36}\b/, 'a token of GitHub'],
  [/\bAIza[\w-]{35}\b/, 'a key of Google'],
  [/\bslk_[A-Za-z\d]{40,}\b/, 'a key of our own'],
  [/\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/, 'a token'],
  [
    /\bpostgres(ql)?:\/\/[^\s:@/'"`$]+:[^\s@'"`$]+@(?!127\.0\.0\.1|localhost|host|postgres\b)/,
    'a database with its password',
  ],
  [/correct horse battery|a secret that only the tests know|a secret for tests/, 'what only tests know'],
]

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(join(root, file)).isFile())

/** @param {string} file */
const textOf = (file) => readFileSync(join(root, file), 'latin1')

beforeAll(async () => {
  await buildApi()
  await buildWeb()
}, 300_000)

test('13.3.1 13.4.1 no secret, no test and no path of this machine is in what is built', () => {
  const files = [...filesIn('apps/api/dist'), ...filesIn('apps/web/dist')]
  expect(files.length).toBeGreaterThan(5)
  for (const file of files) {
    const text = textOf(file)
    for (const [pattern, what] of secrets)
      expect(text.match(pattern)?.[0], `${what} in ${file}`).toBeUndefined()
    expect(text.includes(root), `a path of this machine in ${file}`).toBe(false)
    expect(file).not.toMatch(/\.(test|e2e)\.|\.env|\.git\b|\.pem$|\.key$/)
  }
})

test('13.4.2 what browsers get is built for production: no source, no debugger, no tools of development', () => {
  const files = filesIn('apps/web/dist')
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
  for (const file of files.filter((name) => /\.(js|css|html)$/.test(name)))
    expect(textOf(file), file).not.toMatch(/sourceMappingURL=|\bdebugger;|react-refresh|@vite\/client/)
})

test('13.4.1 the image holds what runs and nothing else, and its context neither history nor secrets', () => {
  const ignored = textOf('.dockerignore').split('\n')
  for (const what of ['.git', '.env*', '**/.data', '**/*.log', '**/*.pem', '**/node_modules'])
    expect(ignored, what).toContain(what)
  const last =
    textOf('Dockerfile')
      .split(/^FROM /m)
      .at(-1) ?? ''
  const copied = [...last.matchAll(/^COPY (?:--from=\w+ )?(\S+)/gm)].map(([, from]) => from)
  for (const from of copied)
    expect(from).toMatch(
      /^(\/app\/)?(package\.json|node_modules|apps\/(api|web)\/(package\.json|node_modules|migrations|dist))$/,
    )
  expect(last).toMatch(/^USER node$/m)
  expect(last).toMatch(/NODE_ENV=production/)
  expect(textOf('Dockerfile')).not.toMatch(/^(ARG|ENV) .*(SECRET|PASSWORD|TOKEN|_KEY)/m)
})
