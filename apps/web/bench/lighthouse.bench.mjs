import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import lighthouse from 'lighthouse'
import { chromium } from 'playwright-core'
import { startTestApp } from '../../../tools/app/test-app.mjs'
import { freePort } from '../../../tools/postgres/server.mjs'

/** Accessibility must be whole; the speed score swings with the machine and is printed only. */
const required = 100

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

let worst = 100
const measure = async (path) => {
  const result = await lighthouse(app.url + path, {
    port,
    logLevel: 'error',
    disableStorageReset: true,
    onlyCategories: ['accessibility', 'best-practices', 'seo', 'performance'],
  })
  if (!result) throw new Error(`Lighthouse gave no result for ${path}`)
  const shown = new URL(result.lhr.finalDisplayedUrl ?? app.url).pathname
  if (shown !== path) throw new Error(`${path} led to ${shown}`)
  const { accessibility, seo, performance, 'best-practices': practices } = result.lhr.categories
  worst = Math.min(worst, score(accessibility))
  console.log(
    `${path.padEnd(16)} accessibility ${score(accessibility)}, ${(score(accessibility) / required).toFixed(2)} of what ` +
      `is required; best practices ${score(practices)}, SEO ${score(seo)}, speed ${score(performance)} here`,
  )
  for (const { id } of [...accessibility.auditRefs, ...seo.auditRefs]) {
    const audit = result.lhr.audits[id]
    if (audit?.score === 0) console.log(`  ${id}: ${audit.title}`)
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
if (worst < required) {
  console.error('Accessibility is not whole.')
  process.exitCode = 1
}
