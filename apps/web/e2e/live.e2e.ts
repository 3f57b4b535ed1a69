import type { Page, Request } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { registerByApi, type Call } from './account-api.ts'
import { patiently, sees, type Visit } from './browser.ts'
import { moveClock } from './clock.ts'
import { householdOf } from './household-api.ts'
import { goTo, settle } from './inspection.ts'
import { enter, somebody } from './person.ts'
import { setStage } from './stage.ts'

const monthly = (name: string, startsOn: string) => ({
  name,
  kind: 'ott',
  startsOn,
  interval: { count: 1, unit: 'month' },
  price: { amount: 64_900, currency: 'INR' },
})

/** The questions that a page asks of what changed, from now on. */
const questionsOf = (page: Page): Request[] => {
  const asked: Request[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('/changes')) asked.push(request)
  })
  return asked
}

/** As a browser says it whose tab goes behind another one, or comes before it. */
const show = (page: Page, state: 'hidden' | 'visible'): Promise<void> =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { value: now, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)

const rest = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))

describe('a screen that stays open', () => {
  // The last minutes of Friday in Pune.
  const stage = setStage({ now: '2030-02-01T18:20:00Z' })
  let visit: Visit
  let call: Call
  let home: string
  let add: (subscription: object) => Promise<{ id?: string }>

  beforeEach(async () => {
    const person = somebody()
    ;({ call } = await registerByApi(stage.url, person))
    add = (await householdOf(call)).addSubscription
    const me = await call<{ households: { id: string }[] }>('GET', '/v1/me')
    home = `/v1/households/${me.households[0]?.id}`
    visit = await stage.open()
    await enter(visit.page, person)
  })

  it('keeps what is being typed in a form, refuses to save over what somebody else changed, and then shows it', async () => {
    const { page } = visit
    const { id = '' } = await add(monthly('Hotstar', '2030-01-02'))
    await goTo(visit, `/subscriptions/${id}`)
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Labels').fill('evening')
    await call('PATCH', `${home}/subscriptions/${id}`, { note: 'For the cricket.', name: 'JioHotstar' })
    // Seen beneath the form, which stands as it was opened.
    await page.getByText('For the cricket.').waitFor()
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Hotstar')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('Somebody changed this meanwhile.').waitFor()
    expect(await dialog.getByLabel('Name').inputValue()).toBe('JioHotstar')
    expect(await dialog.getByLabel('Notes').inputValue()).toBe('For the cricket.')
    expect(await dialog.getByLabel('Labels').inputValue()).toBe('evening')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const saved = await call<{ name: string; note: string; labels: string[] }>(
      'GET',
      `${home}/subscriptions/${id}`,
    )
    expect(saved).toMatchObject({ name: 'JioHotstar', note: 'For the cricket.', labels: ['evening'] })
  })

  it('corrects a beginning only as it was seen: what somebody else put right meanwhile is shown first', async () => {
    const { page } = visit
    const { id = '' } = await add(monthly('Hotstar', '2030-01-02'))
    await goTo(visit, `/subscriptions/${id}`)
    await page.getByRole('button', { name: 'More', exact: true }).first().click()
    await page.getByRole('menuitem', { name: 'Put it right' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Why').fill('The bill says so')
    await dialog.getByLabel('Price', { exact: true }).fill('699')
    await call('POST', `${home}/subscriptions/${id}/acts`, {
      act: { kind: 'correct', startsOn: '2030-01-05', pastPeriods: 'unpaid' },
    })
    await settle(visit)
    await dialog.getByRole('button', { name: 'Put it right' }).click()
    await dialog.getByText('Somebody changed this meanwhile.').waitFor()
    expect(await dialog.getByLabel('First day').inputValue()).toBe('2030-01-05')
    expect(await dialog.getByLabel('Price', { exact: true }).inputValue()).toBe('699')
  })

  it('keeps a household’s name that is being typed, and shows what somebody else changed beside it', async () => {
    const { page } = visit
    await goTo(visit, '/settings/household')
    await page.getByLabel('Name of the household').fill('Kulkarni, Pune')
    await call('PATCH', home, { currency: 'USD' })
    await expect.poll(() => page.getByLabel('Currency').inputValue(), patiently).toBe('USD')
    expect(await page.getByLabel('Name of the household').inputValue()).toBe('Kulkarni, Pune')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Somebody changed this meanwhile.').waitFor()
    await sees(page.getByText('Saved.'), () => page.getByRole('button', { name: 'Save' }).click())
    expect(await call('GET', home)).toMatchObject({ name: 'Kulkarni, Pune', currency: 'USD' })
  })

  it('asks nothing while nobody sees it, and shows what happened meanwhile when it is seen again', async () => {
    const { page } = visit
    const asked = questionsOf(page)
    await goTo(visit, '/home')
    await expect.poll(() => asked.length, patiently).toBeGreaterThan(1)
    await show(page, 'hidden')
    const before = asked.length
    await add(monthly('Netflix', '2030-01-05'))
    await rest(4000)
    expect(asked).toHaveLength(before)
    expect(await page.getByText('Nothing is running yet').count()).toBe(1)
    await show(page, 'visible')
    await page.getByText('Nothing is running yet').waitFor({ state: 'hidden' })
  })

  it('leaves when the session is ended elsewhere, and asks no more', async () => {
    const { page } = visit
    await goTo(visit, '/home')
    const asked = questionsOf(page)
    await call('POST', '/v1/me/sessions/end-others', {})
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    const before = asked.length
    await rest(4000)
    expect(asked).toHaveLength(before)
  })

  it('shows what another device adds, and the new day when it begins, without a touch', async () => {
    const { page } = visit
    await goTo(visit, '/home')
    await page.getByText('Nothing is running yet').waitFor()
    await add(monthly('Netflix', '2030-02-02'))
    await page.getByText('Nothing is running yet').waitFor({ state: 'hidden' })
    expect(await page.getByText('Due today').count()).toBe(0)
    await moveClock(stage.url, '2030-02-01T18:31:00Z')
    await page.getByText('Due today').first().waitFor()
  })
})
