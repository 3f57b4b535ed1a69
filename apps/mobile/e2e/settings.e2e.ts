import { expect, test } from 'vitest'
import { makeFamily } from './family.ts'
import { setStage } from './stage.ts'
import { overflowOf, picture, sheetOf, signIn } from './walk.ts'

const stage = setStage()

const toRoom = async (page: Parameters<typeof signIn>[0], room: string): Promise<void> => {
  await page.getByRole('tab', { name: 'More' }).click()
  await page.getByRole('button').filter({ hasText: room }).first().click()
}

test('what one is told is chosen by kind and way, and a message of one’s own says what became of it', async () => {
  const visit = await stage.open()
  const { page, complaints } = visit
  await signIn(page, await makeFamily(stage.api))
  await toRoom(page, 'Notifications')
  const byMail = page.getByRole('checkbox', { name: 'A price goes up by e-mail' })
  const before = await byMail.getAttribute('aria-checked')
  await byMail.click()
  expect(await overflowOf(page)).toBe(0)
  await picture(visit, 'notifications')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved.').waitFor()
  await page.reload()
  await byMail.waitFor()
  expect(await byMail.getAttribute('aria-checked')).not.toBe(before)
  expect(complaints).toEqual([])
})

test('a person is added, gets a UPI ID, and goes again', async () => {
  const visit = await stage.open()
  const { page, complaints } = visit
  await signIn(page, await makeFamily(stage.api))
  await toRoom(page, 'People')
  await page.getByRole('button', { name: 'Add without account' }).click()
  await page.getByLabel('Name of the person').fill('Meera')
  await sheetOf(page).getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('Meera is added.').waitFor()
  await page.getByRole('button').filter({ hasText: 'Meera' }).first().click()
  await page.getByLabel('UPI ID').fill('meera')
  await sheetOf(page).getByRole('button', { name: 'Save' }).click()
  await page.getByText('A UPI ID looks like name@bank.').waitFor()
  await page.getByLabel('UPI ID').fill('meera@okaxis')
  await picture(visit, 'person')
  await sheetOf(page).getByRole('button', { name: 'Save' }).click()
  await page
    .getByText(/UPI ID kept/)
    .first()
    .waitFor()
  await picture(visit, 'people')
  await page.getByRole('button').filter({ hasText: 'Meera' }).first().click()
  await page.getByRole('button', { name: 'Remove from the household' }).click()
  await sheetOf(page).getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByText('Meera was removed.').waitFor()
  expect(complaints).toEqual([])
})

test('the password is changed on the phone, and the new one signs in', async () => {
  const visit = await stage.open()
  const { page, complaints } = visit
  const family = await makeFamily(stage.api)
  await signIn(page, family)
  await toRoom(page, 'Security')
  await page.getByLabel('New password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('at least 8 characters').first().waitFor()
  await page.getByLabel('New password', { exact: true }).fill('three rivers meet here')
  await picture(visit, 'security')
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('The password is changed.').waitFor()
  const again = await stage.open()
  await signIn(again.page, { ...family, password: 'three rivers meet here' })
  expect(complaints).toEqual([])
})
