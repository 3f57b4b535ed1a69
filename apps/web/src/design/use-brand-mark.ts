import { useSyncExternalStore } from 'react'
import type { BrandMark } from './brand-marks.ts'

let marks: ReadonlyMap<string, BrandMark> | null = null
let asked = false
const waiting = new Set<() => void>()

/** The marks come once a screen stands: a tile with letters is never waited for, but where the build draws the screen. */
export const loadBrandMarks = async (): Promise<void> => {
  try {
    ;({ brandMarks: marks } = await import('./brand-marks.ts'))
    for (const tell of waiting) tell()
  } catch {
    // Offline: letters do.
    asked = false
  }
}

const subscribe = (tell: () => void): (() => void) => {
  waiting.add(tell)
  if (!asked) {
    asked = true
    setTimeout(() => void loadBrandMarks())
  }
  return () => waiting.delete(tell)
}

const current = () => marks

/** As the marks are found: "JioHotstar" is not Jio, "Netflix" and "netflix" are the same. */
const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('+', 'plus')
    .replace(/[^a-z0-9]/g, '')

/** The mark of a brand; undefined where there is none, or not yet. */
export const useBrandMark = (name: string): BrandMark | undefined =>
  useSyncExternalStore(subscribe, current, current)?.get(keyOf(name))
