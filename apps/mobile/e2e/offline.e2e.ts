import { createClient, createSessionKeeper } from '@streamline/client'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { setStage } from './stage.ts'

const stage = setStage()

const password = 'mango leaves at the door'
let people = 0

/** Somebody with a charge that is due today, who also sits before another screen. */
const aPerson = async () => {
  const session = createSessionKeeper({
    refresh: () => Promise.reject(new Error('Not needed')),
    store: { read: () => Promise.resolve(null), write: () => Promise.resolve() },
    exclusively: (work) => work(),
    publish: () => {},
    onNews: () => {},
  })
  const client = createClient({ baseUrl: stage.api, session, kind: 'mobile' })
  people += 1
  const email = `offline-${people}@example.org`
  await session.adopt(await client.identity.register({ name: 'Asha Kulkarni', email, password }))
  const [household] = (await client.me.read({})).households
  if (household === undefined) throw new Error('Nobody is without a household')
  const { id: householdId, today } = household
  await client.subscriptions.create(
    {
      householdId,
      name: 'Water',
      kind: 'other',
      startsOn: today,
      interval: { count: 1, unit: 'month' },
      price: { amount: 30_000, currency: 'INR' },
      recordsItself: false,
    },
    { context: { idempotencyKey: crypto.randomUUID() } },
  )
  return { client, householdId, email }
}

const signIn = async (page: Page, email: string): Promise<void> => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor()
  await markPaid(page).waitFor()
  // What is on screen is written down within a second.
  await page.waitForFunction(() => (localStorage.getItem('streamline.answers') ?? '').includes('Water'))
}

const markPaid = (page: Page) => page.getByRole('button', { name: 'Mark paid: Water, ₹300' })

const paymentsOf = async ({ client, householdId }: Awaited<ReturnType<typeof aPerson>>) =>
  (await client.billing.listPayments({ householdId, limit: 50 })).items.map(({ amount }) => amount.amount)

test('what is paid while nobody answers is kept over a restart and sent once when somebody does', async () => {
  const person = await aPerson()
  const { page } = await stage.open()
  await signIn(page, person.email)
  stage.setAway(true)
  try {
    await markPaid(page).click()
    await page.getByText('1 entry waits to be sent.').waitFor()
    await page.getByText('Waits to be sent', { exact: true }).waitFor()
    await page.reload()
    await page.getByText('1 entry waits to be sent.').waitFor()
    expect(await paymentsOf(person)).toEqual([])
  } finally {
    stage.setAway(false)
  }
  await page.getByText('1 entry that was kept has been sent.').waitFor()
  await page.getByText('1 entry waits to be sent.').waitFor({ state: 'detached' })
  expect(await paymentsOf(person)).toEqual([30_000])
})

test('what somebody else paid meanwhile is shown beside what was entered, and nothing is paid twice', async () => {
  const person = await aPerson()
  const { page } = await stage.open()
  await signIn(page, person.email)
  stage.setAway(true)
  try {
    await markPaid(page).click()
    await page.getByText('1 entry waits to be sent.').waitFor()
    const { client, householdId } = person
    const [charge] = (await client.billing.listCharges({ householdId, state: 'open' })).items
    await client.billing.recordPayment(
      { householdId, id: charge?.id ?? '' },
      { context: { idempotencyKey: crypto.randomUUID() } },
    )
  } finally {
    stage.setAway(false)
  }
  await page.getByText('1 entry needs your decision.').click()
  await page.getByText('You entered', { exact: true }).waitFor()
  await page.getByText('Nothing is left to pay').waitFor()
  await page.getByRole('button', { name: 'Drop: Payment for Water' }).click()
  await page.getByText('1 entry needs your decision.').waitFor({ state: 'detached' })
  expect(await paymentsOf(person)).toEqual([30_000])
})
