import { beforeAll, describe, expect, it } from 'vitest'
import { registerByApi } from './account-api.ts'
import { phone, type Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo, inspect, settle } from './inspection.ts'
import { enter, somebody } from './person.ts'
import { setStage } from './stage.ts'
import { toldInOrder } from './story.ts'

const netflix = {
  name: 'Netflix',
  kind: 'ott',
  startsOn: '2037-08-31',
  interval: { count: 1, unit: 'month' },
  price: { amount: 64_900, currency: 'INR' },
}

describe('dates in a calendar of one’s own', () => {
  toldInOrder()
  const stage = setStage({ now: '2037-11-29T04:30:00Z' })
  let visit: Visit
  let subscription = ''
  let address = ''

  beforeAll(async () => {
    const person = somebody()
    const { call } = await registerByApi(stage.url, person)
    const household = await householdOf(call)
    const { id = '' } = await household.addSubscription(netflix)
    subscription = id
    visit = await stage.open({ viewport: phone, hasTouch: true })
    await enter(visit.page, person)
  })

  const card = () => visit.page.getByRole('region', { name: 'Your calendar' })
  const fetched = async () => {
    const answer = await fetch(stage.url + new URL(address).pathname)
    return { status: answer.status, text: await answer.text() }
  }

  it('has an address that is shown once, and whoever knows it finds the dates', async () => {
    await goTo(visit, '/settings/notifications')
    await settle(visit)
    await card().getByText('Last days of packs').click()
    await card().getByRole('button', { name: 'Make an address' }).click()
    await card().getByText('It is shown this once.', { exact: false }).waitFor()
    address = (await card().locator('p.font-mono').textContent()) ?? ''
    await inspect(visit)
    expect((await fetched()).text).toContain('SUMMARY:Netflix ₹649')
    await card().getByRole('button', { name: 'I have it' }).click()
    await card().getByRole('button', { name: 'New address' }).waitFor()
    expect(await visit.page.getByText(address).count()).toBe(0)
    await inspect(visit)
  })

  it('has other dates at the same address, until it is stopped', async () => {
    await card().getByText('Debits', { exact: true }).click()
    await card().getByRole('button', { name: 'Save', exact: true }).click()
    await visit.page.getByText('Saved.').waitFor()
    expect((await fetched()).text).not.toContain('SUMMARY')
    await card().getByRole('button', { name: 'Stop the address' }).click()
    await visit.page.getByText('The address has stopped.').waitFor()
    expect((await fetched()).status).toBe(404)
    await card().getByRole('button', { name: 'Make an address' }).waitFor()
  })

  it('are those of one subscription as a file', async () => {
    const { page } = visit
    await goTo(visit, `/subscriptions/${subscription}`)
    await settle(visit)
    await page.locator('main').getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menu').waitFor()
    await settle(visit)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Add to calendar' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('Netflix.ics')
  })
})
