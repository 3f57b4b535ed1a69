import { describe, expect, it } from 'vitest'
import { householdOf } from './household-api.ts'
import { signInByApi } from './account-api.ts'
import { moveClock } from './clock.ts'
import { goTo } from './inspection.ts'
import { asha, register } from './person.ts'
import { setStage } from './stage.ts'

const netflix = {
  name: 'Netflix',
  kind: 'ott',
  startsOn: '2030-02-02',
  interval: { count: 1, unit: 'month' },
  price: { amount: 64_900, currency: 'INR' },
}

describe('a screen that stays open', () => {
  // The last minute of Friday in Pune.
  const stage = setStage({ now: '2030-02-01T18:29:00Z' })

  it('shows what another device adds, and the new day when it begins, without a touch', async () => {
    const visit = await stage.open()
    const { page } = visit
    await register(page, asha)
    await goTo(visit, '/home')
    await page.getByText('Nothing is running yet').waitFor()
    const other = await householdOf(await signInByApi(stage.url, asha))
    await other.addSubscription(netflix)
    await page.getByText('Netflix').first().waitFor()
    expect(await page.getByText('Due today').count()).toBe(0)
    await moveClock(stage.url, '2030-02-01T18:31:00Z')
    await page.getByText('Due today').first().waitFor()
  })
})
