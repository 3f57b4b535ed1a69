import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { patiently } from './browser.ts'

/** The newest letter of its kind in the mailbox of the installation; those that are written after the answer come soon. */
export const findLetter = async (page: Page, address: string, subject: string): Promise<Locator> => {
  const letter = page
    .getByRole('article')
    .filter({ hasText: `To ${address},` })
    .filter({ has: page.getByRole('heading', { name: subject }) })
    .first()
  const look = async (): Promise<number> => {
    if ((await letter.count()) === 0) await page.goto('/dev/mailbox')
    return letter.count()
  }
  await expect.poll(look, patiently).toBeGreaterThan(0)
  return letter
}

/** Follows the link of a letter, as a person does who reads their mail here. */
export const followLetter = async (page: Page, address: string, subject: string): Promise<void> => {
  await page.waitForURL('**/dev/mailbox')
  await (await findLetter(page, address, subject)).getByRole('link').first().click()
}
