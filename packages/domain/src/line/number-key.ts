import type { SubscriptionKind } from '../subscription/kind.ts'

/** How people of a country write their own numbers. */
interface Numbering {
  readonly code: string
  /** What is dialled before a number within the country, and is no part of it. */
  readonly trunk: string
  /** Digits of a number without code and trunk. */
  readonly shortest: number
  readonly longest: number
}

const numbering = (code: string, trunk: string, shortest: number, longest = shortest): Numbering => ({
  code,
  trunk,
  shortest,
  longest,
})

const northAmerica = numbering('1', '1', 10)

/** The countries whose households are known to write both forms of one number; elsewhere only `+` and `00` are the same. */
const numberings: Readonly<Record<string, Numbering>> = {
  IN: numbering('91', '0', 10),
  US: northAmerica,
  CA: northAmerica,
  GB: numbering('44', '0', 9, 10),
  IE: numbering('353', '0', 7, 9),
  AE: numbering('971', '0', 8, 9),
  SA: numbering('966', '0', 8, 9),
  SG: numbering('65', '', 8),
  MY: numbering('60', '0', 8, 10),
  AU: numbering('61', '0', 9),
  NZ: numbering('64', '0', 8, 10),
  DE: numbering('49', '0', 7, 11),
  FR: numbering('33', '0', 9),
  NL: numbering('31', '0', 9),
  BD: numbering('880', '0', 8, 10),
  LK: numbering('94', '0', 9),
  PK: numbering('92', '0', 9, 10),
  ZA: numbering('27', '0', 9),
  JP: numbering('81', '0', 9, 10),
}

/** Any script's digits as 0–9: what stands next to each other in Unicode begins with its zero. */
const asciiDigits = (text: string): string =>
  text.replaceAll(/\p{Nd}/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0
    let value = 0
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
    return String(value)
  })

/** Signs of a telephone number and nothing else, with as many digits as the shortest has. */
const isTelephone = (text: string): boolean =>
  /^\+?[\d\s().\-/‐-―]+$/u.test(text) && text.replaceAll(/\D/g, '').length >= 7

const telephoneKey = (text: string, country: string): string => {
  const digits = text.replaceAll(/\D/g, '')
  if (text.trimStart().startsWith('+')) return `+${withoutTrunk(digits)}`
  if (digits.startsWith('00')) return `+${withoutTrunk(digits.slice(2))}`
  const own = numberings[country]
  if (own === undefined) return digits
  const { code, trunk, shortest, longest } = own
  const fits = (number: string) => number.length >= shortest && number.length <= longest
  if (trunk !== '' && digits.startsWith(trunk) && fits(digits.slice(trunk.length)))
    return `+${code}${digits.slice(trunk.length)}`
  if (fits(digits)) return `+${code}${digits}`
  if (digits.startsWith(code) && fits(digits.slice(code.length))) return `+${digits}`
  return digits
}

/** `+44 (0)20 …` is written with both; only countries that are known have their trunk taken out. */
const withoutTrunk = (digits: string): string => {
  for (const { code, trunk, longest } of Object.values(numberings)) {
    const isBoth = trunk === '0' && digits.startsWith(`${code}0`)
    if (isBoth && digits.length <= code.length + 1 + longest) return code + digits.slice(code.length + 1)
  }
  return digits
}

/**
 * What tells two numbers of one kind in a household apart: the same for every way of writing one. A telephone number (always that of
 * `mobile`; elsewhere where nothing else is written, but for the customer ids of `broadband` and `tv`) becomes `+` and its digits, with
 * the code of `country` (ISO 3166-1 alpha-2) where none is written; of an e-mail address case does not count; of anything else
 * neither case nor what stands between letters and digits. Never empty for a text that is not.
 */
export function lineKeyOf(typed: string, kind: SubscriptionKind, country: string): string {
  const text = asciiDigits(typed.normalize('NFKC')).trim()
  if (text.includes('@')) return text.toLowerCase().replaceAll(/\s/g, '')
  if (kind !== 'broadband' && kind !== 'tv' && isTelephone(text)) return telephoneKey(text, country)
  return text.toUpperCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '') || text
}
