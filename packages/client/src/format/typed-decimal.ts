/** How numbers are written where somebody types. */
export interface TypingHabit {
  /** The sign before the fraction on this screen. */
  readonly decimal: '.' | ','
  /** The land writes it the other way round than the language on screen. */
  readonly mixed: boolean
}

/** A number as it is kept in a form: plain digits, a point before the fraction, or a question, or nothing at all. */
export type Typed =
  | { readonly kind: 'empty' | 'none' }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'unclear'; readonly readings: readonly string[] }

const none: Typed = { kind: 'none' }

/** Groups of three, or of two before the last one as in India: 1,299 and 1,29,999, never 1,2999. */
const isGrouped = ([first = '', ...rest]: readonly string[]): boolean =>
  /^[1-9]\d{0,2}$/.test(first) &&
  rest.every((group, at) => (at === rest.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(group))

/** A whole number without the one sign that parts its thousands; null where it is parted otherwise. */
const wholeOf = (text: string): string | null => {
  const [mark, another] = new Set(text.replace(/\d/g, ''))
  const plain =
    mark === undefined
      ? text
      : another === undefined && isGrouped(text.split(mark))
        ? text.replaceAll(mark, '')
        : ''
  return /^\d{1,12}$/.test(plain) ? plain : null
}

/** Whole and fraction as one text; null where the fraction has more digits than there are. */
const joined = (whole: string, fraction: string, digits: number): string | null => {
  const kept = fraction.replace(/0+$/, '')
  if (!/^\d*$/.test(fraction) || kept.length > digits) return null
  const plain = whole.replace(/^0+(?=\d)/, '')
  return kept === '' ? plain : `${plain}.${fraction.slice(0, digits)}`
}

/** To the last digit that there is, for a question only: 1.299 rupees are asked about as 1.30. */
const rounded = (whole: string, fraction: string, digits: number): string =>
  String(Math.round(Number(`${whole}${fraction}`) / 10 ** (fraction.length - digits)) / 10 ** digits)

interface Halves {
  readonly head: string
  readonly mark: string
  readonly tail: string
}

/** One sign before three digits: thousands, a fraction, or nobody can know. Where there are no fractions it is thousands. */
const oneMark = ({ head, mark, tail }: Halves, digits: number, { decimal, mixed }: TypingHabit): Typed => {
  const thousands = head + tail
  const fraction = digits === 0 ? null : joined(head, tail, digits)
  const isFraction = mark === decimal && digits >= 3
  if (isFraction) return fraction === null ? none : { kind: 'number', text: fraction }
  const isThousands =
    digits === 0 ||
    (mark === decimal ? mixed && fraction === null : digits < 3 && !(mixed && fraction !== null))
  if (isThousands) return { kind: 'number', text: thousands }
  return { kind: 'unclear', readings: [thousands, fraction ?? rounded(head, tail, digits)] }
}

const asNumber = (text: string | null): Typed => (text === null ? none : { kind: 'number', text })

/** Digits of any script, without blanks and what cannot be seen; everything that parts groups but points and commas is a blank. */
const plain = (text: string): string =>
  text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]/g, '')
    .replace(/\p{Nd}/gu, (digit) => String(digitOf(digit)))
    .replace(/[\s'’٬]/g, ' ')
    .trim()

/** Digits of a script stand in a row of ten that begins at a multiple of ten behind a known start. */
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xff10]

const digitOf = (digit: string): number | string => {
  const code = digit.codePointAt(0) ?? 0
  const zero = zeros.find((start) => code >= start && code < start + 10)
  return zero === undefined ? digit : code - zero
}

/**
 * What somebody typed, of at most so many digits after its point: 1.299,50 and 1,299.50 and 1 299,50 are the same. The last sign
 * parts the fraction unless it can only part thousands. What can be read as two numbers is unclear, never a guess.
 */
export const readDecimal = (typed: string, digits: number, habit: TypingHabit): Typed => {
  const isArabic = typed.includes('٫')
  const text = plain(typed).replace('٫', habit.decimal)
  if (text === '') return { kind: 'empty' }
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'))
  const halves = { head: text.slice(0, last), mark: text.charAt(last), tail: text.slice(last + 1) }
  if (last < 0 || (halves.head.includes(halves.mark) && !isArabic)) return asNumber(wholeOf(text))
  if (/^\d+$/.test(halves.head) && isGrouped([halves.head, halves.tail]) && !isArabic)
    return oneMark(halves, digits, habit)
  if (text.length === 1) return none
  const whole = wholeOf(halves.head === '' ? '0' : halves.head)
  return whole === null ? none : asNumber(joined(whole, halves.tail, digits))
}
