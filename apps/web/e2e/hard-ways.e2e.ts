import type { Locator, Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTab, patiently, sees, type Visit } from './browser.ts'
import { goTo, settle, violationsOf } from './inspection.ts'
import { startDemo } from './person.ts'
import { setStage } from './stage.ts'

const stage = setStage()
let visit: Visit

/** A family of its own for each test that changes something in it. */
const withDemo = () =>
  beforeEach(async () => {
    visit = await stage.open()
    await startDemo(visit.page)
  })

describe('without a mouse', () => {
  withDemo()

  it('adds a subscription with the keyboard alone, with less than thirty keys', async () => {
    const { page } = visit
    await goTo(visit, '/add')
    await page.getByRole('combobox', { name: 'Provider or plan' }).waitFor()
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
    expect(await page.getByRole('region', { name: 'Terms' }).innerText()).toContain('₹139')
    expect(visit.complaints).toEqual([])
  })
})

const openNetflix = async (): Promise<void> => {
  await goTo(visit, '/subscriptions?q=netflix')
  await visit.page
    .locator('main')
    .getByRole('link', { name: /Netflix/ })
    .first()
    .click()
  await visit.page.getByText('Active, renews').waitFor()
  await settle(visit)
}

const undo = (page: Page) => page.getByRole('status').getByRole('button', { name: 'Undo' })

/** Does something and puts the pointer on what then appears: a message stays while it is there. */
const reachFor = (button: Locator, act: () => Promise<void>) => Promise.all([button.hover(), act()])

describe('what can be taken back', () => {
  withDemo()

  it('a cancellation, from the message that reports it', async () => {
    const { page } = visit
    await openNetflix()
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    const sheet = page.getByRole('dialog')
    await sheet
      .getByText(/avoid(ed)? .*(until|by|on) /)
      .first()
      .waitFor()
    await reachFor(undo(page), () => sheet.getByRole('button', { name: 'Cancel subscription' }).click())
    await page.getByText(/^Cancelled, usable until/).waitFor()
    await undo(page).click()
    await page.getByText(/^Active, renews/).waitFor()
  })

  it('a payment, which stays in the history as taken back', async () => {
    const { page } = visit
    await openNetflix()
    const periods = page.getByRole('region', { name: 'Periods and payments' })
    const before = await periods.getByText('Taken back').count()
    const markPaid = periods.getByRole('button', { name: /^Mark paid/ }).first()
    await reachFor(undo(page), () => markPaid.click())
    await sees(page.getByText(/the payment is taken back/), () => undo(page).click())
    await expect.poll(() => periods.getByText('Taken back').count(), patiently).toBe(before + 1)
  })
})

describe('when something fails', () => {
  beforeAll(async () => {
    visit = await stage.open()
    await startDemo(visit.page)
  })

  it.each(['/subscriptions', '/money', '/money?tab=paid', '/money?tab=between', '/add'])(
    '%s says so and tries again',
    async (path) => {
      const { page } = await openTab(visit)
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
      await page.close()
    },
  )
})

describe('when two change the same', () => {
  withDemo()

  it('keeps what was typed when somebody else changed the subscription meanwhile', async () => {
    const { page } = visit
    const { page: other } = await openTab(visit)
    await openNetflix()
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
  })
})
