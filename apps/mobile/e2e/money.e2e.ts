import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { makeFamily } from './family.ts'
import { looksRight } from './inspection.ts'
import { setStage } from './stage.ts'
import { overflowOf, picture, sheetOf, signIn } from './walk.ts'

const stage = setStage()

/** Another app comes in front, and goes again. */
const leaveAndReturn = async (page: Page): Promise<void> => {
  for (const state of ['hidden', 'visible'])
    await page.evaluate((visibility) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
}

/** What is opened outside is kept here instead. */
const keepOpened = (page: Page) =>
  page.addInitScript(() => {
    const opened: string[] = []
    Object.assign(window, { opened })
    window.open = (address) => {
      opened.push(String(address))
      return null
    }
  })

const openedIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { opened: string[] }).opened)

test('what a charge takes: another amount by somebody else, what was billed, a waiver, and back', async () => {
  const visit = await stage.open()
  const { page, complaints } = visit
  await signIn(page, await makeFamily(stage.api))
  await page.getByRole('tab', { name: 'Money' }).click()
  await page
    .getByRole('button', { name: /^Details of Netflix/ })
    .first()
    .click()
  await sheetOf(page).getByText('Nothing was paid yet.').waitFor()
  expect(await overflowOf(page)).toBe(0)
  await picture(visit, 'charge')

  await sheetOf(page).getByRole('button', { name: 'Correct the amount' }).click()
  await page.getByLabel('What the provider really billed').fill('700')
  await page.getByRole('button', { name: 'Correct', exact: true }).click()
  await page.getByText('Say why it differs; it stands in the history.').waitFor()
  await page.getByLabel('Why').fill('Late fee')
  await picture(visit, 'correct')
  await page.getByRole('button', { name: 'Correct', exact: true }).click()
  await page.getByText('Asha Kulkarni corrected it from ₹649 to ₹700').waitFor()

  await sheetOf(page).getByRole('button', { name: 'Mark paid with details' }).click()
  await page.getByLabel('Amount').fill('300')
  await page.getByText('₹400 stays open.').waitFor()
  await page.getByRole('button', { name: 'Ravi', exact: true }).click()
  await page.getByRole('button', { name: 'UPI', exact: true }).click()
  await picture(visit, 'pay')
  await sheetOf(page).getByRole('button', { name: 'Mark paid' }).click()
  await page.getByText('Ravi paid ₹300 on').waitFor()
  await page.getByText('₹400 open').waitFor()

  await page.getByRole('button', { name: /^Take back ₹300/ }).click()
  await page.getByText('and the charge is open again').waitFor()
  await sheetOf(page).getByRole('button', { name: 'Take back' }).click()
  await page.getByText('Taken back', { exact: true }).waitFor()

  await page.getByRole('button', { name: 'Waive the rest' }).click()
  await sheetOf(page).getByRole('button', { name: 'Waive the rest' }).click()
  await page.getByRole('button', { name: 'Take the waiver back' }).waitFor()
  // The back of the sheet leads to the charge, and only the second one away from it.
  await page.getByRole('button', { name: 'Take the waiver back' }).click()
  await page.getByRole('button', { name: 'Back' }).last().click()
  await page.getByText('Asha Kulkarni waived what was left').waitFor()
  await sheetOf(page).getByRole('button', { name: 'Close' }).last().click()
  await page.getByText('Asha Kulkarni waived what was left').waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})

