import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { registerByApi, type Call } from './account-api.ts'
import { sees, type Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo, settle } from './inspection.ts'
import { looksRight } from './looks.ts'
import { enter, signOut, somebody, type Person } from './person.ts'
import { setStage } from './stage.ts'

const netflix = {
  name: 'Netflix',
  kind: 'ott',
  startsOn: '2037-12-20',
  interval: { count: 1, unit: 'month' },
  price: { amount: 64_900, currency: 'INR' },
}

describe('what was typed', () => {
  const stage = setStage({ now: '2037-12-20T04:30:00Z' })
  let visit: Visit
  let page: Page
  let call: Call
  let person: Person

  beforeEach(async () => {
    person = somebody()
    ;({ call } = await registerByApi(stage.url, person))
    await (await householdOf(call)).addSubscription(netflix)
    visit = await stage.open()
    ;({ page } = visit)
    await enter(page, person)
  })

  const restored = () => page.getByText('What you typed before is here again.')
  const reload = async (): Promise<void> => {
    await page.reload()
    await settle(visit)
  }

  it('in the form of a new subscription is there after a reload, until it is saved', async () => {
    await goTo(visit, '/add?plan=own')
    await page.getByLabel('What is it called?').fill('Gym')
    await page.getByLabel('Price').first().fill('1500')
    await reload()
    await restored().waitFor()
    expect(await page.getByLabel('What is it called?').inputValue()).toBe('Gym')
    expect(await page.getByLabel('Price').first().inputValue()).toBe('1500')
    await looksRight(visit, 'kept-add')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Gym' }).waitFor()
    await goTo(visit, '/add?plan=own')
    expect(await page.getByLabel('What is it called?').inputValue()).toBe('')
    expect(await restored().count()).toBe(0)
  })

  it('can be begun afresh', async () => {
    await goTo(visit, '/add?plan=own')
    await page.getByLabel('What is it called?').fill('Gym')
    await reload()
    await page.getByRole('button', { name: 'Start over' }).click()
    expect(await page.getByLabel('What is it called?').inputValue()).toBe('')
    await reload()
    expect(await restored().count()).toBe(0)
  })

  it.each(['/money', '/subscriptions'])('about a payment on %s comes back with its sheet', async (path) => {
    await goTo(visit, path)
    await page
      .getByRole('button', { name: /^Mark paid: Netflix/ })
      .first()
      .click({ button: 'right' })
    const sheet = page.getByRole('dialog', { name: 'Payment for Netflix' })
    await sheet.getByLabel('Amount').fill('200')
    await sheet.getByText('Reference and note').click()
    await sheet.getByLabel('Reference').fill('UPI 42')
    await reload()
    await restored().waitFor()
    expect(await sheet.getByLabel('Amount').inputValue()).toBe('200')
    // It is as good as typed just now: nothing drops it unasked.
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Keep typing' }).click()
    await sees(page.getByText('Netflix: ₹200 marked paid'), () =>
      sheet.getByRole('button', { name: 'Mark paid' }).click(),
    )
    await reload()
    expect(await sheet.count()).toBe(0)
  })

  it.each(['/money', 'the subscription'])(
    'about a charge comes back on %s with its sheet, and is asked about before it is dropped',
    async (place) => {
      if (place === '/money') await goTo(visit, place)
      else {
        await goTo(visit, '/subscriptions')
        await page.getByRole('link', { name: 'Netflix' }).click()
      }
      await page
        .getByRole('button', { name: /^Details of/ })
        .first()
        .click()
      await page.getByRole('button', { name: 'Correct the amount' }).click()
      const sheet = page.getByRole('dialog', { name: 'Correct Netflix' })
      await sheet.getByLabel('What the provider really billed').fill('700')
      await sheet.getByLabel('Why').fill('Late fee')
      await reload()
      await restored().waitFor()
      expect(await sheet.getByLabel('What the provider really billed').inputValue()).toBe('700')
      expect(await sheet.getByLabel('Why').inputValue()).toBe('Late fee')
      await sheet.getByRole('button', { name: 'Back' }).click()
      await page.getByRole('button', { name: 'Keep typing' }).click()
      expect(await sheet.getByLabel('Why').inputValue()).toBe('Late fee')
      await sheet.getByRole('button', { name: 'Correct', exact: true }).click()
      const charge = page.getByRole('dialog', { name: 'Netflix' })
      await charge.getByText('Late fee').waitFor()
      // It is saved, so there is nothing to ask about.
      await page.keyboard.press('Escape')
      await charge.waitFor({ state: 'hidden' })
      await reload()
      expect(await page.getByRole('dialog').count()).toBe(0)
      expect(visit.complaints).toEqual([])
    },
  )

  it('about a pause comes back with its sheet', async () => {
    await goTo(visit, '/subscriptions')
    await page.getByRole('link', { name: 'Netflix' }).click()
    await page.locator('main').getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Pause' }).click()
    const sheet = page.getByRole('dialog', { name: /^Pause/ })
    await sheet.getByLabel('From', { exact: true }).fill('2037-12-28')
    await reload()
    await restored().waitFor()
    expect(await sheet.getByLabel('From', { exact: true }).inputValue()).toBe('2037-12-28')
    await page.getByRole('button', { name: 'Start over' }).click()
    expect(await sheet.getByLabel('From', { exact: true }).inputValue()).toBe('2037-12-20')
  })

  it('about why a payment is taken back waits in the question', async () => {
    await goTo(visit, '/money')
    await sees(page.getByText('Netflix: ₹649 marked paid'), () =>
      page
        .getByRole('button', { name: /^Mark paid: Netflix/ })
        .first()
        .click(),
    )
    await goTo(visit, '/money?tab=paid')
    const ask = () =>
      page
        .getByRole('button', { name: /^Take back/ })
        .first()
        .click()
    const question = page.getByRole('alertdialog')
    await ask()
    await question.getByLabel('Reason').fill('Twice')
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'hidden' })
    await reload()
    await ask()
    expect(await question.getByLabel('Reason').inputValue()).toBe('Twice')
    await question.getByRole('button', { name: 'Take back' }).click()
    await page.getByText('Netflix: the payment is taken back').waitFor()
  })

  it('about a debit that went otherwise waits in its row, also where the row is closed', async () => {
    const { call: ask } = await registerByApi(stage.url, (person = somebody()))
    await (
      await householdOf(ask)
    ).addSubscription({ ...netflix, startsOn: '2037-11-20', recordsItself: true })
    visit = await stage.open()
    ;({ page } = visit)
    await enter(page, person)
    const open = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Check', exact: true }).click()
    }
    await open()
    await page
      .getByRole('button', { name: /^It did not/ })
      .first()
      .click()
    await page.getByText('Another amount').click()
    const amount = page.getByLabel('What was debited')
    await amount.fill('599')
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await amount.waitFor({ state: 'hidden' })
    await reload()
    await open()
    await restored().waitFor()
    expect(await amount.inputValue()).toBe('599')
  })

  it('about a change comes back, and is gone once it is dropped or somebody signs out', async () => {
    await goTo(visit, '/subscriptions')
    await page.getByRole('link', { name: 'Netflix' }).click()
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    const sheet = page.getByRole('dialog', { name: 'Change Netflix' })
    await sheet.getByLabel('Notes').fill('The password is on the fridge')
    await reload()
    await restored().waitFor()
    expect(await sheet.getByLabel('Notes').inputValue()).toBe('The password is on the fridge')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Drop it' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await reload()
    expect(await sheet.count()).toBe(0)
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await sheet.getByLabel('Notes').fill('Not for the next person')
    await signOut(page)
    const left = await page.evaluate(() => JSON.stringify(sessionStorage))
    expect(left).not.toContain('next person')
    expect(visit.complaints).toEqual([])
  })

  it('in a search is there on the way back', async () => {
    await goTo(visit, '/subscriptions')
    await page.getByRole('searchbox').fill('net')
    await page.getByRole('link', { name: 'Netflix' }).click()
    await page.getByRole('heading', { level: 1, name: 'Netflix' }).waitFor()
    await page.goBack()
    await settle(visit)
    expect(await page.getByRole('searchbox').inputValue()).toBe('net')

    await goTo(visit, '/add')
    await page.getByRole('combobox', { name: 'Provider or plan' }).fill('jio')
    await page.getByRole('option', { name: /^Jio/ }).first().click()
    await page.waitForURL(/provider=|plan=/)
    await settle(visit)
    await page.goBack()
    await settle(visit)
    expect(await page.getByRole('combobox', { name: 'Provider or plan' }).inputValue()).toBe('jio')
    await reload()
    expect(await page.getByRole('combobox', { name: 'Provider or plan' }).inputValue()).toBe('jio')
  })

  it('the queue of the welcome says which it is, and waits for another one', async () => {
    await goTo(visit, '/welcome')
    for (const name of ['Netflix', 'Amazon Prime', 'JioHotstar'])
      await page
        .locator('main')
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .first()
        .click()
    await page.getByRole('button', { name: 'Pick the plans' }).click()
    await page.getByText('1 of 3').waitFor()
    await settle(visit)
    await looksRight(visit, 'queue')
    await page.getByRole('button', { name: 'Other price' }).click()
    await page.getByLabel('Price').first().fill('99')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('2 of 3').waitFor()
    await page.getByRole('button', { name: 'Add another' }).click()
    await page.getByText('2 of 4').waitFor()
    await settle(visit)
    await page.getByRole('button', { name: 'It is not listed' }).click()
    await page.getByLabel('What is it called?').fill('Gym')
    await page.getByLabel('Price').first().fill('99')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('3 of 4').waitFor()
    await page.getByRole('link', { name: 'Skip it' }).click()
    await page.getByText('4 of 4').waitFor()
    await page.getByRole('link', { name: 'Skip it' }).click()
    await page.waitForURL('**/home')
    expect(visit.complaints).toEqual([])
  })
})
