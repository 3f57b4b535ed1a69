import type { Browser } from 'playwright-core'
import { desktop, openWindow, phone, type Visit } from './browser.ts'

/** Each width and each theme, and both languages on each width. */
export const looks = [
  { look: 'phone light', viewport: phone, theme: 'light', language: 'en' },
  { look: 'phone dark in Hindi', viewport: phone, theme: 'dark', language: 'hi' },
  { look: 'desktop light in Hindi', viewport: desktop, theme: 'light', language: 'hi' },
  { look: 'desktop dark', viewport: desktop, theme: 'dark', language: 'en' },
] as const

export type Look = Pick<(typeof looks)[number], 'viewport' | 'theme' | 'language'>

/** A window of somebody who prefers that look. */
export const openLook = async (
  browser: Browser,
  origin: string,
  { viewport, theme, language }: Look,
): Promise<Visit> => {
  const visit = await openWindow(browser, origin, {
    viewport,
    colorScheme: theme,
    hasTouch: viewport === phone,
  })
  await visit.page.addInitScript(
    (choices) => {
      for (const [key, value] of Object.entries(choices)) localStorage.setItem(`streamline.${key}`, value)
    },
    { theme, language },
  )
  return visit
}
