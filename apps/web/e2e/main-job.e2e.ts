import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { sees, type Visit } from './browser.ts'
import { goTo } from './inspection.ts'
import { moveClock } from './clock.ts'
import { asha, register, signIn } from './person.ts'
import { setStage } from './stage.ts'
import { toldInOrder } from './story.ts'

/** A Thursday in Pune, the last day of a month whose next one is short. */
const firstDay = '2030-01-31T04:30:00Z'
const threeMonthsOn = '2030-04-30T04:30:00Z'

/** Text of an element as a person reads it: one line, plain spaces. */
const textOf = async (page: Page, role: 'region' | 'main', name?: string): Promise<string> =>
  (await page.getByRole(role, name === undefined ? {} : { name }).innerText()).replaceAll(/\s+/g, ' ')

describe('the main job: from a new account to a household that sees what renews, is due and was paid', () => {
  toldInOrder()
  const stage = setStage({ now: firstDay })
  let visit: Visit
  /** Of somebody who is in California. */
  let away: Visit

  beforeAll(async () => {
    visit = await stage.open()
    away = await stage.open({ timezoneId: 'America/Los_Angeles' })
  })

  it('registers a new person, who is welcomed', async () => {
    const { page } = visit
    await register(page, asha)
    await page.getByRole('heading', { name: 'Welcome, Asha Kulkarni' }).waitFor()
    await page.getByRole('link', { name: 'Skip for now' }).click()
    await page.getByText('Nothing is running yet').waitFor()
  })

  it('adds Netflix from the 31st by search, and February ends on its last day', async () => {
    const { page } = visit
    await page.getByRole('link', { name: 'Add a subscription' }).first().click()
    await page.getByRole('combobox', { name: 'Provider or plan' }).fill('netflix premium')
    await page.getByRole('option', { name: /Netflix Premium/ }).click()
    await page.getByText('Is this what you pay?').waitFor()
    expect(await page.getByLabel('Price', { exact: true }).inputValue()).toBe('649')
    const preview = page.getByRole('region', { name: 'What will be charged' })
    await preview.getByText('31 Mar – 29 Apr').waitFor()
    expect(await textOf(page, 'region', 'What will be charged')).toMatch(
      /31 Jan – 27 Feb .* ₹649 28 Feb – 30 Mar .* ₹649 31 Mar – 29 Apr .* ₹649/,
    )
    await page.getByRole('checkbox', { name: 'Debits book themselves' }).uncheck()
    await sees(page.getByText('Netflix Premium is added. Next: ₹649 on Thu 28 Feb'), () =>
      page.getByRole('button', { name: 'Save' }).click(),
    )
    await page.getByRole('heading', { level: 1, name: 'Netflix Premium' }).waitFor()
    await page.getByText('Active, renews Thu 28 Feb').waitFor()
    expect(await textOf(page, 'region', 'Periods and payments')).toContain('31 Jan – 27 Feb Now')
  })

  it('adds a Jio pack of 28 days, which runs through the 28th day and not a month', async () => {
    const { page } = visit
    await goTo(visit, '/add')
    await page.getByRole('combobox', { name: 'Provider or plan' }).fill('jio 299')
    await page
      .getByRole('option', { name: /Jio prepaid ₹299/ })
      .first()
      .click()
    await page.getByLabel('Which number?').fill('98765 43210')
    await page.getByText('Runs until Wed 27 Feb; then it stops until somebody recharges.').waitFor()
    await page.getByRole('button', { name: 'Save' }).click()

    await page.getByText('Active, runs until Wed 27 Feb').waitFor()
    const terms = await textOf(page, 'region', 'Terms')
    expect(terms).toContain('How often Every 28 days')
    expect(terms).toMatch(/Number [•\s]+210/)
    expect(terms).not.toContain('98765')
  })

  it('adds ACT for six months at its own interval, with GST on top', async () => {
    const { page } = visit
    await goTo(visit, '/add')
    await page.getByRole('button', { name: 'ACT Fibernet' }).click()
    await page.getByRole('button', { name: /Basic \(Chennai\)/ }).click()
    await page.getByLabel('How often').selectOption({ label: 'every 6 months' })
    expect(await page.getByLabel('Price before GST').inputValue()).toBe('4920')
    await page.getByText('₹5,805.60 will be debited:').waitFor()
    const paid = page.getByRole('checkbox', { name: '31 Jan – 30 Jul is already paid' })
    await paid.uncheck()
    await page.getByRole('checkbox', { name: 'Debits book themselves' }).uncheck()
    await page.getByRole('button', { name: 'Save' }).click()

    await page.getByText('Active, renews Wed 31 Jul').waitFor()
    expect(await textOf(page, 'region', 'Terms')).toContain('₹5,805.60 ₹4,920 + 18% GST')
    expect(await textOf(page, 'region', 'Periods and payments')).toContain('31 Jan – 30 Jul Now')
  })

  it('records a payment where it is due, and the due is gone', async () => {
    const { page } = visit
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Money' }).click()
    const today = page.getByRole('region', { name: 'Today' })
    await today.getByRole('button', { name: /^Mark paid: ACT Basic/ }).click({ button: 'right' })
    const sheet = page.getByRole('dialog', { name: 'Payment for ACT Basic (Chennai)' })
    expect(await sheet.getByLabel('Amount').inputValue()).toBe('5805.60')
    await sheet.getByRole('button', { name: 'UPI' }).click()
    await sees(page.getByText('ACT Basic (Chennai): ₹5,805.60 marked paid'), () =>
      sheet.getByRole('button', { name: 'Mark paid' }).click(),
    )
    await sheet.waitFor({ state: 'hidden' })
    await today.waitFor({ state: 'hidden' })

    await page.getByRole('link', { name: 'Paid' }).click()
    await page.getByRole('region', { name: 'January 2030' }).waitFor()
    const history = await textOf(page, 'region', 'January 2030')
    expect(history).toMatch(/ACT Basic \(Chennai\) You paid .* · UPI ₹5,805.60 31 Jan/)
    expect(history).toMatch(/Netflix Premium .* ₹649 31 Jan/)
    expect(history).toMatch(/Jio prepaid ₹299 \(28d\) .* ₹299 31 Jan/)
  })

  it('shows nothing to do on Home while everything is paid', async () => {
    const { page } = visit
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Home' }).click()
    await page.getByText('Nothing needs you today.').waitFor()
    await page.getByText('3 subscriptions').waitFor()
  })

  it('asks to sign in again after three months away, and no date moves for a browser in California', async () => {
    // A page that stays open is in use.
    for (const { page } of [visit, away]) await page.goto('about:blank')
    await moveClock(stage.url, threeMonthsOn)
    await goTo(visit, '/home')
    await visit.page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await goTo(away, '/home')
    await signIn(away.page, asha)
    await away.page.getByRole('region', { name: /Needs you today/ }).waitFor()
  })

  it('knows on Home what became overdue, what is due today and what no longer runs', async () => {
    const { page } = away
    const needs = await textOf(page, 'region', 'Needs you today')
    expect(needs).toMatch(/Netflix Premium ₹1,947 3 unpaid since 28 Feb/)
    expect(needs).not.toContain('ACT Basic')
    await page.getByText('2 subscriptions').waitFor()
  })

  it('raised a period for every month in between, none twice and none lost', async () => {
    const { page } = away
    await goTo(away, '/subscriptions')
    await page.getByRole('link', { name: 'Netflix Premium' }).click()
    await page.getByText('Active, renews Fri 31 May').waitFor()
    const periods = await textOf(page, 'region', 'Periods and payments')
    expect(periods.match(/\d+ \w+ – \d+ \w+ (?=Now|due|You)/g)?.map((period) => period.trim())).toEqual([
      '31 May – 29 Jun',
      '30 Apr – 30 May',
      '31 Mar – 29 Apr',
      '28 Feb – 30 Mar',
      '31 Jan – 27 Feb',
    ])
    expect(periods.match(/Overdue/g)).toHaveLength(2)

    await goTo(away, '/money')
    const overdue = await textOf(page, 'region', 'Overdue')
    expect(overdue).toContain('₹1,298')
  })

  it('says that the pack stopped, and a recharge begins on the day it is made', async () => {
    const { page } = away
    await goTo(away, '/subscriptions')
    await page.getByRole('link', { name: /Jio prepaid/ }).click()
    await page.getByText('Stopped on Thu 28 Feb, recharge to continue').waitFor()
    await page.getByRole('button', { name: 'Recharge' }).click({ button: 'right' })
    const sheet = page.getByRole('dialog', { name: /Recharge Jio/ })
    await sheet.getByText('Runs 30 Apr to 27 May.').waitFor()
    await sheet.getByRole('button', { name: 'Recharge' }).click()
    await page.getByText('Active, runs until Mon 27 May').waitFor()
    expect(await textOf(page, 'region', 'Periods and payments')).toContain('61 days without service')
  })

  it('made no page complain', () => {
    expect([...visit.complaints, ...away.complaints]).toEqual([])
  })
})
