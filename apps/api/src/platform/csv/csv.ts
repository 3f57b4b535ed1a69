/** Text is guarded and kept whole; a number is a decimal like `-100.5` of our own making; null is an empty cell. */
export type Cell = string | { readonly decimal: string } | null

/**
 * Where a spreadsheet may begin to read a cell: at the start, and after what some locale or dialog takes for the end of one.
 * Excel splits at `;` where the comma is the decimal sign, and pasted text is split at tabs and line breaks.
 */
const beginning = String.raw`(?<=^|[;\t\r\n])`
/** What programs pass over before the first sign: blanks, what cannot be seen, quotes of every kind. */
const passedOver = String.raw`[\s\p{Z}\p{Cf}\p{Cc}"'\u2018-\u201F\u00AB\u00BB]*`
/** = + - @ as they are, and the forms that Unicode folds into them: full-width, small, raised, lowered. */
const sign = '[=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−]'
/** A tab or a line break at the very start begins a cell of its own; apostrophes before it count as text. */
const guardedAt = new RegExp(`${beginning}(?=${passedOver}${sign})|^(?='*[\\t\\r\\n])`, 'gu')
const guards = new RegExp(`${beginning}'(?=${passedOver}${sign})|^'(?='*[\\t\\r\\n])`, 'gu')

/** Text that no spreadsheet takes for a formula: an apostrophe stands wherever one would begin. */
const guarded = (text: string): string => text.replace(guardedAt, "'")

/** The text that `guarded` made this of: nothing is lost by it. */
export const unguarded = (text: string): string => text.replace(guards, '')

/** What some reader takes for the end of a cell is quoted, and blanks that it would trim. */
const quoted = (text: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

const written = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'string' ? quoted(guarded(cell)) : cell.decimal

/**
 * A table as RFC 4180 has it, lines ending in CRLF. The one writer of CSV: what people typed stays text, with whichever
 * separator a spreadsheet reads it. The first cell of a row is text: a number there would be read on into what follows it.
 */
export const csvOf = (fields: readonly string[], rows: readonly (readonly [string, ...Cell[]])[]): string =>
  [fields, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('')
