const DOT = '•'

/** Digits and letters that stay readable: the end that people know a number by, never more than half of it. */
const visibleOf = (signs: number) => Math.min(signs > 10 ? 4 : 3, Math.floor(signs / 2))

/** What stays readable of a number or customer id: its last letters and digits, never more than half of them. */
export function lineEnding(line: string): string {
  const signs = line.match(/[\p{L}\p{N}]/gu) ?? []
  return signs.slice(signs.length - visibleOf(signs.length)).join('')
}

/** A phone number, customer id or account as answers show it: `98765 43210` becomes `••••• ••210`. Null for none. */
export function maskedLine(line: string | null): string | null {
  if (line === null) return null
  const at = line.indexOf('@')
  // Of an e-mail address the domain tells the account apart, not the last letters.
  if (at > 0) return `${[...line][0] ?? ''}${DOT.repeat(3)}${line.slice(at)}`
  const digits = line.replaceAll(/^\+91[\s-]*|[\s-]/g, '')
  const text = /^\d{10}$/.test(digits) ? `${digits.slice(0, 5)} ${digits.slice(5)}` : line
  let hidden = (text.match(/[\p{L}\p{N}]/gu) ?? []).length
  hidden -= visibleOf(hidden)
  return text.replaceAll(/[\p{L}\p{N}]/gu, (sign) => (hidden-- > 0 ? DOT : sign))
}
