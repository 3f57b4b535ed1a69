import { networkOf } from '../limits/network.ts'

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/.*Safari\//, 'Safari'],
  [/\bokhttp\//i, 'Android app'],
  [/\bCFNetwork\//, 'iOS app'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/\b(iPhone|iPod)\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

const firstOf = (table: typeof browsers, text: string) => table.find(([pattern]) => pattern.test(text))?.[1]

/** A user agent in words: `Chrome on Android`. What it claims is only shown, never believed. */
export function deviceOf(userAgent: string | null): string | null {
  if (userAgent === null) return null
  const words = [firstOf(browsers, userAgent), firstOf(systems, userAgent)].filter(
    (word) => word !== undefined,
  )
  if (words.length > 0) return words.join(' on ')
  const [, program] = /^([\w.-]{1,30})/.exec(userAgent) ?? []
  return program ?? null
}

/**
 * Whether two user agents may be one device: they differ by numbers at most, because a browser or a system may have been
 * updated in between. It is a claim and keeps honest devices apart; who copies one also passes.
 */
export function isSameDevice(one: string | null, other: string | null): boolean {
  return withoutNumbers(one) === withoutNumbers(other)
}

const withoutNumbers = (userAgent: string | null) => userAgent?.replaceAll(/\d+/g, '') ?? null

/** An address without its last part: enough to know one's own network by. */
export function placeOf(address: string | null): string | null {
  if (address === null) return null
  const network = networkOf(address)
  return network.includes(':')
    ? `${network.split(':').slice(0, 3).join(':')}::/48`
    : network.replace(/\.\d+$/, '.x')
}
