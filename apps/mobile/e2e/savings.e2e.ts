import { describe, expect, test } from 'vitest'
import { looksAtAll, looksRight } from './inspection.ts'
import { setStage, smallPhone, type Visit } from './stage.ts'
import { register, sheetOf, visitDemo } from './walk.ts'

describe('savings of a family', () => {
  const stage = setStage()
  let begun: Visit | undefined
  /** One family for all that is told of it: an hour has only so many demos. */
  const family = async (): Promise<Visit> => {
    if (begun !== undefined) return begun
    begun = await stage.open()
    await visitDemo(begun.page)
    return begun
  }

  test('begin on Home with the best one and its proof', async () => {
    const visit = await family()
    const { page } = visit
    await page.getByRole('button', { name: 'Show the proof' }).click()
    await page.getByText('12 months after the change').scrollIntoViewIfNeeded()
    await looksRight(visit, 'saving-home')
    await page.getByRole('button', { name: /^(All savings|See how)$/ }).click()
    await page.getByText(/Proven: no other choice of/).waitFor()
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('tab', { name: 'More' }).click()
    await page.getByRole('button').filter({ hasText: 'Insights' }).first().waitFor()
    await looksRight(visit, 'rooms')
  })

  test('are worked out when somebody looks, with proof, both ways by month and what to do', async () => {
    const visit = await family()
    const { page } = visit
    await page.getByRole('tab', { name: 'More' }).click()
    await page.getByRole('button').filter({ hasText: 'Savings' }).first().click()
    await page.getByText(/Proven: no other choice of/).waitFor()
    const month = page.getByRole('button', { name: /As it is ₹.+, Cheapest ₹/ }).nth(1)
    const [name = ''] = ((await month.getAttribute('aria-label')) ?? '').split(':')
    await month.click()
    await page.getByText(name, { exact: true }).waitFor()
    await page.getByRole('button', { name: 'As a table' }).click()
    const rows = page.getByRole('table', { name: 'Both ways, month by month' }).getByRole('row')
    // Twelve months from today touch thirteen of the calendar, or twelve from a first; above them stand the names.
    expect(await rows.count()).toBeGreaterThanOrEqual(13)
    await page.getByRole('heading', { name: 'What to do, and when' }).waitFor()
    await looksRight(visit, 'savings-table')
  })

  test('leave what must stay, and are worked out anew with it', async () => {
    const { page } = await family()
    await page.goto('/savings')
    const keep = page.getByRole('switch', { name: /^Keep it: / }).first()
    const name = (await keep.getAttribute('aria-label')) ?? ''
    await keep.click()
    await page.getByText('Kept, whatever it costs').first().waitFor()
    await page.getByRole('switch', { name, checked: true }).click()
    await page.getByText('Kept, whatever it costs').waitFor({ state: 'hidden' })
    const reset = page.getByRole('button', { name: 'Back to as it is now' })
    await reset.click()
    await reset.waitFor({ state: 'hidden' })
  })

  test('are changed by what is needed: a budget, and a service that some months are enough for', async () => {
    const visit = await family()
    const { page } = visit
    await page.goto('/savings')
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    const sheet = sheetOf(page)
    await sheet.getByRole('button', { name: /^Netflix/ }).click()
    await sheet
      .getByRole('button', { name: /how long: All year$/ })
      .first()
      .click()
    await page.getByRole('radio', { name: '3 months a year' }).click()
    await sheet.getByRole('button', { name: /how long: 3 months a year$/ }).waitFor()
    await sheet.getByLabel('Budget a month').fill('100')
    await looksRight(visit, 'savings-needs')
    await sheet.getByRole('button', { name: 'Work it out with this' }).click()
    await page.getByText(/over your budget of ₹100 a month/).waitFor()
    await page.getByText('When to have which').scrollIntoViewIfNeeded()
    await looksRight(visit, 'savings-rotation')
    const reset = page.getByRole('button', { name: 'Back to as it is now' })
    await reset.click()
    await reset.waitFor({ state: 'hidden' })
  })

  test('become steps that somebody takes up, which Home leads to and which can be let go', async () => {
    const visit = await family()
    const { page } = visit
    await page.goto('/savings')
    const accept = page.getByRole('button', { name: /^Accept: / }).first()
    const [, step = ''] = /^Accept: (.+)$/.exec((await accept.getAttribute('aria-label')) ?? '') ?? []
    await accept.click()
    await page
      .getByText(/^You accepted this on /)
      .first()
      .waitFor()
    await page.getByRole('heading', { name: 'What to do, and when' }).scrollIntoViewIfNeeded()
    await looksRight(visit, 'savings-accepted')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: `Accept: ${step}`, exact: true }).click()
    await page
      .getByText(/^You accepted this on /)
      .first()
      .waitFor()
    await page.getByRole('button', { name: `Dismiss: ${step}`, exact: true }).click()
    await page.getByRole('button', { name: `Accept: ${step}`, exact: true }).waitFor()
  })

  test('can be read on both phones, in both themes and languages', async () => {
    const visit = await family()
    await looksAtAll(visit, 'savings', async (language) => {
      await visit.page.goto('/savings')
      await visit.page.getByText(language === 'hi' ? /^प्रमाणित/ : /^Proven/).waitFor()
    })
  })

  test('stay on the phone with their age while nobody answers', async () => {
    const visit = await family()
    const { page } = visit
    await page.setViewportSize(smallPhone)
    await page.goto('/savings')
    await page.getByText(/Proven: no other choice of/).waitFor()
    await page.waitForFunction(() =>
      (localStorage.getItem('streamline.answers') ?? '').includes('"oldPrices"'),
    )
    try {
      stage.setAway(true)
      // As if it had been read an hour ago.
      await page.evaluate(() => {
        const kept = localStorage.getItem('streamline.answers') ?? ''
        globalThis.addEventListener('pagehide', () =>
          localStorage.setItem(
            'streamline.answers',
            kept.replaceAll(/"dataUpdatedAt":(\d+)/g, (_, at) => `"dataUpdatedAt":${Number(at) - 3_600_000}`),
          ),
        )
      })
      await page.reload()
      await page.getByText(/Proven: no other choice of/).waitFor()
      await page.getByText(/^This is as of /).waitFor()
      await looksRight(visit, 'savings-away')
    } finally {
      stage.setAway(false)
    }
  })
})

describe('savings of a new household', () => {
  const stage = setStage()

  test('say that nothing is paid twice and nothing is cheaper', async () => {
    const visit = await stage.open(smallPhone)
    const { page } = visit
    await register(page)
    await page.goto('/savings')
    await page.getByText('Nothing is paid twice.').waitFor()
    await page.getByText('Nothing is cheaper for what you need.').waitFor()
    await looksRight(visit, 'savings-nothing')
  })
})
