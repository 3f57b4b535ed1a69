import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { registerByApi } from './account-api.ts'
import { sees, type Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo, inspect, settle, smallTargetsOf } from './inspection.ts'
import { inspectIn, looks } from './looks.ts'
import { enter, somebody } from './person.ts'
import { setStage } from './stage.ts'
import { toldInOrder } from './story.ts'

const now = '2037-12-01T04:30:00Z'

const pack = (name: string, startsOn: string, more: object = {}) => ({
  name,
  kind: 'mobile',
  startsOn,
  interval: { count: 28, unit: 'day' },
  renewal: 'manual',
  price: { amount: 29_900, currency: 'INR' },
  taxIncluded: true,
  ...more,
})

describe('numbers and connections', () => {
  const stage = setStage({ now })
  let visit: Visit
  toldInOrder()

  beforeAll(async () => {
    const person = somebody()
    const { call } = await registerByApi(stage.url, person)
    const household = await householdOf(call)
    const ravi = await household.addMember('Ravi Kumar')
    await household.addSubscription(
      pack('Jio 299', '2037-11-10', { line: '98765 43210', usedBy: [ravi], managedBy: ravi }),
    )
    visit = await stage.open({ hasTouch: true })
    await enter(visit.page, person)
  })
  afterEach(() => {
    expect(visit.complaints.splice(0)).toEqual([])
  })

  it('are found from the subscriptions, with whose each is and what runs on it', async () => {
    const { page } = visit
    await goTo(visit, '/subscriptions')
    await page.getByRole('link', { name: 'Numbers', exact: true }).click()
    await page.getByRole('heading', { name: 'Numbers and connections' }).waitFor()
    const row = page.getByRole('region', { name: 'Mobile' }).getByRole('listitem').first()
    await row.getByText('of Ravi Kumar').waitFor()
    await row.getByText('Jio 299').waitFor()
    await inspectIn(visit, looks.en)
  })

  it('have a page each, that names them, and shows them in full only to who asks', async () => {
    const { page } = visit
    await page.getByRole('link', { name: '••••• ••210' }).click()
    await page.getByRole('heading', { name: 'What served it' }).waitFor()
    await sees(page.getByText('98765 43210'), () =>
      page.getByRole('button', { name: 'Show the number' }).click(),
    )
    await page.getByRole('button', { name: 'Hide it' }).click()
    await page.getByText('98765 43210').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    const sheet = page.getByRole('dialog', { name: 'Change ••••• ••210' })
    await sheet.getByLabel('Name').fill('Papa’s phone')
    await settle(visit)
    await inspect(visit)
    await sees(page.getByText('Papa’s phone is changed'), () =>
      sheet.getByRole('button', { name: 'Save' }).click(),
    )
    await page.getByRole('heading', { name: 'Papa’s phone', exact: true }).waitFor()
    await inspectIn(visit, looks.en)
    expect(await smallTargetsOf(page)).toEqual([])
  })

  it('move to another provider by the keyboard, and keep what was', async () => {
    const { page } = visit
    await page.getByRole('button', { name: 'Move to another provider' }).focus()
    await page.keyboard.press('Enter')
    const sheet = page.getByRole('dialog', { name: /another provider/ })
    await sheet.getByText('Usable until Mon 7 Dec; the new one begins the day after.').waitFor()
    await sheet.getByText('Today', { exact: true }).click()
    await settle(visit)
    await inspect(visit)
    await sheet.getByRole('button', { name: 'Choose the new plan' }).click()
    await page.getByLabel('Provider or plan').fill('Airtel 349 of the corner shop')
    await page.getByText(/yourself$/).click()
    await page.getByText('Jio 299 stops with this').waitFor()
    expect(await page.getByRole('button', { name: 'Papa’s phone' }).getAttribute('aria-pressed')).toBe('true')
    await page.getByLabel('Price', { exact: true }).fill('349')
    await settle(visit)
    await inspectIn(visit, looks.en)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText(/is added/).waitFor()
    await page.getByRole('region', { name: 'Terms' }).getByRole('link', { name: '••••• ••210' }).click()
    const timeline = page.getByRole('region', { name: 'What served it' }).getByRole('listitem')
    await timeline.nth(1).getByText('Tue 10 Nov – Mon 30 Nov').waitFor()
    expect(await timeline.nth(0).getByRole('link').innerText()).toBe('Airtel 349 of the corner shop')
    expect(await timeline.nth(1).getByRole('link').innerText()).toBe('Jio 299')
    await inspectIn(visit, looks.en)
  })
})

describe('a household without numbers', () => {
  const stage = setStage({ now })

  it('is told how it gets one', async () => {
    const person = somebody()
    await registerByApi(stage.url, person)
    const visit = await stage.open()
    await enter(visit.page, person)
    await goTo(visit, '/subscriptions/numbers')
    await visit.page.getByText('No numbers yet').waitFor()
    await inspectIn(visit, looks.en)
  })
})
