import type { Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { registerByApi } from './account-api.ts'
import { sees, type Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo, settle, violationsOf } from './inspection.ts'
import { enter, somebody } from './person.ts'
import { setStage } from './stage.ts'

const now = '2037-11-29T04:30:00Z'

const monthly = (name: string, startsOn: string, amount: number) => ({
  name,
  kind: 'ott',
  startsOn,
  interval: { count: 1, unit: 'month' },
  price: { amount, currency: 'INR' },
  taxIncluded: true,
})

const pack = (name: string, startsOn: string) => ({
  ...monthly(name, startsOn, 29_900),
  kind: 'mobile',
  interval: { count: 28, unit: 'day' },
  renewal: 'manual',
})

describe('what is done to a subscription, and taken back', () => {
  const stage = setStage({ now })
  let visit: Visit
  let add: (subscription: object) => Promise<{ id?: string }>

  beforeAll(async () => {
    const person = somebody()
    const { call } = await registerByApi(stage.url, person)
    const household = await householdOf(call)
    await household.addMember('Ravi')
    add = household.addSubscription
    visit = await stage.open()
    await enter(visit.page, person)
  })
  afterEach(() => {
    expect(visit.complaints.splice(0)).toEqual([])
  })

  const open = async (subscription: object): Promise<Page> => {
    const { id = '' } = await add(subscription)
    await goTo(visit, `/subscriptions/${id}`)
    // A menu that is opened while the page is still coming closes with what it stood on.
    await settle(visit)
    return visit.page
  }

  const choose = async (item: string): Promise<void> => {
    const { page } = visit
    await page.locator('main').getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menu').waitFor()
    // What is pressed while the menu still unfolds is not meant for it.
    await settle(visit)
    await page.getByRole('menuitem', { name: item }).click()
    await page.getByRole('dialog').waitFor()
  }

  const history = () => visit.page.getByRole('region', { name: 'History' })

  it('cancels at once by mistake, and takes that back from the message by the keyboard', async () => {
    const page = await open(monthly('Netflix', '2037-11-10', 64_900))
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    const sheet = page.getByRole('dialog', { name: 'Cancel Netflix' })
    await sheet.getByText('Now', { exact: true }).click()
    await sees(page.getByText('Netflix has ended'), () =>
      sheet.getByRole('button', { name: 'Cancel subscription' }).click(),
    )
    await page.getByText('Ended, Sat 28 Nov was the last day').waitFor()
    await history().getByText('Cancelled at once').waitFor()

    await sees(page.getByText('Taken back', { exact: true }).first(), async () => {
      await page.getByRole('status').getByRole('button', { name: 'Undo' }).focus()
      await page.keyboard.press('Enter')
    })
    await page.getByText('Active, renews Thu 10 Dec').waitFor()
    await history().getByText('Taken back: Cancelled at once').waitFor()
    await settle(visit)
    expect(await violationsOf(page)).toEqual([])
  })

  it('puts a start year right, and shows first what that changes', async () => {
    const page = await open(monthly('Spotify', '2016-11-20', 11_900))
    await choose('Put it right')
    const sheet = page.getByRole('dialog', { name: 'Put Spotify right' })
    await sheet.getByText('Nothing is different yet.').waitFor()
    await sheet.getByLabel('First day').fill('2037-11-20')
    await sheet.getByText(/\d+ charges go/).waitFor()
    await sheet.getByLabel('Why').fill('A slip')
    await settle(visit)
    expect(await violationsOf(page)).toEqual([])
    await sees(page.getByText('Spotify is put right'), () =>
      sheet.getByRole('button', { name: 'Put it right' }).click(),
    )
    await sheet.waitFor({ state: 'hidden' })
    await history().getByText('Start corrected: 20 Nov 2037 instead of 20 Nov 2016').waitFor()
    await history().getByText('“A slip”').waitFor()
    const terms = page.getByRole('region', { name: 'Terms' })
    await terms.getByText('Fri 20 Nov', { exact: true }).waitFor()

    await history()
      .getByRole('button', { name: /^Undo: Start corrected/ })
      .click()
    await history().locator('s').getByText('Start corrected').waitFor()
    await terms.getByText('Sun 20 Nov 2016').waitFor()
    await history()
      .getByRole('button', { name: /^Let it count again: Taken back/ })
      .click()
    await terms.getByText('Fri 20 Nov', { exact: true }).waitFor()
  })

  it('charges a fee that only one of them bears, whatever the subscription is shared by', async () => {
    const page = await open(monthly('ACT Fibernet', '2037-11-20', 99_900))
    await choose('Add a fee or booster')
    const sheet = page.getByRole('dialog', { name: 'Another charge for ACT Fibernet' })
    await sheet.getByLabel('What for').selectOption('installation')
    await sheet.getByLabel('Amount').fill('1500')
    await sheet.getByText('Shared in another way').click()
    await sheet.getByText('Exact amounts').click()
    await sheet.getByRole('button', { name: 'Add the charge' }).click()
    await sheet.getByText('The amounts must sum to what a period costs.').first().waitFor()
    await sheet.getByText('Equally', { exact: true }).click()
    await settle(visit)
    expect(await violationsOf(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Add the charge' }).click()
    await sheet.waitFor({ state: 'hidden' })
    const beside = page.getByRole('region', { name: 'Beside the plan' })
    await beside.getByText(/Equally/).waitFor()
  })

  it('adds a booster of two days, and says which', async () => {
    const page = await open(pack('Jio', '2037-11-20'))
    await choose('Add a fee or booster')
    const sheet = page.getByRole('dialog', { name: 'Another charge for Jio' })
    await sheet.getByLabel('Amount').fill('69')
    await sheet.getByLabel('Days it lasts').fill('2')
    await sheet.getByRole('button', { name: 'Add the charge' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await page
      .getByRole('region', { name: 'Beside the plan' })
      .getByText(/29.{1,7}30/)
      .waitFor()
  })

  it('says beside the field what cannot be put right', async () => {
    const page = await open(monthly('Hotstar', '2037-11-20', 29_900))
    await choose('Put it right')
    const sheet = page.getByRole('dialog', { name: 'Put Hotstar right' })
    await sheet.getByLabel('Price', { exact: true }).fill('much')
    await sheet.getByRole('button', { name: 'Put it right' }).click()
    await sheet.getByText('Write an amount, like 649 or 649.50.').waitFor()
    await sheet.getByLabel('Price', { exact: true }).fill('299')
    await sheet.getByLabel('First day').fill('1850-01-01')
    const field = sheet.getByLabel('First day')
    await sheet.locator('[role=alert]').first().waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('true')
  })

  it('removes what was added by mistake, and brings it back from the list of what was removed', async () => {
    const page = await open(monthly('Sony', '2037-11-20', 9_900))
    await choose('Added by mistake')
    const sheet = page.getByRole('dialog', { name: 'Was Sony added by mistake?' })
    await sheet.getByText('No payment is recorded.').waitFor()
    await sheet.getByText(/charges? go/).waitFor()
    await settle(visit)
    expect(await violationsOf(page)).toEqual([])
    await sees(page.getByText('Sony is removed'), () =>
      sheet.getByRole('button', { name: 'Remove it' }).click(),
    )
    await page.getByRole('heading', { level: 1, name: 'Subscriptions' }).waitFor()
    const inList = page.locator('main').getByRole('link', { name: 'Sony' })
    await inList.waitFor({ state: 'hidden' })

    await page.getByLabel(/^State/).selectOption({ label: 'Removed' })
    await inList.waitFor()
    await settle(visit)
    expect(await violationsOf(page)).toEqual([])
    await sees(page.getByText('Sony is back'), () =>
      page.getByRole('button', { name: 'Bring back: Sony' }).click(),
    )
    await inList.waitFor({ state: 'hidden' })
    await page.getByLabel(/^State/).selectOption({ label: 'Any state' })
    await inList.waitFor()
  })

  it('pauses until somebody resumes it', async () => {
    const page = await open(monthly('Zee5', '2037-11-20', 9_900))
    await choose('Pause')
    const sheet = page.getByRole('dialog', { name: 'Pause Zee5' })
    await sheet.getByText('Until a day').click()
    await sheet.getByRole('textbox', { name: 'Goes on' }).fill('2037-11-29')
    await sheet.getByRole('button', { name: 'Pause it' }).click()
    await sheet.getByText('Choose a day after the first.').waitFor()
    await sheet.getByText('Until somebody resumes it').click()
    await sheet
      .getByText(/charge/)
      .first()
      .waitFor()
    await settle(visit)
    expect(await violationsOf(page)).toEqual([])
    await sees(page.getByText('Zee5 is paused'), () =>
      sheet.getByRole('button', { name: 'Pause it' }).click(),
    )
    await sheet.waitFor({ state: 'hidden' })
    await page.getByText('Paused', { exact: true }).waitFor()

    await choose('Resume')
    await sees(page.getByText('Zee5 runs again'), () =>
      page.getByRole('dialog').getByRole('button', { name: 'Resume it' }).click(),
    )
    await page.getByText('Active, renews Sun 20 Dec').waitFor()
    await history().getByText('Resumed on 29 Nov').waitFor()
  })

  it('changes the plan from today, with the unused days as credit', async () => {
    const page = await open({ planId: 'netflix-in-standard', startsOn: '2037-11-20' })
    await choose('Change plan or price')
    const sheet = page.getByRole('dialog', { name: /^Change the plan of Netflix/ })
    await sheet.getByRole('button', { name: 'Change it' }).click()
    await sheet.getByText('Choose a plan.').waitFor()
    await sheet.getByLabel('Find the plan').fill('premium')
    await sheet
      .getByRole('radio', { name: /Netflix Premium/ })
      .first()
      .check()
    await sheet.getByText('From today').click()
    await sheet
      .getByText(/charges? changes?|charges? (go|is|are)/)
      .first()
      .waitFor()
    await settle(visit)
    expect(await violationsOf(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Change it' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await history().getByText('Plan changed from 29 Nov').waitFor()
    await page.getByRole('region', { name: 'Terms' }).getByText('Netflix Premium').waitFor()
  })

  it('goes on by hand once autopay ends: what was debited stands, and the change says so', async () => {
    const page = await open(monthly('Deezer', '2037-10-10', 9_900))
    await choose('Change plan or price')
    const sheet = page.getByRole('dialog', { name: 'Change the plan of Deezer' })
    await sheet.getByText('Recharged by hand', { exact: true }).click()
    await sheet.getByText('1 charge goes.').waitFor()
    await settle(visit)
    expect(await violationsOf(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Change it' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await page.getByText('Active, runs until Wed 9 Dec').waitFor()
    await history()
      .getByText(/recharged by hand/)
      .waitFor()
  })

  it('goes from packs to bills where the other plan is one that is billed', async () => {
    const page = await open({ planId: 'jio-in-pre-299-28d', startsOn: '2037-11-20', currentPaid: true })
    await choose('Change plan or price')
    const sheet = page.getByRole('dialog', { name: /^Change the plan of Jio/ })
    await sheet.getByLabel('Find the plan').fill('749')
    await sheet.getByRole('radio', { name: /749/ }).first().check()
    await sheet.getByLabel('Bill day').fill('32')
    await sheet.getByRole('button', { name: 'Change it' }).click()
    await sheet.getByText('A day of the month, 1 to 31.').waitFor()
    await sheet.getByLabel('Bill day').fill('10')
    await settle(visit)
    expect(await violationsOf(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Change it' }).click()
    await sheet.waitFor({ state: 'hidden' })
    const terms = page.getByRole('region', { name: 'Terms' })
    await terms.getByText('Renews by itself').waitFor()
    await history()
      .getByText(/renews by itself · bill on day 10/)
      .waitFor()
  })

  it('announces a price for a day', async () => {
    const page = await open(monthly('Apple', '2037-11-20', 9_900))
    await choose('Change plan or price')
    const sheet = page.getByRole('dialog', { name: 'Change the plan of Apple' })
    await sheet.getByText('Announced', { exact: true }).click()
    await sheet.getByRole('textbox', { name: 'Price' }).fill('129')
    await sheet.getByLabel('Holds from').fill('2038-02-01')
    await sheet.getByRole('button', { name: 'Change it' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await history().getByText('Price ₹129 from 1 Feb 2038').waitFor()
  })

  it('recharges another validity with days on top, and takes it back', async () => {
    const page = await open(pack('Jio', '2037-11-15'))
    await page.getByRole('button', { name: 'Recharge early' }).click()
    const sheet = page.getByRole('dialog', { name: 'Recharge Jio' })
    await sheet.getByLabel('Validity').selectOption({ label: '84 days' })
    expect(await sheet.getByLabel('Price').inputValue()).toBe('897')
    await sheet.getByLabel('Price').fill('859')
    await sheet.getByText('Given on top').first().click()
    await sheet.getByRole('textbox', { name: 'Given on top' }).fill('3')
    await sheet.getByText('Queued after 12 Dec').waitFor()
    await sheet.getByText(/Runs 13 Dec to 9 Mar 2038/).waitFor()
    await settle(visit)
    expect(await violationsOf(page)).toEqual([])
    await sees(page.getByText('Jio is recharged and runs until 9 Mar 2038'), () =>
      sheet.getByRole('button', { name: 'Recharge', exact: true }).click(),
    )
    await sheet.waitFor({ state: 'hidden' })
    await history().getByText('84 days · ₹859').waitFor()
    await history().getByRole('button', { name: 'Undo: Recharged on 29 Nov' }).click()
    await page.getByText('Active, runs until Sat 12 Dec').waitFor()
  })

  it('drops a stopped pack, which then asks for nothing on Home', async () => {
    const person = somebody()
    const { call } = await registerByApi(stage.url, person)
    await (await householdOf(call)).addSubscription(pack('Vi', '2037-10-01'))
    const home = await stage.open()
    const { page } = home
    await enter(page, person)
    await page.getByRole('button', { name: 'Recharge: Vi' }).waitFor()
    await settle(home)
    expect(await violationsOf(page)).toEqual([])
    await sees(page.getByText('Vi is dropped. It asks for nothing any more.'), () =>
      page.getByRole('button', { name: 'I dropped it' }).click(),
    )
    await page.getByRole('button', { name: 'Recharge: Vi' }).waitFor({ state: 'hidden' })
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Recharge: Vi' }).waitFor()
  })
})
