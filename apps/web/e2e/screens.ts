import { beforeAll, expect, it } from 'vitest'
import type { Visit } from './browser.ts'
import { goTo, overflowOf, settle } from './inspection.ts'
import { inspectIn, looks, openIn, show, type Language } from './looks.ts'
import { startDemo } from './person.ts'
import { setStage } from './stage.ts'

const publicScreens = ['/', '/sign-in', '/register', '/invite', '/guest', '/nowhere']

const screens = [
  '/home',
  '/subscriptions',
  '/subscriptions?q=zzzz',
  '/subscriptions?status=removed',
  '/subscriptions/numbers',
  '/add',
  '/add?provider=jio&kind=mobile',
  '/add?plan=netflix-in-premium',
  '/add?plan=act-in-chennai-basic',
  '/add?plan=own',
  '/money',
  '/money?tab=paid',
  '/money?tab=between',
  '/savings',
  '/insights',
  '/insights?by=provider',
  '/insights?view=forecast',
  '/insights?view=calendar',
  '/insights?view=subscriptions',
  '/welcome',
  '/more',
  '/settings',
  '/inbox',
  '/settings/notifications',
  '/settings/people',
  '/settings/household',
]

/** What opens on top of a screen. */
const testSheets = (familyOf: () => Visit): void => {
  it.each(['Change', 'Cancel'])('the sheet to %s', async (button) => {
    const visit = familyOf()
    const { page } = visit
    await goTo(visit, '/subscriptions?q=netflix')
    await page
      .locator('main')
      .getByRole('link', { name: /Netflix/ })
      .first()
      .click()
    await page.getByRole('button', { name: button, exact: true }).waitFor()
    await settle(visit)
    await page.getByRole('button', { name: button, exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await inspectIn(visit, looks.en)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  it.each(['Change plan or price', 'Pause', 'Put it right', 'Added by mistake'])(
    'the sheet behind “%s”',
    async (item) => {
      const visit = familyOf()
      const { page } = visit
      await goTo(visit, '/subscriptions?q=netflix')
      await page
        .locator('main')
        .getByRole('link', { name: /Netflix/ })
        .first()
        .click()
      await page.locator('main').getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('menuitem', { name: item }).click()
      await page.getByRole('dialog').waitFor()
      await inspectIn(visit, looks.en)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    },
  )

  it('a payment ahead of time', async () => {
    const visit = familyOf()
    const { page } = visit
    await goTo(visit, '/money')
    await page
      .getByRole('button', { name: /^Mark paid/ })
      .last()
      .click({ button: 'right' })
    await page.getByRole('dialog', { name: /Payment for/ }).waitFor()
    await inspectIn(visit, looks.en)
  })

  it('the question before a payment is taken back', async () => {
    const visit = familyOf()
    const { page } = visit
    await goTo(visit, '/money?tab=paid')
    await page
      .getByRole('button', { name: /^Take back/ })
      .first()
      .click()
    await page.getByRole('alertdialog').waitFor()
    await inspectIn(visit, looks.en)
  })

  it('a recharge', async () => {
    const visit = familyOf()
    const { page } = visit
    await goTo(visit, '/subscriptions?kind=mobile')
    await page
      .getByRole('button', { name: /^Recharge/ })
      .first()
      .click({ button: 'right' })
    await page
      .getByRole('dialog', { name: /Recharge/ })
      .getByLabel('Recharged on')
      .waitFor()
    await inspectIn(visit, looks.en)
  })
}

/** All screens in one language: a file of tests for each, which then run beside each other. */
export const testScreensIn = (language: Language): void => {
  const stage = setStage()
  let stranger: Visit
  let family: Visit

  beforeAll(async () => {
    stranger = await openIn(stage, language)
    family = await openIn(stage, language)
    await startDemo(family.page)
  })

  it.each(publicScreens)('%s, before signing in', async (path) => {
    await goTo(stranger, path)
    await inspectIn(stranger, looks[language])
  })

  it.each(screens)('%s', async (path) => {
    await goTo(family, path)
    await inspectIn(family, looks[language])
  })

  it('a debit that went otherwise', async () => {
    const { page } = family
    await goTo(family, '/home')
    await page.getByRole('button', { name: language === 'en' ? 'Check' : 'देखें', exact: true }).click()
    const wrong = language === 'en' ? /^It did not/ : /^नहीं कटा/
    await page.getByRole('button', { name: wrong }).first().click()
    await page.getByText(language === 'en' ? 'Another amount' : 'रक़म अलग थी').click()
    await inspectIn(family, looks[language])
  })

  it('subscriptions of the demo', async () => {
    const { page } = family
    await goTo(family, '/subscriptions')
    const paths = await page
      .locator('main a[href^="/subscriptions/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(paths.length).toBeGreaterThan(8)
    for (const path of language === 'en' ? paths : paths.slice(0, 4)) {
      await goTo(family, path)
      for (const look of looks[language]) {
        await show(family, look)
        expect(await overflowOf(page), `${path}, ${look.name}`).toBe(0)
      }
    }
    await inspectIn(family, looks[language])
  })

  if (language === 'en') testSheets(() => family)
}
