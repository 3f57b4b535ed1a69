import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { onTestFailed } from 'vitest'

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

export const phone = { width: 412, height: 915 }
export const desktop = { width: 1280, height: 860 }

export interface Visit {
  page: Page
  /** What the page complained of: errors of scripts, of the console, of the content security policy. */
  complaints: string[]
}

/** A refusal that a screen shows on purpose is also logged by the browser; the screen is what is tested. */
const isRefusal = (text: string): boolean =>
  /Failed to load resource.*status of (401|403|404|409|412|422)/.test(text)

/** A window of its own, as a first visit; fails loudly through `complaints`. */
export const openWindow = async (
  browser: Browser,
  origin: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Visit> => {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    viewport: desktop,
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  return { page, complaints: listenTo(page) }
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

/** Saves what the page shows if the test that calls it fails. */
export const pictureOnFailure = (page: Page, name: string): void =>
  onTestFailed(async () => {
    await mkdir(pictures, { recursive: true })
    await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true }).catch(() => {})
  })

export const closeWindow = ({ page }: Visit): Promise<void> => {
  const context: BrowserContext = page.context()
  return context.close()
}
