import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Visit } from './browser.ts'

/** Widest overflow in pixels; zero where the page fits its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  )

export const violationsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

/** Waits until what the screen asked for has arrived and nothing moves any more. */
export const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
}

/** What every screen must be: as wide as its window, usable by everybody, without complaints. */
export const inspect = async ({ page, complaints }: Visit): Promise<void> => {
  await settle(page)
  expect(await overflowOf(page), 'horizontal overflow').toBe(0)
  expect(await violationsOf(page)).toEqual([])
  expect(complaints.splice(0)).toEqual([])
}
