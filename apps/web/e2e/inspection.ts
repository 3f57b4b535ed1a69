import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { patiently, type Visit } from './browser.ts'

declare global {
  // What `axe.source` leaves in a page.
  var axe: typeof import('axe-core')
}

/** Widest overflow in pixels; zero where the page fits its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  )

/** What is written beyond the right edge, where nobody can scroll to it: a page that clips has no overflow to measure. */
export const cutOffOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (node: Element | null): boolean =>
      node !== null && (/auto|scroll/.test(getComputedStyle(node).overflowX) || scrolls(node.parentElement))
    return [...document.querySelectorAll('h1, h2, p, a, button, input, select, label, dd, dt, time')]
      .filter((node) => node.checkVisibility() && node.closest('[aria-hidden=true]') === null)
      .filter((node) => node.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .filter((node) => !scrolls(node))
      .map((node) => node.outerHTML.slice(0, 160))
  })

/** Brings axe into the page once per load; there are no frames that it would have to follow. */
export const violationsOf = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const found = await globalThis.axe.run(document, { resultTypes: ['violations'] })
    return found.violations.map(({ id, nodes }) => ({ id, places: nodes.map(({ html }) => html) }))
  })
  return violations.flatMap(({ id, places }) => places.map((html) => `${id}: ${html.slice(0, 200)}`))
}

const busy = '.animate-breathe, [aria-busy=true]'

/** Waits until the screen has its heading and what it asked for has arrived. */
export const settle = async ({ page, underway }: Visit): Promise<void> => {
  await page.locator('#page-heading').waitFor()
  await vi.waitFor(async () => {
    const open = [...underway].map((request) => request.url())
    expect({ open, busy: await page.locator(busy).count() }).toEqual({ open: [], busy: 0 })
    expect(underway.size).toBe(0)
  }, patiently)
}

/** Opens a screen and lets it come to rest: what moves away under the pointer is not clicked. */
export const goTo = async (visit: Visit, path: string): Promise<void> => {
  await visit.page.goto(path)
  await settle(visit)
}

/** What every screen owes every person; `where` is said of what is found wanting. */
export const inspect = async (visit: Visit, where = 'here'): Promise<void> => {
  const { page, complaints } = visit
  await settle(visit)
  expect(await overflowOf(page), `horizontal overflow, ${where}`).toBe(0)
  expect(await cutOffOf(page), `cut off at the edge, ${where}`).toEqual([])
  expect(await violationsOf(page), where).toEqual([])
  expect(complaints.splice(0), where).toEqual([])
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
