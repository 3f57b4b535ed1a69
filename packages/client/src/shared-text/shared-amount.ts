/** Signs and words of the rupee before a number, or the stroke after one, as Indian messages write them. */
const amounts =
  /(?:(?:₹|\brs\b\.?|\binr\b|रु\.?)\s{0,3}(\d{1,3}(?:,\d{2,3}){1,4}|\d{1,9})(?:\.(\d{1,2}))?)|(?:\b(\d{1,3}(?:,\d{2,3}){1,4}|\d{1,7})(?:\.(\d{1,2}))?\s?\/-)/giu

/** What stands before the amount that was paid or is asked for. */
const wanted =
  /\b(?:paid|debited|sent|spent|charged|recharge|recharged|payment|pay|bill|due|amount|amt|total|renewal|renew|plan|pack|for|of)\b/iu

/** What stands before an amount that is none of it. */
const other =
  /\b(?:bal|balance|avl|available|limit|cashback|save|saved|discount|off|reward|refund|outstanding limit)\b/iu

const near = 28

interface Found {
  readonly minor: number
  readonly score: number
}

/** Paise of the amount that a text is about; null where it names none. Of several the one beside words of paying, never a balance. */
export const amountInText = (text: string): number | null => {
  const found: Found[] = []
  for (const match of text.matchAll(amounts)) {
    const digits = (match[1] ?? match[3] ?? '').replaceAll(',', '')
    const minor = Number(`${digits}${(match[2] ?? match[4] ?? '').padEnd(2, '0')}`)
    if (!Number.isSafeInteger(minor) || minor <= 0) continue
    const before = text.slice(Math.max(0, match.index - near), match.index)
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 14)
    const isOther = other.test(before) || /^\s*(?:off|cashback)\b/iu.test(after)
    const isWanted =
      wanted.test(before) || /^\s*(?:paid|debited|sent|is due|due|for|has been)\b/iu.test(after)
    found.push({ minor, score: isOther ? -1 : isWanted ? 2 : 1 })
  }
  const best = Math.max(...found.map(({ score }) => score), 0)
  return best === 0 ? null : (found.find(({ score }) => score === best)?.minor ?? null)
}
