import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { makeFamily } from './family.ts'
import { violationsOf } from './inspection.ts'
import { phone, setStage, smallPhone, type Visit } from './stage.ts'
import { overflowOf, picture, signIn } from './walk.ts'

const stage = setStage()

const outside = ['/', '/sign-in', '/register', '/server']

const inside = [
  '/home',
  '/subscriptions',
  '/money',
  '/money?tab=paid',
  '/money?tab=between',
  '/inbox',
  '/more',
  '/add',
  '/add?plan=own&q=Gym',
  '/savings',
  '/insights',
  '/settings/people',
  '/settings/household',
  '/settings/notifications',
  '/settings/general',
  '/settings/security',
  '/device',
  '/shared?text=Paid%20Rs.%20649%20to%20Netflix',
  '/nowhere',
]

const nameOf = (path: string): string =>
  path.replaceAll(/[^a-z]+/g, '-').replaceAll(/^-|-$/g, '') || 'entrance'

const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  await page.getByRole('heading').or(page.getByRole('button')).first().waitFor()
  await page.waitForLoadState('networkidle')
}

/** All that is wrong with a screen, so that one does not hide the next. */
const wrongOf = async (visit: Visit, name: string): Promise<string[]> => {
  await picture(visit, name)
  const beyond = await overflowOf(visit.page)
  const wrong = [...(await violationsOf(visit)), ...visit.complaints.splice(0)]
  return [...wrong, ...(beyond === 0 ? [] : [`${beyond} px beyond the edge`])].map(
    (what) => `${name}: ${what}`,
  )
}

/** Letters as who has set the largest of the phone reads them: twice the size, and nothing else. */
const enlarge = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { documentElement: root } = document
    for (const size of ['xs', 'sm', 'base', 'lg', 'xl', '2xl', '3xl']) {
      const name = `--text-${size}`
      const now = Number.parseFloat(getComputedStyle(root).getPropertyValue(name))
      root.style.setProperty(name, `${now * 2}rem`)
    }
  })

test.each(['light', 'dark'] as const)('every screen can be read by everybody: %s', async (theme) => {
  const visit = await stage.open(phone, theme)
  const wrong: string[] = []
  const lookAt = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) {
      await open(visit.page, path)
      wrong.push(...(await wrongOf(visit, `every-${theme}-${nameOf(path)}`)))
    }
  }
  await lookAt(outside)
  await signIn(visit.page, await makeFamily(stage.api))
  await lookAt(inside)
  expect(wrong).toEqual([])
})

test('letters of twice the size stay on every screen of a small phone', async () => {
  const visit = await stage.open(smallPhone)
  const { page } = visit
  const beyond: string[] = []
  const lookAt = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) {
      await open(page, path)
      await enlarge(page)
      await picture(visit, `large-${nameOf(path)}`)
      if ((await overflowOf(page)) > 0) beyond.push(path)
    }
  }
  await lookAt(outside)
  await signIn(page, await makeFamily(stage.api))
  await lookAt(inside)
  expect(beyond).toEqual([])
})

test('of 200 subscriptions only those near the screen are drawn, and the last is found', async () => {
  const { call, home, today, ...person } = await makeFamily(stage.api)
  for (let at = 1; at <= 200; at += 1)
    await call('POST', `${home}/subscriptions`, {
      name: `Plan ${String(at).padStart(3, '0')}`,
      kind: 'other',
      interval: { count: 1, unit: 'month' },
      price: { amount: 10_000 + at, currency: 'INR' },
      taxIncluded: true,
      startsOn: today,
      recordsItself: false,
      split: { kind: 'payer' },
    })
  const { page } = await stage.open(phone)
  await signIn(page, person)
  await page.goto('/subscriptions')
  await page.getByText('Plan 001', { exact: true }).waitFor()
  expect(await page.getByRole('link').count()).toBeLessThan(60)
  const last = page.getByText('Plan 200', { exact: true })
  for (let turns = 0; turns < 80 && !(await last.isVisible()); turns += 1) {
    await page.mouse.move(200, 500)
    await page.mouse.wheel(0, 4000)
    await page.waitForTimeout(100)
  }
  await last.waitFor()
  expect(await page.getByRole('link').count()).toBeLessThan(60)
})
