import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { registerByApi } from './account-api.ts'
import { phone, type Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo, smallTargetsOf } from './inspection.ts'
import { looksRight } from './looks.ts'
import { enter, register, somebody, startDemo } from './person.ts'
import { setStage } from './stage.ts'

describe('savings of a family', () => {
  const stage = setStage()
  let visit: Visit
  beforeAll(async () => {
    visit = await stage.open({ viewport: phone, hasTouch: true })
    await startDemo(visit.page)
  })
  afterEach(() => {
    expect(visit.complaints.splice(0)).toEqual([])
  })

  it('are worked out when somebody looks, with proof, both ways month by month and what to do', async () => {
    const { page } = visit
    await goTo(visit, '/home')
    await page.getByRole('link', { name: 'All savings' }).click()
    await page.getByText(/Proven: no other choice of/).waitFor()
    await page.getByRole('figure', { name: 'Both ways, month by month' }).waitFor()
    await page.getByRole('heading', { name: 'What to do, and when' }).waitFor()
    await looksRight(visit, 'savings')
  })

  it('leave what must stay, and are worked out anew with it', async () => {
    const { page } = visit
    await goTo(visit, '/savings')
    const keep = page.getByRole('button', { name: /^Keep it: / }).first()
    const name = await keep.getAttribute('aria-label')
    await keep.click()
    await page.getByText('Kept, whatever it costs').first().waitFor()
    await page.getByRole('button', { name: name ?? '', pressed: true }).click()
    await page.getByText('Kept, whatever it costs').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Back to as it is now' }).click()
    await page.getByRole('button', { name: 'Back to as it is now' }).waitFor({ state: 'hidden' })
  })

  it('follow what somebody needs: a tier, a line, what is ruled out and a budget, until all is as it is now', async () => {
    const { page } = visit
    await goTo(visit, '/savings')
    const card = page.getByRole('region', { name: 'What you need', exact: true })
    await card.getByRole('button', { name: 'Change' }).click()
    const sheet = page.getByRole('dialog', { name: 'What you need' })
    await sheet.getByLabel('Budget a month').waitFor()
    expect(await smallTargetsOf(page)).toEqual([])
    await looksRight(visit, 'savings-needs')
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
    await card
      .getByRole('listitem')
      .filter({ hasText: 'Netflix Premium' })
      .getByText(/₹[\d,.]+ a year/)
      .waitFor()
    await card.getByRole('button', { name: 'Change' }).click()
    const first = sheet.getByRole('group').first()
    await first.getByRole('combobox').first().selectOption({ label: 'Not wanted' })
    await sheet.getByLabel('Data, at least').first().selectOption({ label: 'Any' })
    await sheet.getByLabel('Only from').first().selectOption({ label: 'Airtel' })
    await sheet.getByLabel('Never use').selectOption({ label: 'Tata Play Fiber' })
    await sheet.getByLabel('Budget a month').fill('500')
    await page.keyboard.press('Enter')
    await sheet.waitFor({ state: 'hidden' })
    await page.getByText(/over your budget of ₹500 a month/).waitFor()
    await card.getByText('₹500 a month').waitFor()
    await card.getByText(/only Airtel$/).waitFor()
    await card.getByRole('button', { name: 'Back to as it is now' }).click()
    await page.getByText(/over your budget/).waitFor({ state: 'hidden' })
  })

  it('say when to have a service that is wanted two months a year, and what that saves', async () => {
    const { page } = visit
    await goTo(visit, '/savings')
    const card = page.getByRole('region', { name: 'What you need', exact: true })
    await card.getByRole('button', { name: 'Change' }).click()
    const sheet = page.getByRole('dialog', { name: 'What you need' })
    for (const service of ['Apple TV', 'Crunchyroll Mega Fan'])
      await sheet
        .getByRole('group', { name: service })
        .getByLabel(/how long/)
        .first()
        .selectOption({ label: '2 months a year' })
    await sheet.getByLabel('Budget a month').fill('5000')
    await sheet.getByRole('button', { name: 'Work it out with this' }).click()
    const turns = page.getByRole('region', { name: 'When to have which' })
    await turns
      .getByText(/less than all year/)
      .nth(1)
      .waitFor()
    await card.getByText('Asha · 2 months a year').waitFor()
    await page.getByText(/Within your budget of ₹5,000 a month/).waitFor()
    await looksRight(visit, 'savings-turns')
    await card.getByRole('button', { name: 'Back to as it is now' }).click()
    await turns.waitFor({ state: 'hidden' })
  })
})

