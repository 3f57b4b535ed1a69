import { test } from 'vitest'
import { codeAt, readClock, step } from './authenticator.ts'
import { makeFamily } from './family.ts'
import { setStage } from './stage.ts'
import { picture } from './walk.ts'

const stage = setStage()

test('who has a second step types the code of the app after the password; a wrong one is told', async () => {
  const { call, ...person } = await makeFamily(stage.api)
  const { secret = '' } = await call('POST', '/v1/me/totp', {})
  const now = await readClock(stage.api)
  await call('POST', '/v1/me/totp/confirm', { code: codeAt(secret, now) })
  const visit = await stage.open()
  const { page } = visit
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).last().click()
  await page.getByRole('alert').first().waitFor()
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).last().click()
  const code = page.getByLabel('Six-digit code')
  await code.fill('000000')
  await picture(visit, 'second-step')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('alert').first().waitFor()
  // A code works once: the next one is due half a minute later.
  await code.fill(codeAt(secret, now + step))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor()
})
