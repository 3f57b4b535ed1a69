import { beforeEach, describe, expect, it } from 'vitest'
import { registerByApi } from './account-api.ts'
import { patiently, phone, sees, type Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo, settle, violationsOf } from './inspection.ts'
import { enter, somebody } from './person.ts'
import { setStage } from './stage.ts'

describe('a sheet on top of a screen', () => {
  const stage = setStage({ now: '2035-11-25T05:00:00Z' })
  let visit: Visit

  beforeEach(async () => {
    const person = somebody()
    const { call } = await registerByApi(stage.url, person)
    await (
      await householdOf(call)
    ).addSubscription({
      name: 'Hotstar',
      kind: 'ott',
      startsOn: '2035-11-10',
      interval: { count: 1, unit: 'month' },
      price: { amount: 29_900, currency: 'INR' },
    })
    visit = await stage.open({ viewport: phone, hasTouch: true })
    const { page } = visit
    await enter(page, person)
    await goTo(visit, '/subscriptions')
    await page.getByRole('link', { name: /Hotstar/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Hotstar' }).waitFor()
    await settle(visit)
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await page.getByRole('dialog').waitFor()
  })

  it('closes with the browser’s Back, which stays on the screen beneath', async () => {
    const { page } = visit
    const before = page.url()
    await page.goBack()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expect.poll(() => page.url(), patiently).toBe(before)
    await page.getByRole('heading', { level: 1, name: 'Hotstar' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Subscriptions' }).waitFor()
    expect(visit.complaints).toEqual([])
  })

  it('closes with Back also where the screen is the first of its tab, which a second Back leaves', async () => {
    const { page } = visit
    const sheet = page.getByRole('dialog', { name: 'Change Hotstar' })
    const address = page.url()
    const before = new URL('/money', address).href
    await page.goto(before)
    await page.goto(address)
    for (const isTyped of [false, true]) {
      await page.getByRole('heading', { level: 1, name: 'Hotstar' }).waitFor()
      await settle(visit)
      await page.getByRole('button', { name: 'Change', exact: true }).click()
      await sheet.waitFor()
      if (isTyped) await sheet.getByLabel('Notes').fill('The password is on the fridge')
      await page.goBack()
      if (isTyped) await page.getByRole('button', { name: 'Drop it' }).click()
      await sheet.waitFor({ state: 'hidden' })
      expect(page.url()).toBe(address)
      if (isTyped) await page.goBack()
    }
    await page.goBack()
    await expect.poll(() => page.url(), patiently).toBe(before)
    expect(visit.complaints).toEqual([])
  })

  it('never drops what was typed without asking', async () => {
    const { page } = visit
    const sheet = page.getByRole('dialog', { name: 'Change Hotstar' })
    const question = page.getByRole('alertdialog', { name: 'Drop what you typed?' })
    await sheet.getByLabel('Notes').fill('The password is on the fridge')
    const ways = [() => page.keyboard.press('Escape'), () => page.mouse.click(200, 20), () => page.goBack()]
    for (const leave of ways) {
      await leave()
      await question.waitFor()
      expect(await violationsOf(page)).toEqual([])
      await question.getByRole('button', { name: 'Keep typing' }).click()
      await question.waitFor({ state: 'hidden' })
      expect(await sheet.getByLabel('Notes').inputValue()).toBe('The password is on the fridge')
    }
    await page.keyboard.press('Escape')
    await question.getByRole('button', { name: 'Drop it' }).click()
    await sheet.waitFor({ state: 'hidden' })
    expect(visit.complaints).toEqual([])
  })

  it('about a charge records its payment too', async () => {
    const { page } = visit
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await goTo(visit, '/money')
    await page
      .getByRole('button', { name: /^Details of Hotstar/ })
      .first()
      .click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: 'Mark paid with details' }).click()
    await settle(visit)
    expect(await violationsOf(page)).toEqual([])
    await sees(page.getByText('Hotstar: ₹299 marked paid'), () =>
      sheet.getByRole('button', { name: 'Mark paid' }).click(),
    )
    await sheet.getByText('₹299 paid').waitFor()
    expect(await sheet.getByRole('button', { name: 'Mark paid' }).count()).toBe(0)
    expect(visit.complaints).toEqual([])
  })
})
