import { beforeAll, describe, expect, it } from 'vitest'
import { registerByApi, verifyByApi } from './account-api.ts'
import { sees, type Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo } from './inspection.ts'
import { inspectIn, looks } from './looks.ts'
import { asha, enter } from './person.ts'
import { setStage } from './stage.ts'
import { toldInOrder } from './story.ts'

const stage = setStage({ now: '2027-01-14T04:30:00Z', variables: { ADMIN_EMAIL: asha.email } })
let visit: Visit
let netflix = ''
let spotify = ''

beforeAll(async () => {
  visit = await stage.open()
  const { call } = await registerByApi(stage.url, asha)
  await verifyByApi(stage.url, asha.email)
  const { addSubscription } = await householdOf(call)
  const startsOn = '2027-01-10'
  netflix = (await addSubscription({ planId: 'netflix-in-premium', startsOn }))['id'] ?? ''
  const price = { amount: 14_900, currency: 'INR' }
  spotify = (await addSubscription({ planId: 'spotify-in-standard', startsOn, price }))['id'] ?? ''
  await enter(visit.page, asha)
})

describe('an editor of the catalogue', () => {
  toldInOrder()

  it('dates a new price', async () => {
    const { page } = visit
    await goTo(visit, '/admin/catalogue')
    await inspectIn(visit, looks.en)
    await page.getByLabel('Search plans').fill('netflx premium')
    await page
      .getByRole('button', { name: /Netflix Premium/ })
      .first()
      .click()
    await page.getByRole('dialog', { name: 'Netflix Premium' }).waitFor()
    await inspectIn(visit, looks.en)
    await page.getByLabel('New price').fill('799')
    await page.getByLabel('From', { exact: true }).fill('2027-02-12')
    await sees(page.getByText('Netflix Premium: ₹799 from 12 Feb.'), () =>
      page.getByRole('button', { name: 'Date the price' }).click(),
    )
    await page.getByText('₹799 from 12 Feb', { exact: true }).waitFor()
  })

  it('is told why a price cannot be dated', async () => {
    const { page } = visit
    await page.getByLabel('New price').fill('899')
    await page.getByLabel('From', { exact: true }).fill('2027-02-01')
    await page.getByRole('button', { name: 'Date the price' }).click()
    await page.getByRole('dialog').getByRole('alert').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Drop it' }).click()
  })

  it('prepares a plan and publishes it', async () => {
    const { page } = visit
    await page.getByRole('button', { name: 'New plan' }).click()
    const sheet = page.getByRole('dialog', { name: 'Draft of a plan' })
    await sheet.getByLabel('Provider').selectOption('netflix')
    await sheet.getByLabel('Name').fill('Netflix Family')
    await sheet.getByLabel('Price', { exact: true }).fill('899')
    await inspectIn(visit, looks.en)
    await sees(page.getByText('The draft is saved.'), () =>
      sheet.getByRole('button', { name: 'Save the draft' }).click(),
    )
    await sees(page.getByText('Netflix Family is published.'), () =>
      page.getByRole('button', { name: 'Publish: Netflix Family' }).click(),
    )
    await goTo(visit, '/add?q=netflix%20family')
    await page
      .getByRole('option', { name: /Netflix Family/ })
      .first()
      .waitFor()
  })
})

describe('who has the plan', () => {
  toldInOrder()

  it('is told on Home what it will cost and until when it can be avoided', async () => {
    const { page } = visit
    await goTo(visit, '/home')
    await page.getByText('₹649 → ₹799 from 12 Feb: + ₹1,800 a year, decide by 9 Mar').waitFor()
    await inspectIn(visit, looks.en)
    await page.getByRole('link', { name: 'Decide: Netflix Premium' }).click()
    await page.getByRole('region', { name: 'The provider asks another price' }).waitFor()
  })

  it('sees what the plan has cost, and keeps the price', async () => {
    const { page } = visit
    await goTo(visit, `/subscriptions/${netflix}`)
    const prices = page.getByRole('region', { name: 'Prices of this plan' })
    await prices.getByText('₹799').first().waitFor()
    expect(await prices.innerText()).toContain('to come')
    await inspectIn(visit, looks.en)
    await sees(page.getByText('Netflix Premium stays at ₹649'), () =>
      page.getByRole('button', { name: 'Mine stays ₹649' }).click(),
    )
    await page.getByRole('region', { name: 'The provider asks another price' }).waitFor({ state: 'hidden' })
  })

  it('says in one tap what is paid instead, and an editor takes it', async () => {
    const { page } = visit
    await goTo(visit, `/subscriptions/${spotify}`)
    await page.getByText('You pay ₹149, the catalogue says ₹139.').waitFor()
    await sees(page.getByText('Thank you. An editor will look at it.'), () =>
      page.getByRole('button', { name: 'Tell the catalogue: ₹149' }).click(),
    )
    await goTo(visit, '/admin/catalogue')
    await page.getByText('₹139 → ₹149, 1 person, bill of 14 Jan').waitFor()
    await inspectIn(visit, looks.en)
    await sees(page.getByText('Spotify Premium Standard: ₹149 is published.'), () =>
      page.getByRole('button', { name: 'Take ₹149' }).click(),
    )
    await page.getByText('Nobody says otherwise.').waitFor()
  })

  it('reads all that in Hindi too', async () => {
    const { page } = visit
    await page.evaluate(() => localStorage.setItem('streamline.language', 'hi'))
    await goTo(visit, `/subscriptions/${netflix}`)
    await page.getByRole('region', { name: 'इस प्लान की क़ीमतें' }).waitFor()
    await inspectIn(visit, looks.hi)
    await goTo(visit, '/admin/catalogue')
    await page.getByText('किसी ने कुछ और नहीं बताया।').waitFor()
    await page.getByRole('button', { name: 'नया प्लान' }).click()
    await page.getByRole('dialog', { name: 'प्लान का मसौदा' }).waitFor()
    await inspectIn(visit, looks.hi)
  })
})
