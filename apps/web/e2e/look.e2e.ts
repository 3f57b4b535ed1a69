import { expect, it } from 'vitest'
import { registerByApi } from './account-api.ts'
import { householdOf } from './household-api.ts'
import { goTo } from './inspection.ts'
import { enter, somebody } from './person.ts'
import { setStage } from './stage.ts'

const stage = setStage({ now: '2037-05-20T04:30:00Z' })

it('a subscription has the emoji that somebody gives it on every screen, and the brand’s look again without', async () => {
  const person = somebody()
  const { call } = await registerByApi(stage.url, person)
  const { addSubscription } = await householdOf(call)
  const gym = { name: 'Gym', kind: 'other', startsOn: '2037-05-20', recordsItself: false }
  const price = { amount: 150_000, currency: 'INR' }
  const { id } = await addSubscription({ ...gym, interval: { count: 1, unit: 'month' }, price })
  const visit = await stage.open()
  const { page } = visit
  await enter(page, person)

  const choose = async (look: string): Promise<void> => {
    await goTo(visit, `/subscriptions/${id}`)
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('label').filter({ hasText: look }).click()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
  const tiles = async (): Promise<(string | null)[]> => {
    const found: (string | null)[] = []
    for (const path of ['/home', '/subscriptions', '/money']) {
      await goTo(visit, path)
      const row = page.locator('main li').filter({ hasText: 'Gym' }).first()
      found.push(await row.locator('[aria-hidden=true]').first().textContent())
    }
    return found
  }

  await choose('💪')
  expect(await tiles()).toEqual(['💪', '💪', '💪'])
  await choose('Blue')
  expect(await tiles()).toEqual(['Gy', 'Gy', 'Gy'])
  await choose('As the brand')
  expect(await tiles()).toEqual(['Gy', 'Gy', 'Gy'])
  expect(visit.complaints).toEqual([])
})
