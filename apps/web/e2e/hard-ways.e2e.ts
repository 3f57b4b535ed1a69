import { startTestApp, type TestApp } from '../../../tools/app/test-app.mjs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeWindow, launchBrowser, openWindow, pictureOnFailure, type Visit } from './browser.ts'
import { violationsOf } from './inspection.ts'
import { startDemo } from './person.ts'

let app: TestApp
let browser: Browser
let visit: Visit

beforeAll(async () => {
  app = await startTestApp()
  browser = await launchBrowser()
  visit = await openWindow(browser, app.url)
  await startDemo(visit.page)
})
afterAll(async () => {
  if (visit) await closeWindow(visit)
  await browser?.close()
  await app?.stop()
})

describe('without a mouse', () => {
  it('adds a subscription with the keyboard alone, in less than 15 seconds', async () => {
    const { page } = visit
    pictureOnFailure(page, 'keyboard-add')
    const began = Date.now()
    await page.goto('/add')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type('spotify individual')
    await page
      .getByRole('option', { name: /Spotify Premium Individual/ })
      .first()
      .waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'What will be charged' }).getByText('Now').waitFor()
    await page.keyboard.type('139')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /Spotify/ }).waitFor()
    expect(Date.now() - began).toBeLessThan(15_000)
    expect(await page.getByRole('region', { name: 'Terms' }).innerText()).toContain('₹139')
    expect(visit.complaints).toEqual([])
  })
})

const openNetflix = async (): Promise<void> => {
  await visit.page.goto('/subscriptions?q=netflix')
  await visit.page
    .locator('main')
    .getByRole('link', { name: /Netflix/ })
    .first()
    .click()
  await visit.page.getByText('Active, renews').waitFor()
}

describe('what can be taken back', () => {
  it('a cancellation, from the message that reports it', async () => {
    const { page } = visit
    pictureOnFailure(page, 'undo-cancel')
    await openNetflix()
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    const sheet = page.getByRole('dialog')
    await sheet
      .getByText(/avoid(ed)? .*(until|by|on) /)
      .first()
      .waitFor()
    await sheet.getByRole('button', { name: 'Cancel subscription' }).click()
    await page.getByText(/^Cancelled, usable until/).waitFor()
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    await page.getByText(/^Active, renews/).waitFor()
  })

  it('a payment, which stays in the history as taken back', async () => {
    const { page } = visit
    pictureOnFailure(page, 'undo-payment')
    await openNetflix()
    const periods = page.getByRole('region', { name: 'Periods and payments' })
    const before = await periods.getByText('Taken back').count()
    await periods
      .getByRole('button', { name: /^(Record payment|Paid early)/ })
      .first()
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'Record payment' }).click()
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    await page.getByText(/the payment is taken back/).waitFor()
    await expect.poll(() => periods.getByText('Taken back').count()).toBe(before + 1)
  })
})

describe('when something fails', () => {
  it.each(['/subscriptions', '/money', '/money?tab=paid', '/money?tab=between', '/add'])(
    '%s says so and tries again',
    async (path) => {
      const { page } = visit
      pictureOnFailure(page, `failing${path.replaceAll(/\W/g, '-')}`)
      await page.route(
        /\/v1\/(households\/[^/]+\/(subscriptions|charges|history|balances)|providers)/,
        (route) =>
          route.fulfill({
            status: 503,
            contentType: 'application/problem+json',
            body: '{"code":"unavailable"}',
          }),
      )
      await page.goto(path)
      const alert = page.getByRole('main').getByRole('alert')
      await alert.getByText('A part of the service is away.').waitFor()
      expect(await violationsOf(page)).toEqual([])
      await page.unrouteAll()
      await alert.getByRole('button', { name: 'Try again' }).click()
      await alert.waitFor({ state: 'hidden' })
    },
  )

  it('keeps what was typed when somebody else changed the subscription meanwhile', async () => {
    const { page } = visit
    pictureOnFailure(page, 'conflict')
    const other = await page.context().newPage()
    await page.goto('/subscriptions?q=netflix')
    await page
      .locator('main')
      .getByRole('link', { name: /Netflix/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await page.getByLabel('Labels').fill('evening')

    await other.goto(page.url())
    await other.getByRole('button', { name: 'Change', exact: true }).click()
    await other.getByLabel('Notes').fill('The password is the dog’s name.')
    await other.getByRole('button', { name: 'Save' }).click()
    await other.getByRole('dialog').waitFor({ state: 'hidden' })
    await other.getByText('The password is the dog’s name.').waitFor()

    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('Somebody changed this meanwhile.').waitFor()
    expect(await dialog.getByLabel('Labels').inputValue()).toBe('evening')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText('The password is the dog’s name.').waitFor()
    await page.getByRole('list', { name: 'Labels' }).getByText('evening').waitFor()
    await other.close()
  })
})
