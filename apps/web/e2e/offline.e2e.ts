import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registerByApi, type Call } from './account-api.ts'
import { patiently, phone, sees, type Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo, inspect, settle } from './inspection.ts'
import { enter, somebody, type Person } from './person.ts'
import { setStage } from './stage.ts'
import { whenKept } from './kept-builds.ts'

const netflix = {
  name: 'Netflix',
  kind: 'ott',
  renewal: 'automatic',
  startsOn: '2030-02-10',
  interval: { count: 1, unit: 'month' },
  price: { amount: 64_900, currency: 'INR' },
  recordsItself: false,
}

/** Once what is on screen is kept here. */
const whenAnswersKept = (page: Page): Promise<unknown> =>
  expect
    .poll(
      () =>
        page.evaluate(
          () =>
            new Promise<string>((resolve) => {
              const request = indexedDB.open('streamline')
              request.addEventListener('error', () => resolve(''))
              request.addEventListener('success', () => {
                const { result: database } = request
                if (!database.objectStoreNames.contains('kept')) return resolve('')
                const got = database.transaction('kept').objectStore('kept').get('answers')
                got.addEventListener('success', () => resolve(JSON.stringify(got.result ?? '')))
                database.close()
              })
            }),
        ),
      patiently,
    )
    .toMatch(/"overview".*Netflix|Netflix.*"overview"/)

describe('while nobody answers', () => {
  const stage = setStage({ now: '2030-02-10T06:00:00Z' })
  let person: Person
  let call: Call
  let visit: Visit
  let page: Page
  let home: string
  const setOffline = (offline: boolean) => page.context().setOffline(offline)
  const need = () => page.locator('main').getByRole('listitem').filter({ hasText: 'Netflix' })
  const charges = async () =>
    (await call<{ items: { id: string; state: string }[] }>('GET', `${home}/charges?limit=50`)).items

  beforeEach(async () => {
    person = somebody()
    ;({ call } = await registerByApi(stage.url, person))
    await (await householdOf(call)).addSubscription(netflix)
    const me = await call<{ households: { id: string }[] }>('GET', '/v1/me')
    home = `/v1/households/${me.households[0]?.id}`
    visit = await stage.open({ serviceWorkers: 'allow', viewport: phone })
    page = visit.page
    await enter(page, person)
    await settle(visit)
    await whenKept(page)
    await whenAnswersKept(page)
  })
  afterEach(() => setOffline(false))

  it('the app opens with what was there last, and says as of when', async () => {
    await setOffline(true)
    await page.reload()
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
    await need().first().waitFor()
    await page.getByText(/You are offline\..* This is as of \d+/).waitFor()
    await page.getByRole('link', { name: 'Subscriptions' }).first().click()
    await page.getByRole('heading', { name: 'Subscriptions', level: 1 }).waitFor()
    await setOffline(false)
    await page.getByText('You are offline.').waitFor({ state: 'hidden' })
  })

  it('a payment is kept, also over a reload, and sent once somebody answers, once', async () => {
    await setOffline(true)
    await sees(page.getByText('Kept on this device.'), () =>
      need()
        .getByRole('button', { name: /Mark paid/ })
        .first()
        .click(),
    )
    await page.getByText('1 entry waits to be sent.').waitFor()
    await page.reload()
    await page.getByText('1 entry waits to be sent.').waitFor()
    await page.getByRole('button', { name: 'Show' }).click()
    await page.getByRole('dialog').getByText('Payment for Netflix').waitFor()
    await page.keyboard.press('Escape')
    expect((await charges()).filter(({ state }) => state === 'paid')).toHaveLength(0)
    await sees(page.getByText('1 entry that was kept has been sent.'), () => setOffline(false))
    await page.getByText('waits to be sent').waitFor({ state: 'hidden' })
    expect((await charges()).filter(({ state }) => state === 'paid')).toHaveLength(1)
  })

  it('what the service refuses is shown with what was meant, and the person decides', async () => {
    await setOffline(true)
    await sees(page.getByText('Kept on this device.'), () =>
      need()
        .getByRole('button', { name: /Mark paid/ })
        .first()
        .click(),
    )
    const due = (await charges()).find(({ state }) => state !== 'upcoming')
    await call('POST', `${home}/charges/${due?.id}/payments`, {})
    await setOffline(false)
    await page.getByText('1 entry needs your decision.').waitFor()
    await page.getByRole('button', { name: 'Show' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('Payment for Netflix').waitFor()
    // While nobody answered, the browser said so of each question.
    visit.complaints.splice(0)
    await inspect(visit)
    await sheet.getByRole('button', { name: /^Drop: / }).click()
    await page.getByText('1 entry needs').waitFor({ state: 'hidden' })
  })

  it('nobody loses by signing out what was not sent, unless they say so, and then nothing is left', async () => {
    await setOffline(true)
    await sees(page.getByText('Kept on this device.'), () =>
      need()
        .getByRole('button', { name: /Mark paid/ })
        .first()
        .click(),
    )
    await page.setViewportSize({ width: 1280, height: 860 })
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('1 entry has not been sent yet and would be lost.').waitFor()
    await page.getByRole('button', { name: 'Sign out anyway' }).click()
    await page.getByRole('heading', { level: 1, name: /Everything your home/ }).waitFor()
    await expect.poll(() => page.evaluate(() => indexedDB.databases()), patiently).toEqual([])
  })

  it('asks no other host for anything', async () => {
    const hosts = new Set<string>()
    page.context().on('request', (request) => hosts.add(new URL(request.url()).origin))
    for (const path of ['/home', '/subscriptions', '/add', '/money', '/settings']) await goTo(visit, path)
    expect([...hosts]).toEqual([stage.url])
  })
})