test('who owes pays by UPI, says after the return that it went through, and can undo that', async () => {
  const visit = await stage.open()
  const { page, complaints } = visit
  await keepOpened(page)
  const family = await makeFamily(stage.api)
  const { items } = await family.call<{ items: { id: string; subscriptionName: string }[] }>(
    'GET',
    `${family.home}/charges?state=open`,
  )
  const spotify = items.find(({ subscriptionName }) => subscriptionName === 'Spotify')
  await family.call('POST', `${family.home}/charges/${spotify?.id}/payments`, { paidBy: family.ravi })
  await signIn(page, family)
  await page.getByRole('tab', { name: 'Money' }).click()
  await page.getByRole('tab', { name: 'Between us' }).click()
  await page.getByRole('button', { name: 'Settle up: Asha Kulkarni to Ravi' }).click()
  await picture(visit, 'settle')
  await page.getByRole('button', { name: 'Open UPI app: ₹90 to Ravi' }).click()
  expect((await openedIn(page))[0]).toContain('upi://pay?pa=ravi@okaxis&pn=Ravi&am=90.00&cu=INR')

  // The system may end the app meanwhile: it asks after a new start too.
  await page.reload()
  await page.getByText('Did ₹90 to Ravi go through?').waitFor()
  await page.getByRole('button', { name: 'No', exact: true }).click()
  await page.getByRole('button', { name: 'Open UPI app: ₹90 to Ravi' }).click()
  await leaveAndReturn(page)
  await page.getByText('Did ₹90 to Ravi go through?').waitFor()
  await picture(visit, 'upi-return')
  await page.getByRole('button', { name: 'Yes, record it' }).click()
  await page.getByText('Everybody is even').waitFor()
  await page.getByText('You gave Ravi').waitFor()
  await page.getByText('Not confirmed yet').waitFor()
  await picture(visit, 'even')

  await page.getByRole('button', { name: /^Undo ₹90 from Asha/ }).click()
  await page.getByRole('button', { name: 'Undo it' }).click()
  await page.getByText('Undone', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Settle up: Asha Kulkarni to Ravi' }).waitFor()
  expect(complaints).toEqual([])
})

test('several dues are paid with one press, taken back with one, and found again in the history', async () => {
  const visit = await stage.open()
  const { page } = visit
  await signIn(page, await makeFamily(stage.api))
  await page.goto('/money')
  await page.getByRole('button', { name: 'Select several' }).click()
  await page
    .getByRole('checkbox', { name: /^Netflix, / })
    .first()
    .click()
  await page
    .getByRole('checkbox', { name: /^Spotify, / })
    .first()
    .click()
  await page.getByText('2 selected').waitFor()
  await looksRight(visit, 'money-several-picked')
  await page.getByRole('button', { name: 'Mark 2 paid' }).click()
  await sheetOf(page).getByText('2 payments at once').waitFor()
  await looksRight(visit, 'money-several')
  await sheetOf(page).getByRole('button', { name: 'Mark 2 paid' }).click()
  await page.getByText('2 marked paid').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('2 payments are taken back').waitFor()

  await page.getByRole('tab', { name: 'Paid' }).click()
  await page.getByText('Netflix', { exact: true }).first().waitFor()
  await page.getByRole('button', { name: 'Filter' }).click()
  await page.getByRole('button', { name: 'Subscription: All subscriptions' }).click()
  await page.getByRole('radio', { name: 'Spotify' }).click()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByText('Netflix', { exact: true }).waitFor({ state: 'hidden' })
  await page.getByText('Spotify', { exact: true }).first().waitFor()
  await looksRight(visit, 'money-filtered')
})

test('a debt can be paid from another phone by its code', async () => {
  const visit = await stage.open(undefined, 'dark')
  const { page } = visit
  const family = await makeFamily(stage.api)
  await signIn(page, family)
  const { items } = await family.call<{ items: { id: string; subscriptionName: string }[] }>(
    'GET',
    `${family.home}/charges?state=open`,
  )
  const spotify = items.find(({ subscriptionName }) => subscriptionName === 'Spotify')
  await family.call('POST', `${family.home}/charges/${spotify?.id}/payments`, { paidBy: family.ravi })
  await page.goto('/money?tab=between')
  await page.getByRole('button', { name: 'Settle up: Asha Kulkarni to Ravi' }).click()
  await page.getByRole('button', { name: 'Show a code for another phone' }).click()
  const code = page.getByRole('img', { name: /₹90/ })
  await code.waitFor()
  // Not every scanner reads light on dark.
  expect(await code.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  )
  await looksRight(visit, 'money-code')
})
