import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, inject, onTestFailed } from 'vitest'
import { startTestAppOn, type TestApp } from '../../../tools/app/test-app.mjs'
import { createDatabase, dropDatabase } from '../../../tools/postgres/test-server.mjs'
import { serveBench } from './bench-server.ts'

export const phone = { width: 412, height: 915 }
export const smallPhone = { width: 360, height: 640 }

const patience = 60_000

export interface Visit {
  readonly page: Page
  /** What the app complained of. */
  readonly complaints: string[]
}

/** A refusal or an absence that a screen shows on purpose is also logged by the browser; the screen is what is tested. */
const isShown = (text: string): boolean => /Failed to load resource/.test(text)

/** The phone’s app as a page before a real API, and a browser, for the tests of a file. */
export const setStage = () => {
  let app: TestApp
  let bench: Awaited<ReturnType<typeof serveBench>>
  let browser: Browser
  let databaseUrl: string

  beforeAll(async () => {
    const { server, template, folder } = inject('bench')
    databaseUrl = await createDatabase(server, template)
    app = await startTestAppOn(databaseUrl)
    bench = await serveBench(app.url, folder)
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    })
  })
  afterAll(async () => {
    await browser?.close()
    await bench?.stop()
    await app?.stop()
    if (databaseUrl) await dropDatabase(databaseUrl)
  })

  return {
    get api() {
      return app.url
    },
    setAway: (away: boolean): void => bench.setAway(away),
    open: async (viewport = phone, colorScheme: 'light' | 'dark' = 'light'): Promise<Visit> => {
      const context = await browser.newContext({
        baseURL: bench.url,
        locale: 'en-IN',
        timezoneId: 'Asia/Kolkata',
        viewport,
        hasTouch: true,
        colorScheme,
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(patience)
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error' && !isShown(message.text())) complaints.push(message.text())
      })
      const asked: string[] = []
      page.on('requestfinished', async (request) => {
        // A browser that closes meanwhile answers nothing more.
        const answer = await request.response().catch(() => null)
        asked.push(`${request.method()} ${request.url()} ${answer?.status()}`)
      })
      page.on('requestfailed', (request) => asked.push(`${request.method()} ${request.url()} broke`))
      onTestFailed(async () => {
        const shown = await page.locator('body').innerText({ timeout: 5_000 }).catch(String)
        process.stdout.write(`\n${page.url()} showed:\n${shown}\n${asked.slice(-25).join('\n')}\n`)
      })
      return { page, complaints }
    },
  }
}
