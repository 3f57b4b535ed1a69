import type { Locator, Page } from 'playwright-core'

/** The newest letter of its kind in the mailbox of the installation; those that are written after the answer come soon. */
export const findLetter = async (page: Page, address: string, subject: string): Promise<Locator> => {
  const letter = page
    .getByRole('article')
    .filter({ hasText: `To ${address},` })
    .filter({ has: page.getByRole('heading', { name: subject }) })
    .first()
  for (let tries = 0; tries < 50 && (await letter.count()) === 0; tries += 1) {
    await page.waitForTimeout(100)
    await page.goto('/dev/mailbox')
  }
  return letter
}

/** Follows the link of a letter, as a person does who reads their mail here. */
export const followLetter = async (page: Page, address: string, subject: string): Promise<void> => {
  await page.waitForURL('**/dev/mailbox')
  await (await findLetter(page, address, subject)).getByRole('link').first().click()
}
