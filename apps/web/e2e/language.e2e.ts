import { expect, it } from 'vitest'
import { registerByApi } from './account-api.ts'
import { patiently } from './browser.ts'
import { openIn } from './looks.ts'
import { somebody } from './person.ts'
import { setStage } from './stage.ts'

const stage = setStage()

it('letters and reminders come in the language that was chosen before there was an account', async () => {
  const person = somebody()
  const { call } = await registerByApi(stage.url, person)
  const localeNow = async () => (await call<{ locale: string | null }>('GET', '/v1/me')).locale
  expect(await localeNow()).toBeNull()
  const { page } = await openIn(stage, 'hi')
  await page.goto('/sign-in')
  await page.locator('input[type=email]').fill(person.email)
  await page.locator('input[type=password]').fill(person.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL('**/home')
  await expect.poll(localeNow, patiently).toBe('hi')
})
