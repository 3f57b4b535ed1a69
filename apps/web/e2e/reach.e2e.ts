import type { Locator, Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { registerByApi } from './account-api.ts'
import { patiently, desktop, sees, type Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo, inspect, settle } from './inspection.ts'
import { looksRight } from './looks.ts'
import { enter, somebody } from './person.ts'
import { setStage } from './stage.ts'

/** A window of 1280 by 800 at 200 %. */
const zoomed = { width: 640, height: 400 }

/** Whether all of it can be seen, and nothing stands on it. */
const inSight = (what: Locator): Promise<boolean> =>
  what.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    const lowest = document.elementFromPoint((left + right) / 2, bottom - 3)
    return top >= 0 && bottom <= innerHeight && element.contains(middle) && element.contains(lowest)
  })

describe('what is in reach', () => {
  const stage = setStage({ now: '2037-12-20T04:30:00Z' })
  let visit: Visit
  let page: Page

  beforeAll(async () => {
    const person = somebody()
    const { call } = await registerByApi(stage.url, person)
    const { addSubscription } = await householdOf(call)
    for (const name of ['Netflix', 'Spotify'])
      await addSubscription({
        name,
        kind: 'ott',
        startsOn: '2037-12-10',
        interval: { count: 1, unit: 'month' },
        price: { amount: 64_900, currency: 'INR' },
      })
    visit = await stage.open()
    ;({ page } = visit)
    await enter(page, person)
  })
  afterEach(() => {
    expect(visit.complaints.splice(0)).toEqual([])
  })

  it('everything by a few letters', async () => {
    await goTo(visit, '/home')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill('spo')
    await page.getByRole('option', { name: /Spotify/, selected: true }).waitFor()
    await inspect(visit, 'the palette')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Spotify' }).waitFor()
    await page.keyboard.press('/')
    await page.getByRole('dialog').getByRole('combobox').fill('peop')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/settings/people')
    await page.keyboard.press('/')
    await page.getByRole('dialog').getByRole('combobox').fill('mark net')
    await sees(page.getByText('Netflix: ₹649 marked paid'), () => page.keyboard.press('Enter'))
    await sees(page.getByText('Netflix: the payment is taken back'), () =>
      page.getByRole('status').getByRole('button', { name: 'Undo' }).click(),
    )
  })

  it('a list by its keys, and what they are', async () => {
    await goTo(visit, '/subscriptions')
    const inFocus = () => page.evaluate(() => document.activeElement?.textContent)
    // The keys come after all that is on screen.
    await expect
      .poll(async () => {
        await page.keyboard.press('j')
        return inFocus()
      }, patiently)
      .toBe('Netflix')
    await page.keyboard.press('j')
    await expect.poll(inFocus, patiently).toBe('Spotify')
    await page.keyboard.press('k')
    await expect.poll(inFocus, patiently).toBe('Netflix')
    await sees(page.getByText('Netflix: ₹649 marked paid'), () => page.keyboard.press('p'))
    await sees(page.getByText('Netflix: the payment is taken back'), () =>
      page.getByRole('status').getByRole('button', { name: 'Undo' }).click(),
    )
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await inspect(visit, 'the keys')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('searchbox').fill('jk?p')
    expect(await page.getByRole('searchbox').inputValue()).toBe('jk?p')
  })

  it('the rooms of the settings on a small phone, and the way back', async () => {
    await page.setViewportSize({ width: 320, height: 640 })
    await goTo(visit, '/settings')
    await looksRight(visit, 'settings-rooms')
    await page.setViewportSize({ width: 320, height: 640 })
    await page
      .getByRole('navigation', { name: 'Parts of the settings' })
      .getByRole('link', { name: /Security/ })
      .click()
    await page.getByRole('heading', { level: 1, name: 'Security' }).waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
  })

  it('the field in focus and Save, at 200 percent, with no other bar below', async () => {
    await page.setViewportSize(zoomed)
    await goTo(visit, '/add?plan=own')
    const save = page.getByRole('button', { name: 'Save', exact: true })
    for (const name of ['What is it called?', 'Price', 'When did it start or renew last?']) {
      const field = page.getByLabel(name).first()
      await field.focus()
      await settle(visit)
      await expect.poll(() => inSight(field), { message: name }).toBe(true)
      expect(await inSight(save), name).toBe(true)
    }
    expect(await page.getByRole('navigation', { name: 'Main' }).filter({ visible: true }).count()).toBe(0)
    await looksRight(visit, 'form-with-dock')
    await page.setViewportSize(desktop)
  })

  it('the verify banner in one line of a phone', async () => {
    await page.setViewportSize({ width: 320, height: 640 })
    await goTo(visit, '/home')
    const banner = page.getByRole('complementary', { name: 'E-mail' })
    expect((await banner.boundingBox())?.height).toBeLessThan(56)
    await sees(page.getByText('The mail is on its way.'), () =>
      banner.getByRole('button', { name: 'Send it again' }).click(),
    )
  })
})
