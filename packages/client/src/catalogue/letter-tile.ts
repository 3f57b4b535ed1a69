import { tileColors } from './brand-color.ts'

/** For what has no colour of its own; each reads under white. */
const colors = ['#5b4a63', '#7a2e62', '#1f5f7a', '#2f6b4a', '#8a4b14', '#4a4a8f', '#8c2f39', '#3d6470']

/** Drawn under the letters, towards the side that makes them read better. */
const patterns: readonly ((tone: string) => string)[] = [
  (tone) => `repeating-linear-gradient(135deg, ${tone} 0 3px, transparent 3px 9px)`,
  (tone) => `radial-gradient(circle at 100% 100%, ${tone} 0 58%, transparent 59%)`,
  (tone) => `linear-gradient(115deg, ${tone} 0 50%, transparent 50.5%)`,
  (tone) => `radial-gradient(${tone} 1.6px, transparent 2px) 0 0 / 8px 8px`,
  (tone) => `repeating-linear-gradient(0deg, ${tone} 0 2px, transparent 2px 7px)`,
  (tone) =>
    `radial-gradient(circle at 0 0, ${tone} 0 34%, transparent 35% 52%, ${tone} 53% 70%, transparent 71%)`,
  (tone) => `conic-gradient(${tone} 25%, transparent 0 50%, ${tone} 0 75%, transparent 0)`,
]

/** The same number for the same name, on every device. */
const numberOf = (name: string): number => {
  let hash = 2_166_136_261
  for (const char of name) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619) >>> 0
  return hash
}

const pick = <Item>(items: readonly Item[], at: number, fallback: Item): Item =>
  items[at % items.length] ?? fallback

/** What a reader takes for one sign: a letter with its marks, and what a virama joins to it. Not every engine has `Intl.Segmenter`. */
const charsOf = (text: string): string[] => text.match(/\P{M}(?:\p{M}|(?<=\u094D)\p{L})*/gu) ?? []

/** "Tata Play" is TP, "Airtel" is Ai, "ज़ी 5" is ज़ी5; what stands in brackets or is punctuation does not count. */
const lettersOf = (name: string): string => {
  const words = name.replace(/\(.*?\)/g, ' ').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const [first = [], second = []] = words.map(charsOf)
  const [one = '?', two = ''] = second.length > 0 ? [first[0], second[0]] : first
  return one.toLocaleUpperCase() + (second.length > 0 ? two.toLocaleUpperCase() : two)
}

/** Two letters on a colour and a pattern of their own, so that names that begin alike look different. */
export const letterTile = (name: string, color: string | null) => {
  const hash = numberOf(name.trim().toLowerCase())
  const { background, letter } = tileColors(color ?? pick(colors, hash, '#5b4a63'))
  const tone = letter === '#ffffff' ? 'rgb(0 0 0 / 0.16)' : 'rgb(255 255 255 / 0.3)'
  return {
    letters: lettersOf(name),
    letter,
    background,
    pattern: pick(patterns, hash >>> 5, () => '')(tone),
  }
}
