import { decimalText, parseDecimal } from '../format/amount-text.ts'
import { allocateEqual } from '@streamline/domain'

/** What stands in the field of each member, as typed. */
export type PartTexts = Readonly<Record<string, string>>

export interface Part {
  readonly memberId: string
  readonly value: number
}

/** Parts of a whole that members type in: amounts in minor units, percents in hundredths. */
export interface Whole {
  readonly ids: readonly string[]
  readonly texts: PartTexts
  readonly total: number
  readonly digits: number
}

const textOf = ({ texts }: Whole, id: string): string => texts[id]?.trim() ?? ''

const valueOf = (whole: Whole, id: string): number | null => {
  const text = textOf(whole, id)
  return text === '' ? 0 : parseDecimal(text, whole.digits)
}

/** The parts as numbers; null where one cannot be read. An empty field is nothing. */
export const partsOf = (whole: Whole): Part[] | null => {
  const parts: Part[] = []
  for (const memberId of whole.ids) {
    const value = valueOf(whole, memberId)
    if (value === null) return null
    parts.push({ memberId, value })
  }
  return parts
}

/** What is still to assign; negative where it is too much, null where a part cannot be read. */
export const leftOf = (whole: Whole): number | null => {
  const parts = partsOf(whole)
  return parts === null ? null : whole.total - parts.reduce((sum, { value }) => sum + value, 0)
}

/** Everybody the same, the odd unit by the rule of shares (law 10). */
export const equalTexts = ({ ids, total, digits }: Whole): PartTexts =>
  ids.length === 0
    ? {}
    : Object.fromEntries(
        allocateEqual(total, ids, 0).map(({ id, amount }) => [id, decimalText(amount, digits)]),
      )

/** Whose part takes what is left: the first empty one, else the last; null where nothing is left to give. */
export const restFor = (whole: Whole): Part | null => {
  const left = leftOf(whole)
  const memberId = whole.ids.find((id) => textOf(whole, id) === '') ?? whole.ids.at(-1)
  if (left === null || left === 0 || memberId === undefined) return null
  const value = (valueOf(whole, memberId) ?? 0) + left
  return value < 0 ? null : { memberId, value }
}
