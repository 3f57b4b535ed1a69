import { expect, test } from 'vitest'
import { codeAt, readClock } from './authenticator.ts'
import { makeFamily } from './family.ts'
import { setStage } from './stage.ts'
import { looksRight } from './inspection.ts'
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

test('an authenticator app is set up on the phone, and switched off again', async () => {
  const visit = await stage.open(undefined, 'dark')
  const { page } = visit
  const family = await makeFamily(stage.api)
  await signIn(page, family)
  await toRoom(page, 'Security')
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByRole('button', { name: 'With an app on another device' }).click()
  await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor()
  const secret = ((await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{1,4})+$/).textContent()) ?? '').replaceAll(
    ' ',
    '',
  )
  await looksRight(visit, 'totp-setup')
  await page.getByLabel('Code that the app shows now').fill(codeAt(secret, await readClock(stage.api)))
  await page.getByRole('button', { name: 'Switch on' }).click()
  await page.getByText('Your recovery codes').waitFor()
  await looksRight(visit, 'totp-codes')
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByText(/^\d+ recovery codes left$/).waitFor()
  await page.getByRole('button', { name: 'Switch off' }).click()
  await sheetOf(page).getByText('Your recovery codes stop as well.').waitFor()
  await sheetOf(page).getByRole('button', { name: 'Switch off' }).click()
  await page.getByRole('button', { name: 'Set up' }).waitFor()
})

test('somebody who stands in the list twice becomes one person, and two again', async () => {
  const visit = await stage.open()
  const { page } = visit
  const family = await makeFamily(stage.api)
  await family.call('POST', `${family.home}/members`, { name: 'Ravi K.' })
  await signIn(page, family)
  await toRoom(page, 'People')
  await page.getByRole('button').filter({ hasText: 'Ravi K.' }).first().click()
  await sheetOf(page)
    .getByRole('button', { name: /is the same person as/ })
    .click()
  await page.getByRole('radio', { name: 'Ravi', exact: true }).click()
  await page.getByRole('button', { name: 'Make it one with Ravi' }).click()
  await sheetOf(page)
    .getByText(/can be undone until something rests on it/)
    .waitFor()
  await looksRight(visit, 'merge')
  await sheetOf(page).getByRole('button', { name: 'Yes, one person' }).click()
  await page.getByText('Ravi K. and Ravi are one person now.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText(/two people again/).waitFor()
})

test('the household’s dates get an address for a calendar, and another place gets the messages', async () => {
  const visit = await stage.open()
  const { page } = visit
  await signIn(page, await makeFamily(stage.api))
  await toRoom(page, 'Notifications')
  await page.getByRole('button', { name: 'Make an address' }).click()
  await page.getByText(/\.ics/).waitFor()
  await page.getByText(/\.ics/).scrollIntoViewIfNeeded()
  await looksRight(visit, 'calendar-address')
  await page.getByRole('button', { name: 'Add a webhook' }).click()
  await sheetOf(page).getByLabel('Name').fill('Family chat')
  await sheetOf(page).getByRole('button', { name: 'Service: ntfy' }).click()
  await page.getByRole('radio', { name: 'Discord' }).click()
  await looksRight(visit, 'webhook')
  await sheetOf(page).getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('This is needed.').waitFor()
})
