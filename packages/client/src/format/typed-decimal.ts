/** Which sign may part thousands where three digits follow it once: a comma everywhere, a point in some lands. */
export interface Grouping {
  readonly digits: number
  readonly byPoint: boolean
}

/** Groups of three, or of two before the last one as in India: 1,299 and 1,29,999, never 1,2999. */
const isGrouped = ([first = '', ...rest]: readonly string[]): boolean =>
  /^[1-9]\d{0,2}$/.test(first) &&
  rest.every((group, at) => (at === rest.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(group))

const marksOf = (text: string): string[] => [...new Set(text.replace(/\d/g, ''))]

/** A whole number whose thousands are parted by one sign, without it; null where they are parted otherwise. */
const wholeOf = (text: string): string | null => {
  const [mark, another] = marksOf(text)
  if (mark === undefined) return text
  return another === undefined && isGrouped(text.split(mark)) ? text.replaceAll(mark, '') : null
}

/** Whether the one sign in a text parts thousands; `unclear` where it may as well part a fraction. */
const isThousands = (text: string, mark: string, { digits, byPoint }: Grouping): boolean | 'unclear' => {
  if (!isGrouped(text.split(mark)) || (mark === '.' && !byPoint)) return false
  return digits === 3 ? 'unclear' : true
}

/**
 * Whole and fraction of what somebody typed, as digits: 1.299,50 and 1,299.50 and 1 299,50 are the same. The last sign parts the
 * fraction, unless it can only part thousands. Null where it is no number, or can be read as two.
 */
export const partedDecimal = (
  text: string,
  grouping: Grouping,
): readonly [whole: string, fraction: string] | null => {
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'))
  const [head, mark, tail] = [text.slice(0, last), text.charAt(last), text.slice(last + 1)]
  const isWhole = last < 0 || head.includes(mark)
  const thousands = isWhole || (marksOf(head).length === 0 && isThousands(text, mark, grouping))
  if (thousands === 'unclear') return null
  const whole = wholeOf(thousands ? text : head)
  if (whole === null || !/^\d{1,12}$/.test(whole)) return null
  return thousands ? [whole, ''] : /^\d*$/.test(tail) ? [whole, tail] : null
}
