import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { registerByApi, verifyByApi, type Call } from './account-api.ts'
import type { Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo, settle } from './inspection.ts'
import { looksRight } from './looks.ts'
import { enter, somebody, type Person } from './person.ts'
import { setStage } from './stage.ts'

describe('what is said before it is too late', () => {
  const stage = setStage({ now: '2037-12-20T04:30:00Z' })
  let visit: Visit
  let page: Page
  let call: Call
  let person: Person
  let household: Awaited<ReturnType<typeof householdOf>>

  beforeEach(async () => {
    person = somebody()
    ;({ call } = await registerByApi(stage.url, person))
    household = await householdOf(call)
    visit = await stage.open()
    ;({ page } = visit)
    await enter(page, person)
  })

  it('a second one of the same, with the way to the first', async () => {
    await goTo(visit, '/add?provider=netflix')
    await page
      .getByRole('button', { name: /Mobile/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: /Netflix Mobile/ }).waitFor()
    const first = page.url()

    await goTo(visit, '/add?provider=netflix')
    await page
      .getByRole('button', { name: /Mobile/ })
      .first()
      .click()
    await page.getByText(/^You have Netflix Mobile.* already/).waitFor()
    await settle(visit)
    await looksRight(visit, 'twin')
    await page.getByRole('link', { name: 'Open the first' }).click()
    await page.getByRole('heading', { level: 1, name: /Netflix Mobile/ }).waitFor()
    expect(page.url()).toBe(first)

    // Somebody else may have one of their own.
    await household.addMember('Ravi')
    await goTo(visit, '/add?provider=netflix')
    await page
      .getByRole('button', { name: /Mobile/ })
      .first()
      .click()
    await page.getByText(/^You have Netflix Mobile/).waitFor()
    await page.getByLabel('Who pays?').selectOption({ label: 'Ravi' })
    await page.getByText(/^You have Netflix Mobile/).waitFor({ state: 'hidden' })
  })

  it('that the address is not verified, and how it is, where somebody is invited', async () => {
    await goTo(visit, '/settings/people')
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText(`Open the link in the letter to ${person.email}.`).waitFor()
    await sheet.getByRole('button', { name: 'I have opened it' }).click()
    await sheet.getByText('It is not verified yet.').waitFor()
    await settle(visit)
    await looksRight(visit, 'verify-in-place')
    await verifyByApi(stage.url, person.email)
    await sheet.getByRole('button', { name: 'I have opened it' }).click()
    await sheet.getByRole('button', { name: 'Make the link' }).waitFor()
  })

  it('that it is private, before there is anybody to see it', async () => {
    await goTo(visit, '/add?plan=own')
    await page.getByLabel('What is it called?').fill('Therapy')
    await page.getByLabel('Price').first().fill('1500')
    await page.locator('summary').filter({ hasText: 'More' }).click()
    await page.getByRole('checkbox', { name: 'Private' }).check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Therapy' }).waitFor()
    await page.getByText('Only you see this subscription.').waitFor()
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await page.getByRole('dialog').getByRole('checkbox', { name: 'Private', checked: true }).waitFor()
    expect(visit.complaints).toEqual([])
  })
})
