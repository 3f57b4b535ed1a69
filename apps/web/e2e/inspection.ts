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

/** The same for a screen with a heading, without half a second of silence: there are many of them. */
export const arrive = async (page: Page): Promise<void> => {
  await page.locator('#page-heading').waitFor()
  await expect
    .poll(() => page.locator('.animate-breathe, [aria-busy=true]').count(), { timeout: 15_000 })
    .toBe(0)
}

/** What every screen owes every person, in every look. */
export const inspect = async ({ page, complaints }: Visit, settled = settle): Promise<void> => {
  await settled(page)
  expect(await overflowOf(page), 'horizontal overflow').toBe(0)
  expect(await violationsOf(page)).toEqual([])
  expect(complaints.splice(0)).toEqual([])
}

/** What a thumb misses: controls in sight that are under 44 pixels, a box to tick by the line it stands in. */
export const smallTargetsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('a, button, input, select, textarea')]
      .filter((control) => control.checkVisibility() && !control.classList.contains('sr-only'))
      .map((control) =>
        control.matches('[type=checkbox]') ? (control.closest('label') ?? control) : control,
      )
      .filter((control) => Math.min(control.clientWidth, control.clientHeight) > 1)
      .filter((control) => {
        const { width, height } = control.getBoundingClientRect()
        return Math.min(width, height) < 43.9
      })
      .map((control) => control.outerHTML.slice(0, 200)),
  )
