import { expect, test } from 'vitest'
import { phone, setStage, smallPhone } from './stage.ts'
import { overflowOf, picture, register, visitDemo } from './walk.ts'

const stage = setStage()

const rooms = [
  { tab: 'Home', heading: 'Today' },
  { tab: 'Subscriptions', heading: 'Subscriptions' },
  { tab: 'Money', heading: 'Money' },
  { tab: 'Inbox', heading: 'Inbox' },
  { tab: 'More', heading: 'More' },
]

test('somebody new adds a subscription and finds it after a restart', async () => {
  const visit = await stage.open()
  const { page, complaints } = visit
  await register(page)
  await page.getByRole('button', { name: 'Add a subscription' }).first().click()
  await page.getByLabel('Provider or plan').fill('netflix premium')
  await page.getByText('Netflix Premium', { exact: true }).first().click()
  await page.getByText('What will be charged').waitFor()
  await page.getByText(/due /).first().waitFor()
  await picture(visit, 'add')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Periods and payments').waitFor()
  await page.reload()
  await page.getByText('Periods and payments').waitFor()
  await page.goto('/home')
  await page.getByRole('heading', { name: 'Next 14 days' }).waitFor()
  expect(complaints).toEqual([])
})

test.each([
  { name: 'large, light', viewport: phone, theme: 'light' as const },
  { name: 'small, dark', viewport: smallPhone, theme: 'dark' as const },
])('a family of four in every room of a phone: $name', async ({ name, viewport, theme }) => {
  const visit = await stage.open(viewport, theme)
  const { page, complaints } = visit
  await visitDemo(page)
  for (const { tab, heading } of rooms) {
    await page.getByRole('tab', { name: tab }).click()
    await page.getByRole('heading', { name: heading, exact: true }).last().waitFor()
    expect(await overflowOf(page), tab).toBe(0)
    await picture(visit, `${tab}-${name}`)
  }
  expect(complaints).toEqual([])
})

test('one press marks it paid, and one more takes that back', async () => {
  const { page } = await stage.open()
  await visitDemo(page)
  await page.getByRole('button', { name: 'Mark paid: Netflix Premium, ₹649' }).click()
  await page.getByText('Netflix Premium: ₹649 marked paid').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Netflix Premium: the payment is taken back').waitFor()
})

test('who was here last sees at once what they saw, and how old it is, while nobody answers', async () => {
  const visit = await stage.open()
  const { page } = visit
  await visitDemo(page)
  // What is on screen is written down within a second.
  await page.waitForFunction(() => (localStorage.getItem('streamline.answers') ?? '').includes('overview'))
  stage.setAway(true)
  try {
    await page.reload()
    await page.getByText('Needs you today').waitFor()
  } finally {
    stage.setAway(false)
  }
})

test('an answer that was lost signs nobody out', async () => {
  const visit = await stage.open()
  const { page } = visit
  await register(page)
  let isLost = false
  await page.route('**/v1/auth/refresh', async (route) => {
    if (isLost) return await route.continue()
    isLost = true
    // The server did it, and the phone never heard of it.
    await route.fetch()
    await route.abort()
  })
  const broken = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/v1/auth/refresh'))
  await page.reload()
  await broken
  await page.reload()
  await page.getByRole('heading', { name: 'Today' }).waitFor()
  await page.getByRole('tab', { name: 'Money' }).click()
  await page.getByText('Nothing is due').waitFor()
})

test('leaving takes everything along', async () => {
  const visit = await stage.open()
  const { page } = visit
  await register(page)
  await page.getByRole('tab', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Create your account' }).waitFor()
  const kept = () =>
    page.evaluate(() => [
      localStorage.getItem('streamline.session'),
      localStorage.getItem('streamline.answers') ?? '',
    ])
  // What is on screen is written down within a second; then nothing of anybody is.
  await expect.poll(async () => (await kept())[1]?.includes('overview'), { timeout: 60_000 }).toBe(false)
  expect((await kept())[0]).toBeNull()
})
