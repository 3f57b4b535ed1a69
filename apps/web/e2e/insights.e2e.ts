import { readFile } from 'node:fs/promises'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { phone, type Visit } from './browser.ts'
import { goTo } from './inspection.ts'
import { looksRight } from './looks.ts'
import { register, somebody, startDemo } from './person.ts'
import { setStage } from './stage.ts'

describe('insights of a family', () => {
  const stage = setStage()
  let visit: Visit
  beforeAll(async () => {
    visit = await stage.open({ viewport: phone, hasTouch: true })
    await startDemo(visit.page)
  })
  afterEach(() => {
    expect(visit.complaints.splice(0)).toEqual([])
  })

  const textsOf = (selector: string): Promise<string[]> => visit.page.locator(selector).allInnerTexts()

  it('come to what Home says of each month', async () => {
    const { page } = visit
    await goTo(visit, '/home')
    const home = page.getByRole('figure', { name: /month/i }).first()
    const ofHome = await home.getByRole('button').evaluateAll((all) => all.map((one) => one.ariaLabel))
    await goTo(visit, '/insights')
    const spent = page.getByRole('figure', { name: 'Spent by month' })
    const ofInsights = await spent.getByRole('button').evaluateAll((all) => all.map((one) => one.ariaLabel))
    expect(ofInsights).toHaveLength(12)
    expect(ofInsights.slice(-ofHome.length)).toEqual(ofHome)
    await looksRight(visit, 'insights-spend')
  })

  it('are grouped as one asks, and stay so in the address', async () => {
    const { page } = visit
    await goTo(visit, '/insights')
    await page.getByText('Who pays', { exact: true }).click()
    await page.waitForURL(/by=payer/)
    await page.locator('main ol').getByText('Asha').first().waitFor()
    await looksRight(visit, 'insights-payer')
    await page.reload()
    await page.locator('main ol').getByText('Asha').first().waitFor()
  })

  it('are saved as a PDF of a month, and of a year', async () => {
    const { page } = visit
    await goTo(visit, '/insights')
    for (const [name, file] of [
      [/^Statement of /, /^streamline-\d{4}-\d{2}\.pdf$/],
      [/^Review of /, /^streamline-\d{4}\.pdf$/],
    ] as const) {
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name }).click()
      const download = await saved
      expect(download.suggestedFilename()).toMatch(file)
      const bytes = await readFile(await download.path())
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    }
  })

  it('say what is to come and who needs how much until a day', async () => {
    const { page } = visit
    await goTo(visit, '/insights?view=forecast')
    await page.getByRole('figure', { name: 'To come by month' }).waitFor()
    expect(await textsOf('main figure + ul > li')).toHaveLength(12)
    await looksRight(visit, 'insights-forecast')
  })

  it('have budgets of a month that name the day on which they will be overrun', async () => {
    const { page } = visit
    await goTo(visit, '/insights?view=forecast')
    const card = page.locator('main section', {
      has: page.getByRole('heading', { name: 'Budgets of a month' }),
    })
    await card.getByText('Say how much a month may cost').waitFor()
    const setBudget = async (what: string, amount: string) => {
      await page.getByRole('button', { name: 'Set a budget' }).click()
      await page.getByLabel('For').selectOption({ label: what })
      await page.getByLabel('A month at most').fill(amount)
      await page.getByRole('button', { name: 'Save the budget' }).click()
      await page.getByRole('button', { name: `${what} Change the budget` }).waitFor()
    }
    await setBudget('Whole household', '500')
    await setBudget('Streaming', '99999')
    await card.getByText(/Overrun on .*: this month (is|will be) ₹[\d,.]+ over\./).waitFor()
    await card.getByText('Holds in the next twelve months.').waitFor()
    await looksRight(visit, 'insights-budgets')
    await page.getByRole('button', { name: 'Streaming Change the budget' }).click()
    await looksRight(visit, 'insights-budget-sheet')
    await page.getByRole('button', { name: 'Remove the budget' }).click()
    await page.getByRole('button', { name: 'Streaming Change the budget' }).waitFor({ state: 'detached' })
  })

  it('have a calendar whose days tell what they bring', async () => {
    const { page } = visit
    await goTo(visit, '/insights?view=calendar')
    await page.getByRole('button', { name: 'The month after' }).click()
    await page.waitForURL(/month=/)
    const day = page.locator('main table button:enabled').first()
    await day.click()
    expect(await textsOf('main ol > li h3')).toHaveLength(1)
    await page.getByRole('button', { name: 'Show the whole month' }).click()
    await looksRight(visit, 'insights-calendar')
  })

  it('tell what each subscription came to', async () => {
    const { page } = visit
    await goTo(visit, '/insights?view=subscriptions')
    await page.getByRole('heading', { name: 'Each subscription' }).waitFor()
    await looksRight(visit, 'insights-subscriptions')
  })
})

describe('insights of a new household', () => {
  const stage = setStage()

  it('say that there is nothing yet, and what to do next', async () => {
    const visit = await stage.open({ viewport: phone, hasTouch: true })
    await register(visit.page, somebody())
    await goTo(visit, '/insights')
    await visit.page.getByText('Nothing fell due in these months.').waitFor()
    await goTo(visit, '/insights?view=subscriptions')
    await visit.page.getByRole('link', { name: 'Add a subscription' }).first().waitFor()
  })
})
