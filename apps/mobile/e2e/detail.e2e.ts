import { addDays } from '@streamline/domain'
import { test } from 'vitest'
import { makeFamily } from './family.ts'
import { looksAtAll, looksRight } from './inspection.ts'
import { setStage } from './stage.ts'
import { sheetOf, signIn } from './walk.ts'

const stage = setStage()

test('a subscription says what comes with it, what its plan has cost, and when it is told of', async () => {
  const visit = await stage.open()
  const { page } = visit
  const { call, home, today, ...person } = await makeFamily(stage.api)
  const { items } = await call<{
    items: { id: string; includes: { activation: string; choice: object | null }[] }[]
  }>('GET', '/v1/plans?q=jio&country=IN&kind=mobile&limit=100')
  const plan = items.find(({ includes }) =>
    includes.some(({ activation, choice }) => activation === 'claim' && choice === null),
  )
  if (plan === undefined) throw new Error('No plan brings services along that are to be claimed')
  const { id } = await call('POST', `${home}/subscriptions`, {
    planId: plan.id,
    name: 'Dad’s Jio',
    startsOn: addDays(today, -2),
  })
  await signIn(page, person)
  await page.goto(`/subscriptions/${id}`)
  await page.getByText('Included in the plan').waitFor()
  const claimed = page.getByRole('button', { name: /^I claimed it: / }).first()
  const [, service = ''] = /: (.+)$/.exec((await claimed.getAttribute('aria-label')) ?? '') ?? []
  await claimed.click()
  await page.getByText(`${service} is claimed`).waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByRole('button', { name: `I claimed it: ${service}`, exact: true }).waitFor()
  await page.getByText('Prices of this plan').waitFor()
  await page.getByRole('switch', { name: 'On days of its own' }).click()
  await page.getByRole('checkbox', { name: '7 days before' }).click()
  await page.getByRole('checkbox', { name: '7 days before', checked: true }).waitFor()
  await looksAtAll(visit, 'detail', async () => {
    await page.goto(`/subscriptions/${id}`)
    await page.getByRole('checkbox').first().waitFor()
  })
})

test('a tile gets another look, which the list shows too', async () => {
  const visit = await stage.open(undefined, 'dark')
  const { page } = visit
  await signIn(page, await makeFamily(stage.api))
  await page.goto('/subscriptions')
  await page.getByText('Netflix', { exact: true }).click()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await sheetOf(page).getByRole('radio', { name: '🍿' }).click()
  await sheetOf(page).getByRole('radio', { name: '🍿', checked: true }).scrollIntoViewIfNeeded()
  await looksRight(visit, 'look')
  await sheetOf(page).getByRole('button', { name: 'Save' }).click()
  await page.getByText('🍿').first().waitFor()
  await page.goto('/subscriptions')
  await page.getByText('🍿').first().waitFor()
})
