import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { makeFamily } from './family.ts'
import { setStage } from './stage.ts'
import { overflowOf, picture, sheetOf, signIn } from './walk.ts'

const stage = setStage()

/** What stands behind More of a subscription. */
const choose = async (page: Page, act: string): Promise<void> => {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await sheetOf(page).getByRole('button', { name: act, exact: true }).click()
}

const openNetflix = async (page: Page): Promise<void> => {
  await page.goto('/subscriptions')
  await page.getByText('Netflix', { exact: true }).click()
  await page.getByText('Periods and payments').waitFor()
}

test('a subscription is put right, changed, paused, charged and dropped again, and each is taken back', async () => {
  const visit = await stage.open()
  const { page, complaints } = visit
  await signIn(page, await makeFamily(stage.api))
  await openNetflix(page)
  await picture(visit, 'subscription')

  await choose(page, 'Put it right')
  await page.getByText('Nothing is different yet.').waitFor()
  await page.getByLabel('Price', { exact: true }).fill('499')
  await sheetOf(page)
    .getByText(/charges? changes?/)
    .first()
    .waitFor()
  await picture(visit, 'put-it-right')
  await sheetOf(page).getByRole('button', { name: 'Put it right' }).click()
  await page.getByText('Netflix is put right').waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await page.getByText('Taken back').first().waitFor()

  await choose(page, 'Change plan or price')
  await page.getByLabel('Price', { exact: true }).fill('799')
  await sheetOf(page)
    .getByText(/charge/)
    .first()
    .waitFor()
  await picture(visit, 'change-plan')
  await sheetOf(page).getByRole('button', { name: 'Change it' }).click()
  await page.getByText('Netflix is changed').waitFor()

  await choose(page, 'Add a fee or booster')
  await sheetOf(page).getByLabel('Amount').fill('50')
  await picture(visit, 'extra')
  await sheetOf(page).getByRole('button', { name: 'Add the charge' }).click()
  await page.getByText('Beside the plan').waitFor()

  await choose(page, 'Pause')
  await picture(visit, 'pause')
  await sheetOf(page).getByRole('button', { name: 'Pause it' }).click()
  await page.getByText('Netflix is paused').waitFor()
  await choose(page, 'Resume')
  await sheetOf(page).getByRole('button', { name: 'Resume it' }).click()
  await page.getByText('Netflix runs again').waitFor()

  await choose(page, 'Cancel')
  await page.getByText('When does it end?').waitFor()
  await page.getByRole('radio', { name: /^Now/ }).click()
  await picture(visit, 'cancel')
  await page.getByRole('radio', { name: /^At the end of / }).click()
  await sheetOf(page).getByRole('button', { name: 'Cancel subscription' }).click()
  await page.getByText('Netflix will not renew').waitFor()
  await page.getByRole('button', { name: 'Take the cancellation back' }).click()
  await page.getByText('Netflix renews again').waitFor()

  await choose(page, 'Added by mistake')
  await picture(visit, 'withdraw')
  await sheetOf(page).getByRole('button', { name: 'Remove it' }).click()
  await page.getByText('Netflix is removed').waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await page.getByText('Taken back').filter({ visible: true }).first().waitFor()
  expect(complaints).toEqual([])
})

test('names, people and notes are changed, and a split by shares is seen before it is saved', async () => {
  const visit = await stage.open()
  const { page, complaints } = visit
  await signIn(page, await makeFamily(stage.api))
  await openNetflix(page)
  await choose(page, 'Change')
  await page.getByLabel('Name', { exact: true }).fill('Netflix for all')
  await page.getByLabel('Notes').fill('Profile of the children has a PIN')
  expect(await overflowOf(page)).toBe(0)
  await picture(visit, 'edit')
  await sheetOf(page).getByRole('button', { name: 'Save' }).click()
  await page.getByText('Netflix for all is changed').waitFor()
  await page.getByText('Profile of the children has a PIN').waitFor()

  await page.getByRole('button', { name: 'Split Netflix for all' }).click()
  await page.getByRole('button', { name: 'By shares' }).click()
  await page.getByRole('button', { name: 'One share more for Ravi' }).click()
  await sheetOf(page).getByText('₹432.67').first().waitFor()
  await picture(visit, 'split')
  await sheetOf(page).getByRole('button', { name: 'Save split' }).click()
  await page.getByText('Netflix for all: the split is changed').waitFor()

  await page.getByRole('button', { name: 'I used it' }).click()
  await page.getByText('Netflix for all: noted as used.').waitFor()
  await page.getByRole('button', { name: 'Note usage' }).click()
  await page.getByLabel('Hours').fill('1.5')
  await picture(visit, 'usage')
  await sheetOf(page).getByRole('button', { name: 'Note it' }).click()
  await page.getByText('1 h 30 min').first().waitFor()
  expect(complaints).toEqual([])
})
