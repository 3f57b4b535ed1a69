import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { Visit } from './stage.ts'

/** With `PICTURES`, a folder, keeps how a screen looked. */
export const picture = async ({ page }: Visit, name: string): Promise<void> => {
  const folder = process.env['PICTURES']
  if (folder === undefined) return
  await mkdir(folder, { recursive: true })
  // A sheet slides in.
  await page.waitForTimeout(500)
  await page.screenshot({ path: `${folder}/${name}.png` })
}

let people = 0

const password = 'mango leaves at the door'

/** Somebody new, signed in on their own phone. */
export const register = async (page: Page): Promise<{ email: string; password: string }> => {
  people += 1
  const person = { email: `phone-${process.pid}-${people}@example.org`, password }
  await page.goto('/')
  await page.getByRole('button', { name: 'Create your account' }).click()
  await page.getByLabel('Your name').fill('Asha Kulkarni')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor()
  return person
}

/** The family of four of the demo. */
export const visitDemo = async (page: Page): Promise<void> => {
  await page.goto('/')
  await page.getByRole('button', { name: /demo/ }).click()
  await page.getByText('Needs you today').waitFor()
}

export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Signs in who has an account, with the password. */
export const signIn = async (page: Page, person: { email: string; password: string }): Promise<void> => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).last().click()
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor()
}

/** The sheet on top. */
export const sheetOf = (page: Page) => page.getByRole('dialog').last()
