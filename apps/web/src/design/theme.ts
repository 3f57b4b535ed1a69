import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from './stored.ts'

export type Theme = 'system' | 'light' | 'dark'

const systemIsDark = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

const isTheme = (value: string | null): value is Theme =>
  value === 'light' || value === 'dark' || value === 'system'

const stored = readStored('theme')
let theme: Theme = isTheme(stored) ? stored : 'system'

/** The same decision as in `start.js`, which makes it before the first paint. */
const apply = (): void => {
  const dark = theme === 'dark' || (theme === 'system' && systemIsDark.matches)
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
  document
    .querySelector('meta[name="theme-color"]')
    ?.setAttribute('content', getComputedStyle(document.documentElement).getPropertyValue('--color-canvas'))
}

systemIsDark.addEventListener('change', apply)

const setTheme = (next: Theme): void => {
  theme = next
  writeStored('theme', next === 'system' ? null : next)
  apply()
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const currentTheme = (): Theme => theme

export const useTheme = (): [Theme, (theme: Theme) => void] => [
  useSyncExternalStore(subscribe, currentTheme, currentTheme),
  setTheme,
]
