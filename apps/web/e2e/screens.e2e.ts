import { startTestApp, type TestApp } from '../../../tools/app/test-app.mjs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeWindow, launchBrowser, pictureOnFailure, type Visit } from './browser.ts'
import { inspect, overflowOf, settle } from './inspection.ts'
import { looks, openLook } from './looks.ts'
import { startDemo } from './person.ts'

const publicScreens = ['/', '/sign-in', '/register', '/invite', '/guest', '/nowhere']

const screens = [
  '/home',
  '/subscriptions',
  '/subscriptions?q=zzzz',
  '/add',
  '/add?provider=jio&kind=mobile',
  '/add?plan=netflix-in-premium',
  '/add?plan=act-in-chennai-basic',
  '/add?plan=own',
  '/money',
  '/money?tab=paid',
  '/money?tab=between',
  '/welcome',
  '/more',
  '/settings',
  '/settings/people',
  '/settings/household',
]

let app: TestApp
let browser: Browser

beforeAll(async () => {
  app = await startTestApp()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

/** The subscription that every household knows. */
const netflix = async (page: Page): Promise<void> => {
  await page.goto('/subscriptions?q=netflix')
  await page
    .locator('main')
    .getByRole('link', { name: /Netflix/ })
    .first()
    .click()
}

/** What opens on top of a screen. */
const testSheets = (visitOf: () => Visit, name: string): void => {
  it.each(['Change', 'Cancel'])('the sheet to %s', async (button) => {
    const { page } = visitOf()
    pictureOnFailure(page, `${name}-${button}`)
    await netflix(page)
    await page.getByRole('button', { name: button, exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await inspect(visitOf())
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  it('a payment ahead of time, and taking one back', async () => {
    const { page } = visitOf()
    pictureOnFailure(page, `${name}-payment`)
    await page.goto('/money')
    await page.getByRole('button', { name: /^Paid/ }).last().click()
    await page.getByRole('dialog', { name: /Payment for/ }).waitFor()
    await inspect(visitOf())
    await page.keyboard.press('Escape')
    await page.goto('/money?tab=paid')
    await page
      .getByRole('button', { name: /^Take back/ })
      .first()
      .click()
    await page.getByRole('alertdialog').waitFor()
    await inspect(visitOf())
  })

  it('a recharge', async () => {
    const { page } = visitOf()
    pictureOnFailure(page, `${name}-recharge`)
    await page.goto('/subscriptions?kind=mobile')
    await settle(page)
    await page
      .getByRole('button', { name: /^Recharge/ })
      .first()
      .click()
    await page
      .getByRole('dialog', { name: /Recharge/ })
      .getByLabel('Recharged on')
      .waitFor()
    await inspect(visitOf())
  })
}

describe.each(looks)('$look', (look) => {
  let visit: Visit
  const name = look.look.replaceAll(' ', '-')
  const inEnglish = look.language === 'en'

  beforeAll(async () => {
    visit = await openLook(browser, app.url, look)
  })
  afterAll(() => closeWindow(visit))

  it.each(publicScreens)('%s, before signing in', async (path) => {
    pictureOnFailure(visit.page, `${name}${path.replaceAll(/\W/g, '-')}`)
    await visit.page.goto(path)
    await inspect(visit)
  })

  it('starts a demo household', async () => {
    pictureOnFailure(visit.page, `${name}-demo`)
    await startDemo(visit.page)
    await inspect(visit)
  })

  it.each(screens)('%s', async (path) => {
    pictureOnFailure(visit.page, `${name}${path.replaceAll(/\W/g, '-')}`)
    await visit.page.goto(path)
    await inspect(visit)
  })

  it('subscriptions of the demo', async () => {
    const { page } = visit
    pictureOnFailure(page, `${name}-subscription`)
    await page.goto('/subscriptions')
    await settle(page)
    const paths = await page
      .locator('main a[href^="/subscriptions/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(paths.length).toBeGreaterThan(8)
    for (const path of inEnglish ? paths : paths.slice(0, 4)) {
      await page.goto(path)
      await settle(page)
      expect(await overflowOf(page), path).toBe(0)
    }
    await inspect(visit)
  })

  if (inEnglish) testSheets(() => visit, name)
})
