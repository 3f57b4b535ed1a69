import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { registerByApi, type Call } from './account-api.ts'
import { sees, type Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo } from './inspection.ts'
import { enter, somebody } from './person.ts'
import { setStage } from './stage.ts'

const monthly = (name: string, more: object = {}) => ({
  name,
  kind: 'ott',
  startsOn: '2037-12-20',
  interval: { count: 1, unit: 'month' },
  price: { amount: 64_900, currency: 'INR' },
  ...more,
})

/** What forms ask while somebody types: what would be charged, what an act would do, which rate holds. */
const asked = [/\/subscriptions\/preview$/, /\/acts\/outlook$/, /\/rates\/in-force/]

describe('what is saved before an answer has come', () => {
  const stage = setStage({ now: '2037-12-20T04:30:00Z' })
  let visit: Visit
  let page: Page
  let call: Call
  let home: string
  let household: Awaited<ReturnType<typeof householdOf>>

  beforeEach(async () => {
    const person = somebody()
    ;({ call } = await registerByApi(stage.url, person))
    household = await householdOf(call)
    const me = await call<{ households: { id: string }[] }>('GET', '/v1/me')
    home = `/v1/households/${me.households[0]?.id}`
    visit = await stage.open()
    ;({ page } = visit)
    await enter(page, person)
  })

  /** From now on nobody answers these. */
  const silence = async (): Promise<void> => {
    for (const path of asked) await page.route(path, () => {})
  }
  const chargesOf = async (name: string) => {
    const list = await call<{ items: { id: string; name: string }[] }>('GET', `${home}/subscriptions`)
    const id = list.items.find((subscription) => subscription.name === name)?.id
    const { items } = await call<{ items: { state: string; startsOn: string }[] }>(
      'GET',
      `${home}/charges?subscriptionId=${id}`,
    )
    return items.map(({ state, startsOn }) => `${startsOn} ${state}`)
  }
  const open = async (name: string): Promise<void> => {
    await goTo(visit, '/subscriptions')
    await page.getByRole('link', { name }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
  }
  const choose = async (name: string): Promise<void> => {
    await page.locator('main').getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  const sheet = () => page.getByRole('dialog')

  it.each([
    { ticked: true, state: 'paid' },
    { ticked: false, state: 'overdue' },
  ])(
    '“already paid” as it is ticked ($ticked), with another date and Save at once',
    async ({ ticked, state }) => {
      await goTo(visit, '/add?plan=own')
      await page.getByLabel('What is it called?').fill('Gym')
      await page.getByLabel('Price').first().fill('1500')
      await page.getByLabel('When did it start or renew last?').fill('2037-12-10')
      await page.getByRole('checkbox', { name: 'Debits book themselves' }).uncheck()
      const paid = page.getByRole('checkbox', { name: '10 Dec 2037 – 9 Jan 2038 is already paid' })
      await paid.waitFor()
      await paid.setChecked(ticked)
      await silence()
      await page.getByLabel('When did it start or renew last?').fill('2037-12-12')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'Gym' }).waitFor()
      expect(await chargesOf('Gym')).toContain(`2037-12-12 ${state}`)
    },
  )

  it('a new subscription, with no preview at all', async () => {
    await silence()
    await goTo(visit, '/add?plan=own').catch(() => null)
    await page.getByLabel('What is it called?').fill('Gym')
    await page.getByLabel('Price').first().fill('1500')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Gym' }).waitFor()
    expect(await chargesOf('Gym')).toContain('2037-12-20 paid')
  })

  it('a payment in another currency, while its rate is still looked for', async () => {
    await household.addSubscription(monthly('ChatGPT', { price: { amount: 1500, currency: 'USD' } }))
    await silence()
    await page.goto('/money')
    await page
      .getByRole('button', { name: /^Mark paid: ChatGPT/ })
      .first()
      .click({ button: 'right' })
    await sheet().getByLabel('Currency').selectOption('INR')
    await sheet().getByLabel('Amount').fill('1267.50')
    await sheet().getByRole('button', { name: 'Mark paid' }).click()
    // Nobody said that a rate is missing: it goes to the service, which does.
    await sheet()
      .getByText(/write down a rate/i)
      .waitFor()
  })

  it('a pause, another price, a cancellation, and that it was added by mistake', async () => {
    await household.addSubscription(monthly('Netflix'))
    await silence()
    await open('Netflix')
    await choose('Pause')
    await sheet().getByRole('button', { name: 'Pause it' }).click()
    await sheet().waitFor({ state: 'hidden' })
    await page.getByText('Paused', { exact: true }).first().waitFor()
    await choose('Resume')
    await sheet().getByRole('button', { name: 'Resume it' }).click()
    await sheet().waitFor({ state: 'hidden' })

    await choose('Change plan or price')
    await sheet().getByRole('textbox', { name: 'Price' }).fill('799')
    await sheet().getByRole('button', { name: 'Change it' }).click()
    await sheet().waitFor({ state: 'hidden' })

    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await sheet().getByRole('button', { name: 'Cancel subscription' }).click()
    await sheet().waitFor({ state: 'hidden' })
    await page.getByText(/^Cancelled, usable until/).waitFor()

    await choose('Added by mistake')
    await sees(page.getByText('Netflix is removed'), () =>
      sheet().getByRole('button', { name: 'Remove it' }).click(),
    )
    await page.waitForURL('**/subscriptions')
    expect(visit.complaints).toEqual([])
  })
})
