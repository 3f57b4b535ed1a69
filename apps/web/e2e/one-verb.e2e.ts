import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { registerByApi } from './account-api.ts'
import { phone, sees, type Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo, settle } from './inspection.ts'
import { looksRight } from './looks.ts'
import { enter, somebody } from './person.ts'
import { setStage } from './stage.ts'

const netflix = {
  name: 'Netflix',
  kind: 'ott',
  startsOn: '2037-12-20',
  interval: { count: 1, unit: 'month' },
  price: { amount: 64_900, currency: 'INR' },
}

const jio = {
  name: 'Jio',
  kind: 'mobile',
  startsOn: '2037-11-20',
  interval: { count: 28, unit: 'day' },
  renewal: 'manual',
  pastPeriods: 'assumePaid',
  price: { amount: 29_900, currency: 'INR' },
}

/** A finger that stays. */
const hold = async (button: Locator): Promise<void> => {
  // Under the sheet it has no name any more.
  const pressed = await button.elementHandle()
  const at = { pointerType: 'touch', isPrimary: true, bubbles: true }
  await pressed?.dispatchEvent('pointerdown', at)
  await button.page().getByRole('dialog').waitFor()
  await pressed?.dispatchEvent('pointerup', at)
  await pressed?.dispatchEvent('click', { detail: 1, bubbles: true })
}

describe('one verb for one act', () => {
  const stage = setStage({ now: '2037-12-20T04:30:00Z' })
  let visit: Visit
  let page: Page
  const paths = ['/home', '/subscriptions', '/money'] as const

  beforeAll(async () => {
    const person = somebody()
    const { call } = await registerByApi(stage.url, person)
    const { addSubscription } = await householdOf(call)
    await addSubscription(netflix)
    await addSubscription(jio)
    visit = await stage.open({ viewport: phone, hasTouch: true })
    ;({ page } = visit)
    await enter(page, person)
  })

  const undo = () => page.getByRole('status').getByRole('button', { name: 'Undo' })
  const act = (name: string) => page.locator('main').getByRole('button', { name }).first()

  /** In Money the next bill stands further below. */
  const due = (path: string) =>
    (path === '/money' ? page.getByRole('region', { name: 'Today' }) : page.locator('main')).getByRole(
      'button',
      {
        name: 'Mark paid: Netflix',
      },
    )

  it.each(paths)('%s marks paid with one press, and takes it back with another', async (path) => {
    await goTo(visit, path)
    await sees(page.getByText('Netflix: ₹649 marked paid'), () => act('Mark paid: Netflix').click())
    await due(path).waitFor({ state: 'hidden' })
    await sees(page.getByText('Netflix: the payment is taken back'), () => undo().click())
    await due(path).waitFor()
  })

  it.each(['/home', '/subscriptions'])('%s recharges with one press, and takes it back', async (path) => {
    await goTo(visit, path)
    await sees(page.getByText('Jio is recharged and runs until 16 Jan 2038'), () =>
      act('Recharge: Jio').click(),
    )
    await act('Recharge: Jio').waitFor({ state: 'hidden' })
    await undo().click()
    await act('Recharge: Jio').waitFor()
  })

  it.each(paths)('%s asks for details where the press is held or the menu key is used', async (path) => {
    await goTo(visit, path)
    await hold(act('Mark paid: Netflix'))
    const sheet = page.getByRole('dialog', { name: 'Payment for Netflix' })
    await sheet.getByRole('button', { name: 'Mark paid' }).waitFor()
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
    await goTo(visit, path)
    await act('Mark paid: Netflix').focus()
    await page.keyboard.press('Shift+F10')
    await sheet.waitFor()
    await settle(visit)
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
    expect(visit.complaints).toEqual([])
  })

  it('the screen of a subscription too, with the details in its menu', async () => {
    await goTo(visit, '/subscriptions')
    await page.getByRole('link', { name: 'Jio' }).click()
    await page.getByRole('heading', { level: 1, name: 'Jio' }).waitFor()
    await act('Recharge').waitFor()
    await page.locator('main').getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Recharge with details' }).click()
    const sheet = page.getByRole('dialog', { name: 'Recharge Jio' })
    await sheet.getByRole('button', { name: 'Recharge', exact: true }).waitFor()
    await settle(visit)
    await looksRight(visit, 'recharge-with-details')
    await page.setViewportSize(phone)
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
  })
})