describe('steps towards the cheapest set', () => {
  const stage = setStage()
  let visit: Visit
  beforeAll(async () => {
    visit = await stage.open({ viewport: phone, hasTouch: true })
    await startDemo(visit.page)
    await goTo(visit, '/savings')
    await visit.page.getByText(/Proven: no other choice of/).waitFor()
  })
  afterEach(() => {
    expect(visit.complaints.splice(0)).toEqual([])
  })

  it('are accepted one by one or all at once, and taken back as easily', async () => {
    const { page } = visit
    const steps = page.getByRole('region', { name: 'What to do, and when' })
    const first = steps.getByRole('button', { name: /^Accept: / }).first()
    const name = (await first.getAttribute('aria-label')) ?? ''
    await first.click()
    await steps.getByText(/^You accepted this on .* less in twelve months$/).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await steps.getByRole('button', { name }).waitFor()
    await steps.getByRole('button', { name: 'Accept all' }).click()
    await steps
      .getByRole('button', { name: /^Accept: / })
      .first()
      .waitFor({ state: 'hidden' })
    await page.getByText(/Proven: no other choice of/).waitFor()
    await looksRight(visit, 'accepted-steps')
    await goTo(visit, '/home')
    const needs = page.getByRole('region', { name: 'Needs you today' })
    await needs
      .getByText(/^To save, by /)
      .first()
      .waitFor()
    await page.getByText(/ a year less for what you need$/).waitFor()
    await looksRight(visit, 'home-that-saves')
    await page.getByRole('link', { name: 'See how' }).click()
    await page.getByText(/Proven: no other choice of/).waitFor()
    await steps
      .getByRole('button', { name: /^Dismiss: / })
      .first()
      .click()
    await steps.getByRole('button', { name: /^Accept: / }).waitFor()
  })

  it('lead to where they are done, and are done when the facts say so', async () => {
    const { page } = visit
    await goTo(visit, '/savings')
    const cancel = page.getByRole('link', { name: /^Cancel: / }).first()
    await cancel.click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Cancel / })
      .click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await goTo(visit, '/savings')
    await page.getByRole('region', { name: 'What to do, and when' }).getByText('Done').waitFor()
  })
})

describe('two of the same for different people', () => {
  const stage = setStage()

  it('are asked about once, and again when that is wished', async () => {
    const person = somebody()
    const { call } = await registerByApi(stage.url, person)
    const { you, addMember, addSubscription } = await householdOf(call)
    const planId = 'jiohotstar-in-super-monthly'
    for (const usedBy of [you, await addMember('Ravi')])
      await addSubscription({ planId, startsOn: '2026-11-10', usedBy: [usedBy], pastPeriods: 'assumePaid' })
    const visit = await stage.open({ viewport: phone, hasTouch: true })
    const { page } = visit
    await enter(page, person)
    await goTo(visit, '/savings')
    await page.getByRole('group', { name: 'Do both of you want one of your own?' }).waitFor()
    await page.getByText(/Proven: no other choice of/).waitFor()
    await looksRight(visit, 'both-question')
    await page.getByRole('button', { name: /^Yes, both: / }).click()
    await page.getByText('Nothing is paid twice.').waitFor()
    await page.getByText(/^Both wanted: /).waitFor()
    await page.getByRole('button', { name: /^Ask again: / }).click()
    await page.getByRole('group', { name: 'Do both of you want one of your own?' }).waitFor()
    await page.getByRole('button', { name: /^No, one is enough: / }).click()
    await page.getByText(/^Also paid as /).waitFor()
    await looksRight(visit, 'both-answered')
    expect(visit.complaints.splice(0)).toEqual([])
  })
})

describe('savings of a new household', () => {
  const stage = setStage()

  it('say that nothing is paid twice and nothing is cheaper', async () => {
    const visit = await stage.open({ viewport: phone, hasTouch: true })
    await register(visit.page, somebody())
    await goTo(visit, '/savings')
    await visit.page.getByText('Nothing is paid twice.').waitFor()
    await visit.page.getByText('Nothing is cheaper for what you need.').waitFor()
  })
})
