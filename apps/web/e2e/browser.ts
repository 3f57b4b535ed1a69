import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser, type Locator, type Page, type Request } from 'playwright-core'

/** Pictures of what a failing test saw last. */
const pictures = join(import.meta.dirname, '../../../reports/browser')

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** How long a test waits for what the screen must show: a machine that is busy with other things is slow, not wrong. */
export const patience = 60_000
export const patiently = { timeout: patience, interval: 100 }

export const phone = { width: 412, height: 915 }
/** The narrowest that is sold, and a window at 400 percent. */
export const smallPhone = { width: 320, height: 640 }
export const desktop = { width: 1280, height: 860 }

export interface Visit {
  page: Page
  /** What the page complained of: errors of scripts, of the console, of the content security policy. */
  complaints: string[]
  /** What it asked for and has not got yet. */
  underway: ReadonlySet<Request>
}

export type WindowOptions = Parameters<Browser['newContext']>[0]

/** A refusal that a screen shows on purpose is also logged by the browser; the screen is what is tested. */
const isRefusal = (text: string): boolean =>
  /Failed to load resource.*status of (401|403|404|409|412|422)/.test(text)

/** A window of its own, as a first visit; fails loudly through `complaints`. */
export const openWindow = async (
  browser: Browser,
  origin: string,
  options: WindowOptions = {},
): Promise<Visit> => {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    viewport: desktop,
    reducedMotion: 'reduce',
    // Keeping the whole app on the device is for the tests that are about it.
    serviceWorkers: 'block',
    ...options,
  })
  context.setDefaultTimeout(patience)
  return visitOf(await context.newPage())
}

/** Another tab of the same window. */
export const openTab = async ({ page }: Visit): Promise<Visit> => visitOf(await page.context().newPage())

const visitOf = (page: Page): Visit => ({
  page,
  complaints: listenTo(page),
  underway: requestsOf(page),
})

const requestsOf = (page: Page): ReadonlySet<Request> => {
  const underway = new Set<Request>()
  // What waits for a change of somebody else is never answered on a quiet screen.
  page.on('request', (request) => {
    if (!new URL(request.url()).pathname.endsWith('/changes')) underway.add(request)
  })
  page.on('requestfinished', (request) => underway.delete(request))
  page.on('requestfailed', (request) => underway.delete(request))
  return underway
}

const listenTo = (page: Page): string[] => {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isRefusal(message.text()))
      complaints.push(`console: ${message.text()}`)
  })
  return complaints
}

/** Does something and sees what is said about it, which may stand there for seconds only. */
export const sees = async (message: Locator, act: () => Promise<unknown>): Promise<void> => {
  await Promise.all([message.waitFor(), act()])
}

/** Saves what windows show; one that is gone shows nothing. */
export const takePictures = async (visits: readonly Visit[], name: string): Promise<void> => {
  await mkdir(pictures, { recursive: true })
  const file = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 150)
  for (const [at, page] of visits.flatMap((visit) => visit.page.context().pages()).entries()) {
    const path = join(pictures, `${file}-${at + 1}.png`)
    await page.screenshot({ path, fullPage: true, timeout: 15_000 }).catch(() => {})
  }
}

export const closeWindow = ({ page }: Visit): Promise<void> => page.context().close()
