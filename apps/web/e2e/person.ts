import type { Page } from 'playwright-core'

export interface Person {
  name: string
  email: string
  password: string
}

export const asha: Person = {
  name: 'Asha Kulkarni',
  email: 'asha@example.org',
  password: 'mango leaves at the door',
}

let people = 0

/** Somebody with an address that nobody else has, so that a test need not know who was there before it. */
export const somebody = (name = 'Asha Kulkarni'): Person => {
  people += 1
  return { name, email: `person-${people}@example.org`, password: 'mango leaves at the door' }
}

/** Creates the account on screen and passes the welcome by. */
export const register = async (page: Page, { name, email, password }: Person): Promise<void> => {
  await page.goto('/register')
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL('**/welcome')
}

export const signIn = async (page: Page, { email, password }: Person): Promise<void> => {
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Signs in from nowhere and sees the first screen. */
export const enter = async (page: Page, person: Person): Promise<void> => {
  await page.goto('/sign-in')
  await signIn(page, person)
  await page.waitForURL('**/home')
}

/** By the door of the sidebar, which every wide window has. */
export const signOut = async (page: Page): Promise<void> => {
  await page.goto('/home')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname === '/')
}

/** A family of four with fourteen months behind them, made anew for this window. */
export const startDemo = async (page: Page): Promise<void> => {
  await page.goto('/')
  await page.getByRole('button', { name: /demo|डेमो/ }).click()
  await page.waitForURL('**/home')
}
