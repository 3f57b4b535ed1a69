import { readFile } from 'node:fs/promises'
import type { Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { looksAtAll, looksRight } from './inspection.ts'
import { setStage, smallPhone, type Visit } from './stage.ts'
import { register, visitDemo } from './walk.ts'

/** What a chart says of its months, without their names: Home says them shorter. */
const amountsOf = async (months: Locator): Promise<(string | undefined)[]> =>
  (await months.evaluateAll((all) => all.map((one) => one.ariaLabel))).map((label) => label?.split(': ')[1])

describe('insights of a family', () => {
  const stage = setStage()
  let begun: Visit | undefined
  /** One family for all that is told of it: an hour has only so many demos. */
  const family = async (): Promise<Visit> => {
    if (begun !== undefined) return begun
    begun = await stage.open()
    await visitDemo(begun.page)
    return begun
  }

  test('come to what Home says of each month, and tell it by a touch', async () => {
    const visit = await family()
    const { page } = visit
    const ofHome = await amountsOf(
      page.getByLabel('Charges due per month').getByRole('button', { name: /: ₹/ }),
    )
    await page.getByRole('tab', { name: 'More' }).click()
    await page.getByRole('button').filter({ hasText: 'Insights' }).first().click()
    await page.getByRole('heading', { name: 'Spent in twelve months' }).waitFor()
    const months = page.getByRole('button', { name: /^\p{L}+ 20\d\d: ₹/u })
    expect(await months.count()).toBe(12)
    const ofInsights = await amountsOf(months)
    expect(ofHome.length).toBeGreaterThan(1)
    expect(ofInsights.slice(-ofHome.length)).toEqual(ofHome)
    await months.last().click()
    await looksRight(visit, 'insights-touched')
    await page.getByRole('button', { name: 'As a table', exact: true }).click()
    expect(await page.getByRole('table', { name: 'Spent by month' }).getByRole('row').count()).toBe(13)
    await looksRight(visit, 'insights-table')
  })

  test('are grouped as one asks, and leave as a table of the same grouping', async () => {
    const { page } = await family()
    await page.goto('/insights')
    await page.getByRole('radio', { name: 'Who pays' }).click()
    await page.getByText('Asha', { exact: true }).first().waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Share as a table' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^streamline-payer-20\d\d-\d\d-\d\d\.csv$/)
    expect(await readFile(await download.path(), 'utf8')).toContain('Asha')
  })

  test('say who needs how much until a day that is chosen', async () => {
    const { page } = await family()
    await page.goto('/insights?view=forecast')
    const said = page.getByText(/^Who needs how much until /)
    const before = await said.innerText()
    await page.getByRole('button', { name: /^Until: / }).click()
    const sheet = page.getByRole('dialog').last()
    await sheet.getByRole('button').filter({ hasText: /^28$/ }).click()
    await expect.poll(() => said.innerText()).not.toBe(before)
  })

  test('have a calendar whose days tell what they bring', async () => {
    const { page } = await family()
    await page.goto('/insights?view=calendar')
    await page.getByRole('button', { name: 'The month after' }).click()
    const day = page.getByRole('button', { name: /: [1-9]\d* things?$/ }).first()
    await page.getByRole('button', { name: 'This month' }).waitFor()
    await day.click()
    const all = page.getByRole('button', { name: 'Show the whole month' })
    await all.waitFor()
    expect(await page.getByRole('heading', { level: 2 }).count()).toBeLessThan(4)
    await all.click()
    await all.waitFor({ state: 'hidden' })
  })

  test.each(['spend', 'forecast', 'calendar', 'subscriptions'])(
    'can be read on both phones, in both themes and languages: %s',
    async (view) => {
      const visit = await family()
      await looksAtAll(visit, `insights-${view}`, async () => {
        await visit.page.goto(`/insights?view=${view}`)
        await visit.page.waitForLoadState('networkidle')
      })
    },
  )

  test('stay on the phone while nobody answers', async () => {
    const { page } = await family()
    await page.goto('/insights')
    await page.getByRole('heading', { name: 'Spent in twelve months' }).waitFor()
    await page.waitForFunction(() =>
      (localStorage.getItem('streamline.answers') ?? '').includes('"groupCount"'),
    )
    try {
      stage.setAway(true)
      await page.reload()
      await page.getByRole('heading', { name: 'Spent in twelve months' }).waitFor()
    } finally {
      stage.setAway(false)
    }
  })
})

describe('insights of a new household', () => {
  const stage = setStage()

  test('say that there is nothing yet, and what to do next', async () => {
    const visit = await stage.open(smallPhone)
    const { page } = visit
    await register(page)
    await page.goto('/insights')
    await page.getByText('Nothing fell due in these months.').waitFor()
    await page.goto('/insights?view=subscriptions')
    await page.getByRole('button', { name: 'Add a subscription' }).waitFor()
    await looksRight(visit, 'insights-nothing')
  })
})
