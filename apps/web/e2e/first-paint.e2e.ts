import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { registerByApi } from './account-api.ts'
import { desktop, phone } from './browser.ts'
import { settle } from './inspection.ts'
import { enter, somebody, startDemo } from './person.ts'
import { setStage } from './stage.ts'

declare global {
  // How far the page moved beneath its reader, all in all.
  var moved: number
}

const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    globalThis.moved = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.moved += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })

// Nothing is painted before its styles are there, but what is asked for meanwhile is answered as though there were none.
const arrivedStyles = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(
      ({ sheet }) => sheet !== null,
    ),
  )

const movedOn = (page: Page): Promise<number> => page.evaluate(() => globalThis.moved)

describe('the first page', () => {
  const stage = setStage()

  it.each([
    ['en-IN', 'Everything your home subscribes to', 'Look around a demo household'],
    ['hi-IN', 'घर के सारे सब्सक्रिप्शन', 'एक डेमो घर देखें'],
  ])('in %s is there before any program runs', async (locale, headline, demo) => {
    const { page, complaints } = await stage.open({ locale, javaScriptEnabled: false, viewport: phone })
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: headline }).waitFor()
    await page.getByRole('button', { name: demo }).waitFor()
    expect(await page.title()).toMatch(/· Streamline$/)
    expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2))
    expect(complaints).toEqual([])
  })

  it.each([
    ['a phone', phone],
    ['a desktop', desktop],
  ])('does not move on %s when the app takes over', async (_, viewport) => {
    const visit = await stage.open({ viewport, colorScheme: 'dark' })
    const { page, complaints } = visit
    await watchShifts(page)
    await page.goto('/')
    await page.locator('#root:not([data-drawn])').waitFor()
    await settle(visit)
    expect(await movedOn(page)).toBe(0)
    expect(complaints).toEqual([])
  })

  it('does what was pressed before the app was there', async () => {
    const { page } = await stage.open({ viewport: phone })
    const hold = Promise.withResolvers<void>()
    await page.route('**/assets/index-*.js', async (route) => {
      await hold.promise
      await route.continue()
    })
    await page.goto('/', { waitUntil: 'commit' })
    await page.getByRole('button', { name: 'Look around a demo household' }).click()
    hold.resolve()
    await page.waitForURL('**/home')
  })

  it('comes in the language that was chosen here, from then on', async () => {
    const visit = await stage.open()
    const { page } = visit
    await page.goto('/')
    await settle(visit)
    await page.getByText('हिन्दी').click()
    await page.getByRole('heading', { level: 1, name: 'घर के सारे सब्सक्रिप्शन' }).waitFor()
    const answer = await page.request.get('/')
    expect(await answer.text()).toContain('<html lang="hi">')
  })

  it('is shown to nobody who is signed in', async () => {
    const visit = await stage.open()
    const { page } = visit
    await startDemo(page)
    const hold = Promise.withResolvers<void>()
    await page.route('**/assets/index-*.js', async (route) => {
      await hold.promise
      await route.continue()
    })
    await page.goto('/', { waitUntil: 'commit' })
    await page.locator('#root[data-drawn]').waitFor({ state: 'attached' })
    await arrivedStyles(page)
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false)
    hold.resolve()
    await page.waitForURL('**/home')
  })
})

describe('the first screen of somebody who was signed in here', () => {
  const stage = setStage()

  it('does not move when the bar about their e-mail address comes', async () => {
    const visit = await stage.open({ viewport: phone })
    const { page } = visit
    const person = somebody()
    await registerByApi(stage.url, person)
    await enter(page, person)
    await settle(visit)
    await watchShifts(page)
    await page.reload()
    await page.getByRole('complementary', { name: 'E-mail' }).waitFor()
    await settle(visit)
    expect(await movedOn(page)).toBe(0)
  })

  it.each([
    ['/home', ['me', 'members', 'overview', 'refresh']],
    ['/subscriptions', ['charges', 'me', 'members', 'refresh', 'subscriptions']],
    ['/money', ['charges', 'charges', 'me', 'members', 'refresh']],
  ])('%s asks for each of its first answers once, before the app is there', async (path, once) => {
    const visit = await stage.open({ viewport: phone })
    const { page } = visit
    await startDemo(page)
    await settle(visit)
    await page.waitForFunction(() => localStorage.getItem('streamline.seen') !== null)
    const asked: string[] = []
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (/^\/v1\/.*(?:refresh|me|overview|members|charges|subscriptions)$/.test(pathname))
        asked.push(pathname.replace(/.*\//, ''))
    })
    await page.goto(path)
    await settle(visit)
    expect(asked.toSorted()).toEqual(once)
    expect(visit.complaints).toEqual([])
  })
})
