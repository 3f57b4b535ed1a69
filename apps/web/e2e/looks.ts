import { mkdir } from 'node:fs/promises'
import { expect } from 'vitest'
import { desktop, phone, smallPhone, type Visit } from './browser.ts'
import { cutOffOf, inspect, overflowOf } from './inspection.ts'
import type { Stage } from './stage.ts'

export type Language = 'en' | 'hi'

interface Look {
  name: string
  viewport: typeof phone
  theme: 'light' | 'dark'
}

/** Each width and each theme, and both languages in each of them. */
export const looks: Record<Language, readonly Look[]> = {
  en: [
    { name: 'phone, light', viewport: phone, theme: 'light' },
    { name: 'desktop, dark', viewport: desktop, theme: 'dark' },
  ],
  hi: [
    { name: 'phone, dark', viewport: phone, theme: 'dark' },
    { name: 'desktop, light', viewport: desktop, theme: 'light' },
  ],
}

/** A window of somebody who chose that language, with a screen that can be touched. */
export const openIn = async (stage: Stage, language: Language): Promise<Visit> => {
  const visit = await stage.open({ viewport: phone, hasTouch: true })
  await visit.page.addInitScript((chosen) => localStorage.setItem('streamline.language', chosen), language)
  return visit
}

/** Shows the same screen in another look, as when the device turns or evening comes. */
export const show = async ({ page }: Visit, { viewport, theme }: Look): Promise<void> => {
  await page.setViewportSize(viewport)
  await page.emulateMedia({ colorScheme: theme })
  await page.locator(`html[data-theme=${theme}]`).waitFor()
  await page.evaluate(repainted)
}

/** Colours change over a frame or two, even where motion is reduced. */
const repainted = async (): Promise<void> => {
  for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame)
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
}

/** On the smallest phone nothing stands beyond the edge. */
const fitsSmallPhone = async (visit: Visit): Promise<void> => {
  await show(visit, { name: 'small phone', viewport: smallPhone, theme: 'light' })
  expect(await overflowOf(visit.page), 'horizontal overflow, small phone').toBe(0)
  expect(await cutOffOf(visit.page), 'cut off at the edge, small phone').toEqual([])
}

/** What every screen owes every person, in one look after the other. */
export const inspectIn = async (visit: Visit, wanted: readonly Look[]): Promise<void> => {
  for (const look of wanted) {
    await show(visit, look)
    await inspect(visit, look.name)
  }
  await fitsSmallPhone(visit)
}

/** All that anybody may have of one screen; with `PICTURES`, a folder, also keeps how it looked. */
export const looksRight = async (visit: Visit, name: string): Promise<void> => {
  for (const [viewport, width] of [
    [phone, 'phone'],
    [desktop, 'desktop'],
  ] as const)
    for (const theme of ['light', 'dark'] as const) {
      await show(visit, { name, viewport, theme })
      await inspect(visit, `${name}, ${width}, ${theme}`)
      const folder = process.env['PICTURES']
      if (folder === undefined) continue
      await mkdir(folder, { recursive: true })
      await visit.page.screenshot({ path: `${folder}/${name}-${width}-${theme}.png`, fullPage: true })
    }
}
