import type { Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { registerByApi, type Call } from './account-api.ts'
import { sees, type Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo } from './inspection.ts'
import { looksRight } from './looks.ts'
import { enter, somebody } from './person.ts'
import { setStage } from './stage.ts'

const now = '2037-12-20T04:30:00Z'

describe('money on what goes', () => {
  const stage = setStage({ now })
  let visit: Visit
  let page: Page
  let call: Call
  let add: (subscription: object) => Promise<{ id?: string }>

  beforeAll(async () => {
    const person = somebody()
    ;({ call } = await registerByApi(stage.url, person))
    add = (await householdOf(call)).addSubscription
    visit = await stage.open()
    ;({ page } = visit)
    await enter(page, person)
  })
  afterEach(() => {
    expect(visit.complaints.splice(0)).toEqual([])
  })

  /** A subscription of which the period that runs and the next are paid. */
  const paidAhead = async (name: string, price: number): Promise<string> => {
    const { id = '' } = await add({
      name,
      kind: 'ott',
      startsOn: '2037-12-03',
      interval: { count: 1, unit: 'month' },
      price: { amount: price, currency: 'INR' },
    })
    const { households } = await call<{ households: { id: string }[] }>('GET', '/v1/me')
    const home = `/v1/households/${households[0]?.id ?? ''}`
    const { items } = await call<{ items: { id: string }[] }>('GET', `${home}/charges?subscriptionId=${id}`)
    await call('POST', `${home}/payments`, { chargeIds: items.map((charge) => charge.id) })
    return id
  }
  const cancelSheet = async (id: string, name: string) => {
    await goTo(visit, `/subscriptions/${id}`)
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    return page.getByRole('dialog', { name: `Cancel ${name}` })
  }
  const credit = () => page.getByRole('region', { name: 'Credit', exact: true })

  it('asks with the cancellation what becomes of it, pays another charge, and gives it back', async () => {
    const id = await paidAhead('Films', 30_000)
    const { id: line = '' } = await add({
      name: 'Line',
      kind: 'mobile',
      startsOn: '2037-12-10',
      interval: { count: 1, unit: 'month' },
      price: { amount: 20_000, currency: 'INR' },
    })
    const cancel = await cancelSheet(id, 'Films')
    await cancel.getByText('What becomes of ₹300?').waitFor()
    await cancel.getByText('It pays another charge').click()
    await cancel.getByRole('button', { name: 'Cancel subscription' }).click()
    await cancel.getByText('Choose the charge that it pays.').waitFor()
    const [option] = await cancel.getByRole('option', { name: /^Line/ }).allTextContents()
    await cancel.getByRole('combobox', { name: 'Charge to pay' }).selectOption(option ?? '')
    await looksRight(visit, 'cancel-with-credit')
    await sees(page.getByText('Films will not renew'), () =>
      cancel.getByRole('button', { name: 'Cancel subscription' }).click(),
    )
    await credit().getByText('₹100 with Films').waitFor()
    await looksRight(visit, 'credit-card')
    await goTo(visit, `/subscriptions/${line}`)
    await page.getByText('Credit with another provider paid ₹200 on 20 Dec').first().waitFor()
  })

  it('notes with the cancellation that it came back, and all of that is undone by one press', async () => {
    const id = await paidAhead('Books', 12_000)
    const cancel = await cancelSheet(id, 'Books')
    await cancel.getByText('What becomes of ₹120?').waitFor()
    await cancel.getByText('It is refunded').click()
    await cancel.getByText('₹120 that you recorded is noted as refunded.').waitFor()
    await sees(page.getByText('Books will not renew'), () =>
      cancel.getByRole('button', { name: 'Cancel subscription' }).click(),
    )
    await credit().waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
    await page.getByText('Books will not renew').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Cancel', exact: true }).waitFor()
  })

  it('lets credit that waits on the page pay another charge', async () => {
    const id = await paidAhead('Games', 15_000)
    const cancel = await cancelSheet(id, 'Games')
    await sees(page.getByText('Games will not renew'), () =>
      cancel.getByRole('button', { name: 'Cancel subscription' }).click(),
    )
    await credit().getByRole('button', { name: 'Use it for another charge' }).click()
    const use = page.getByRole('dialog', { name: 'Use the credit with Games' })
    await use.getByRole('combobox', { name: 'Charge to pay' }).waitFor()
    await looksRight(visit, 'use-credit')
    await sees(page.getByText(/of the credit paid for/), () =>
      use.getByRole('button', { name: 'Pay with it' }).click(),
    )
  })

  it('keeps the cancellation where the money is told later, and notes the refund', async () => {
    const id = await paidAhead('Songs', 15_000)
    const cancel = await cancelSheet(id, 'Songs')
    await sees(page.getByText('Songs will not renew'), () =>
      cancel.getByRole('button', { name: 'Cancel subscription' }).click(),
    )
    await credit().getByText('₹150 with Songs').waitFor()
    await credit().getByRole('button', { name: 'It was refunded' }).click()
    const refund = page.getByRole('dialog', { name: 'Songs gave money back' })
    await refund.getByText('At most ₹150.').waitFor()
    await looksRight(visit, 'refund-credit')
    await refund.getByRole('button', { name: 'Record refund' }).click()
    await refund.waitFor({ state: 'hidden' })
    await credit().waitFor({ state: 'hidden' })
  })

  it('puts a plan of the catalogue right that was typed as one’s own, and takes it back', async () => {
    const { id = '' } = await add({
      name: 'Telly',
      kind: 'ott',
      startsOn: '2037-12-03',
      interval: { count: 1, unit: 'month' },
      price: { amount: 15_000, currency: 'INR' },
    })
    await goTo(visit, `/subscriptions/${id}`)
    await page.locator('main').getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Put it right' }).click()
    const correct = page.getByRole('dialog', { name: 'Put Telly right' })
    await correct.getByText('Another plan', { exact: true }).click()
    await correct.getByLabel('Find the plan').fill('netflix premium')
    await correct
      .getByRole('radio', { name: /Netflix.*Premium|Premium.*Netflix/ })
      .first()
      .check()
    await correct.getByText(/charges? change/).waitFor()
    await looksRight(visit, 'correct-plan')
    await correct.getByRole('button', { name: 'Put it right' }).click()
    await correct.waitFor({ state: 'hidden' })
    await page.getByText('Telly is put right').waitFor()
    await page
      .getByText(/Netflix/)
      .first()
      .waitFor()
  })
})
