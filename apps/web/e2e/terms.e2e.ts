import type { Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { registerByApi } from './account-api.ts'
import { sees, type Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo } from './inspection.ts'
import { looksRight } from './looks.ts'
import { enter, somebody } from './person.ts'
import { setStage } from './stage.ts'

const now = '2037-12-20T04:30:00Z'

describe('terms that not everything has', () => {
  const stage = setStage({ now })
  let visit: Visit
  let page: Page
  let add: (subscription: object) => Promise<{ id?: string }>

  beforeAll(async () => {
    const person = somebody()
    const { call } = await registerByApi(stage.url, person)
    add = (await householdOf(call)).addSubscription
    visit = await stage.open()
    ;({ page } = visit)
    await enter(page, person)
  })
  afterEach(() => {
    expect(visit.complaints.splice(0)).toEqual([])
  })

  const ownPlan = async (name: string, kind: string, price: string): Promise<void> => {
    await goTo(visit, '/add?plan=own')
    await page.getByLabel('What is it called?').fill(name)
    await page.getByText(kind, { exact: true }).click()
    await page.getByRole('textbox', { name: 'Price' }).fill(price)
  }

  it('asks what the first bill is for, and says what it will be', async () => {
    await ownPlan('Airtel', 'Mobile', '499')
    await page.getByLabel('How often').selectOption('1.month')
    await page.locator('main summary').first().click()
    await page.getByText('Renews by itself', { exact: true }).click()
    await page.getByText('It is billed afterwards').click()
    await page.getByLabel('Bill day').fill('5')
    await page.getByText('What is the bill of 5 Jan 2038 for?').waitFor()
    const preview = page.getByRole('region', { name: 'What will be charged' })
    await preview.getByText('₹499').first().waitFor()
    await page.getByText('Only the days since the start').click()
    await preview.getByText('₹257.55').waitFor()
    await looksRight(visit, 'first-bill')
    await page.getByLabel('Bill day').fill('20')
    await page.getByText(/What is the bill of/).waitFor({ state: 'hidden' })
  })

  it('adds 12 months and one free, with a minimum term', async () => {
    await ownPlan('Fibre', 'Broadband', '9000')
    await page.getByLabel('How often').selectOption('1.year')
    await page.locator('main summary').first().click()
    await page.getByRole('textbox', { name: 'Free on top' }).fill('1')
    await page.getByLabel('Minimum term').selectOption({ label: '24 months' })
    await page.getByRole('textbox', { name: 'Fee for leaving early' }).fill('2000')
    const preview = page.getByRole('region', { name: 'What will be charged' })
    await preview
      .getByText(/19 Jan 2039/)
      .first()
      .waitFor()
    await looksRight(visit, 'minimum-term')
    await page.getByRole('button', { name: /^Save/ }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Fibre' }).waitFor()
    const terms = page.getByRole('region', { name: 'Terms' })
    await terms.getByText('leaving before costs ₹2,000').waitFor()
  })

  it('takes limits that no plan says while it is added', async () => {
    await ownPlan('Jio', 'Mobile', '299')
    await page.locator('main summary').first().click()
    const data = page.getByRole('textbox', { name: 'Data limit in GB' })
    await data.fill('0')
    await page.getByRole('button', { name: /^Save/ }).first().click()
    await page.getByText('Write more than 0, or nothing.').waitFor()
    await data.fill('1.5')
    await page.getByLabel('It holds for').selectOption('day')
    await looksRight(visit, 'limits-while-adding')
    await page.getByRole('button', { name: /^Save/ }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Jio' }).waitFor()
    await page.getByText('1.5 GB').first().waitFor()
  })

  it('says what leaving before costs, charges it with the cancellation, and takes both back', async () => {
    const { id = '' } = await add({
      name: 'Gym',
      kind: 'other',
      startsOn: '2037-12-03',
      interval: { count: 1, unit: 'month' },
      price: { amount: 99_900, currency: 'INR' },
      minimumTerm: {
        length: { count: 4, unit: 'month' },
        exitFee: { amount: 200_000, currency: 'INR' },
      },
    })
    await goTo(visit, `/subscriptions/${id}`)
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    const sheet = page.getByRole('dialog', { name: 'Cancel Gym' })
    await sheet.getByText('Minimum term until Sat 3 Apr 2038; leaving before costs ₹2,000.').waitFor()
    await sheet.getByText(/1 charge goes and 1 charge is added/).waitFor()
    await looksRight(visit, 'leaving')
    await sees(page.getByText('Gym will not renew'), () =>
      sheet.getByRole('button', { name: 'Cancel subscription' }).click(),
    )
    const beside = page.getByRole('region', { name: 'Beside the plan' })
    await beside.getByText('Exit fee').first().waitFor()
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    await beside.waitFor({ state: 'hidden' })
    await page.getByText('Active, renews Sun 3 Jan 2038').waitFor()
  })
  it('lets a balance burn by the day: the amount and the rate say how long it lasts', async () => {
    await ownPlan('Tata Play', 'TV', '300')
    await page.getByText('By the day', { exact: true }).click()
    await page.getByRole('textbox', { name: 'A day costs' }).fill('10.50')
    await page.getByText('₹300 at ₹10.50 a day: 28 days, until 16 Jan 2038, ₹6 left over.').waitFor()
    await page.getByRole('region', { name: 'What will be charged' }).getByText('₹300').first().waitFor()
    await looksRight(visit, 'by-the-day')
    await page.getByRole('button', { name: /^Save/ }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Tata Play' }).waitFor()
    await page.getByText('Active, runs until Sat 16 Jan 2038').waitFor()
    const terms = page.getByRole('region', { name: 'Terms' })
    await terms.getByText('₹6 left over for the next recharge').waitFor()

    await page.getByRole('button', { name: 'Recharge early' }).click()
    const recharge = page.getByRole('dialog', { name: 'Recharge Tata Play' })
    await recharge.getByText('Lasts 29 days, 17 Jan 2038 to 14 Feb 2038.').waitFor()
    await recharge.getByText('With ₹6 that was left over. ₹1.50 left over.').waitFor()
    await looksRight(visit, 'recharge-by-the-day')
    await recharge.getByRole('button', { name: 'Recharge', exact: true }).click()
    await recharge.waitFor({ state: 'hidden' })
    await page.getByText('Active, runs until Sun 14 Feb 2038').waitFor()

    await page.locator('main').getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Change what a day costs' }).click()
    const rate = page.getByRole('dialog', { name: 'What a day of Tata Play costs' })
    await rate.getByRole('textbox', { name: 'A day costs' }).fill('12')
    await rate.getByText('No charge changes.').waitFor()
    await looksRight(visit, 'day-rate')
    await rate.getByRole('button', { name: 'Change it' }).click()
    await rate.waitFor({ state: 'hidden' })
    await page.getByRole('region', { name: 'History' }).getByText('A day costs ₹12 from 20 Dec').waitFor()
  })
  it('enters twenty years of weekly with the older ones as one sum', async () => {
    await ownPlan('Milk', 'Apps & more', '70')
    await page.getByLabel('How often').selectOption('1.week')
    await page.getByLabel('When did it start or renew last?').fill('2017-01-02')
    await page.getByText('All the earlier periods').waitFor()
    await page.getByText('Left out', { exact: true }).click()
    await page.getByRole('textbox', { name: 'What they came to together' }).fill('36300')
    await looksRight(visit, 'long-history')
    await page.getByRole('button', { name: /^Save/ }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Milk' }).waitFor()
    await page.getByRole('region', { name: 'Beside the plan' }).getByText('Paid before').first().waitFor()
    await page.getByText('₹36,300').first().waitFor()
  })
})
