/** Words that say only that a number is a price. */
const fillers = new Set(['rs', 'inr', 'rupees', 'rupee', 'रु', 'रुपये', 'रुपए', 'रूपये', 'रुपया'])

/** Ten digits follow each other in every script that has its own. */
const zeros = ['०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦'].map((zero) => zero.codePointAt(0) ?? 0)

const asciiDigit = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0
  const zero = zeros.find((first) => code >= first && code < first + 10)
  return zero === undefined ? digit : String(code - zero)
}

/**
 * One spelling for what is written in several: no diacritics, no dots under or joiners within Indian letters, the nasal sign
 * whichever it is, the glide between vowels (`जिओ`, `जियो`), and digits of every script as 0–9.
 */
function folded(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036F\u093C\u09BC\u200C\u200D]/g, '')
      // One letter is one sign again, so that one slip is one.
      .replace(/[\u0900-\u0DFF]+/g, (indian) => indian.normalize('NFC'))
      .replace(/\u0901/g, '\u0902')
      .replace(/(?<=ि)ओ/g, 'यो')
      .replace(/\p{Nd}/gu, asciiDigit)
      .toLowerCase()
  )
}

/**
 * Words and numbers of a text as they are compared, in its order: folded, digit groups joined, anything else separates;
 * what says only that a number is a price is left out.
 */
export function wordsOf(text: string): string[] {
  const joined = folded(text)
    .replace(/(?<=\d),(?=\d{2,3}(?!\d))/g, '')
    .replace(/(?<![\p{L}\p{M}\p{N}])(?:rs|रु)\.?(?=\d)/gu, '')
  return joined.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '' && !fillers.has(word))
}

/**
 * The tokens by which something is found, sorted and without repetition. Callers pass names, labels, the last digits of a line.
 */
export function searchTokensOf(parts: readonly (string | number | null | undefined)[]): string[] {
  const words = parts.flatMap((part) => (part === null || part === undefined ? [] : wordsOf(String(part))))
  return [...new Set(words)].toSorted()
}
