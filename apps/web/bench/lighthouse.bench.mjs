import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import lighthouse from 'lighthouse'
import { chromium } from 'playwright-core'
import { startTestApp } from '../../../tools/app/test-app.mjs'
import { line, load } from '../../../tools/bench/line.mjs'
import { freePort } from '../../../tools/postgres/server.mjs'

/** What a phone of the middle class must reach on the first screens; of the others accessibility must be whole. */
const targets = {
  performance: { atLeast: 90 },
  'largest-contentful-paint': { atMost: 2500, unit: 'ms' },
  'total-blocking-time': { atMost: 200, unit: 'ms' },
  'cumulative-layout-shift': { atMost: 0.05, digits: 3 },
}
const firstScreens = new Set(['/', '/home', '/subscriptions', '/money'])

const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking ' +
  '--disable-component-update --disable-sync'

const app = await startTestApp()
const port = await freePort()
const profile = await mkdtemp(join(tmpdir(), 'streamline-lighthouse-'))
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: '/usr/bin/chromium',
  args: [...flags.split(' '), `--remote-debugging-port=${port}`],
})

const score = ({ score: value }) => Math.round((value ?? 0) * 100)

const measure = async (path) => {
  const result = await lighthouse(app.url + path, {
    port,
    logLevel: 'error',
    disableStorageReset: true,
    onlyCategories: ['accessibility', 'best-practices', 'seo', 'performance'],
  })
  if (!result) throw new Error(`Lighthouse gave no result for ${path}`)
  const { audits, categories, finalDisplayedUrl } = result.lhr
  const shown = new URL(finalDisplayedUrl ?? app.url).pathname
  if (shown !== path) throw new Error(`${path} led to ${shown}`)
  const { accessibility, seo, performance, 'best-practices': practices } = categories
  console.log(`\n${path}: best practices ${score(practices)}, SEO ${score(seo)}, ${load()}`)
  line('accessibility', score(accessibility), { digits: 0, atLeast: 100 })
  for (const { id } of [...accessibility.auditRefs, ...seo.auditRefs]) {
    const audit = audits[id]
    if (audit?.score === 0) console.log(`  ${id}: ${audit.title}`)
  }
  for (const [name, target] of Object.entries(targets)) {
    const value = name === 'performance' ? score(performance) : (audits[name]?.numericValue ?? Number.NaN)
    line(name, value, {
      digits: 0,
      ...(firstScreens.has(path) ? target : { digits: target.digits, unit: target.unit }),
    })
  }
}

/** Somebody with things running, so that Home and the lists have something to show. */
const signIn = async () => {
  const page = await browser.newPage()
  await page.goto(app.url)
  await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' }
    const demo = await fetch('/v1/auth/demo', { method: 'POST', headers, body: '{}' })
    if (!demo.ok) throw new Error(`No demo household: ${demo.status}`)
    localStorage.setItem('streamline.session', 'signed-in')
  })
  await page.close()
}

try {
  for (const path of ['/', '/sign-in', '/register']) await measure(path)
  await signIn()
  for (const path of ['/home', '/subscriptions', '/add', '/money', '/settings']) await measure(path)
} finally {
  await browser.close()
  await app.stop()
  await rm(profile, { recursive: true, force: true })
}
