import type { Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { registerByApi } from './account-api.ts'
import { phone, type Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo, settle } from './inspection.ts'
import { looksRight } from './looks.ts'
import { enter, somebody } from './person.ts'
import { setStage } from './stage.ts'

const kinds = ['ott', 'mobile', 'broadband', 'tv', 'other']

/** Sixty of a household: their days spread over the month, and some to be recharged by hand. */
const sixty = Array.from({ length: 60 }, (_, at) => ({
  name: at < 2 ? `BBC ${at === 0 ? 55 : 7}` : `Subscription with a name of forty letters ${at}`,
  kind: kinds[at % kinds.length],
  startsOn: `2037-12-${String(1 + (at % 19)).padStart(2, '0')}`,
  interval: at % 9 === 1 ? { count: 28, unit: 'day' } : { count: 1, unit: 'month' },
  renewal: at % 9 === 1 ? 'manual' : 'automatic',
  ...(at % 9 === 1 ? {} : { recordsItself: true }),
  price: { amount: 10_000 + at * 100, currency: 'INR' },
}))

describe('a list of sixty', () => {
  const stage = setStage({ now: '2037-12-20T04:30:00Z' })
  let visit: Visit
  let page: Page

  beforeAll(async () => {
    const person = somebody()
    const { call } = await registerByApi(stage.url, person)
    const { addSubscription } = await householdOf(call)
    for (const subscription of sixty) await addSubscription(subscription)
    visit = await stage.open()
    ;({ page } = visit)
    await enter(page, person)
  })
  afterEach(() => {
    expect(visit.complaints.splice(0)).toEqual([])
  })

  const names = () =>
    page
      .locator('main li a[href^="/subscriptions/"]')
      .evaluateAll((links) => links.map((link) => link.textContent))

  it('says what it comes to, and fits on a few screens of a phone', async () => {
    await page.setViewportSize(phone)
    await goTo(visit, '/subscriptions')
    await page.getByText('60 running').waitFor()
    await page.getByText('a year').waitFor()
    expect(await names()).toHaveLength(60)
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(4000)
    await looksRight(visit, 'list-of-sixty')
  })

  it('stands in the order that is asked for, and stays so on the way back', async () => {
    await page.getByLabel('Order').selectOption({ label: 'Name' })
    await expect.poll(async () => (await names()).slice(0, 2)).toEqual(['BBC 7', 'BBC 55'])
    await page.getByLabel('Order').selectOption({ label: 'Cost a month' })
    await expect.poll(async () => (await names())[0]).toMatch(/ 55$/)
    await page.getByRole('link', { name: /letters 55$/ }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goBack()
    await settle(visit)
    expect((await names())[0]).toMatch(/ 55$/)
  })

  it('gives its rows room where somebody wants it, and keeps to that', async () => {
    await page.getByRole('button', { name: 'Narrow rows' }).click()
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(4000)
    await page.reload()
    await page.getByRole('button', { name: 'Narrow rows', pressed: false }).waitFor()
  })
})
