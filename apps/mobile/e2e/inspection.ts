import axe from 'axe-core'
import { expect } from 'vitest'
import { phone, smallPhone, type Visit } from './stage.ts'
import { overflowOf, picture } from './walk.ts'

declare global {
  // What `axe.source` leaves in a page.
  var axe: typeof import('axe-core')
}

/** What of a screen not everybody can read, where it is serious. */
export const violationsOf = async ({ page }: Visit): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const found = await globalThis.axe.run(
      // What lies beneath another sheet is not reached; `react-native-web` takes its role away and leaves the rest.
      { exclude: '[aria-modal]:not([role])' },
      { resultTypes: ['violations'] },
    )
    return found.violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      places: nodes.map(({ html }) => html),
    }))
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, places }) => places.map((html) => `${id}: ${html.slice(0, 200)}`))
}

/** Keeps how a screen looks, and that it is whole and can be read by everybody. */
export const looksRight = async (visit: Visit, name: string): Promise<void> => {
  await picture(visit, name)
  expect(await overflowOf(visit.page), name).toBe(0)
  expect(await violationsOf(visit), name).toEqual([])
  expect(visit.complaints.splice(0), name).toEqual([])
}

const looks = [
  { viewport: phone, theme: 'light', language: 'en' },
  { viewport: phone, theme: 'dark', language: 'en' },
  { viewport: smallPhone, theme: 'light', language: 'hi' },
  { viewport: smallPhone, theme: 'dark', language: 'hi' },
] as const

/** The whole of a screen: the page becomes as high as what it scrolls. */
const unrolled = async ({ page }: Visit, width: number): Promise<void> => {
  const height = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('*')].map(({ scrollHeight }) => scrollHeight)),
  )
  await page.setViewportSize({ width, height: height + 120 })
}

/** A room on both phones, in both themes and languages; ends on the large one, light, in English. */
export const looksAtAll = async (
  visit: Visit,
  name: string,
  open: (language: 'en' | 'hi') => Promise<void>,
): Promise<void> => {
  const { page } = visit
  const speak = (language: string): Promise<void> =>
    page.evaluate((chosen) => localStorage.setItem('streamline.language', chosen), language)
  for (const { viewport, theme, language } of looks) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme: theme })
    await speak(language)
    await open(language)
    await looksRight(visit, `${name}-${viewport.width}-${theme}-${language}`)
    await unrolled(visit, viewport.width)
    await looksRight(visit, `${name}-${viewport.width}-${theme}-${language}-all`)
  }
  await speak('en')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(phone)
}
