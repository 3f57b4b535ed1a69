import type { CalendarDate } from '@streamline/domain'
import type { SubscriptionDetail } from '../answers.ts'
import type { Inputs } from '../client.ts'
import { parseAmount } from '../format/amount-text.ts'

/** What the form lets a person change, as typed. */
export interface EditDraft {
  readonly name: string
  readonly price: string
  readonly line: string
  readonly paidBy: string
  readonly usedBy: readonly string[]
  readonly managedBy: string
  readonly note: string
  readonly labels: string
  readonly noticeDays: string
  readonly recordsItself: boolean
  /** Switching it on also books what was due since this day; null: only what is due from today on. */
  readonly recordsItselfFrom: CalendarDate | null
}

type Change = Omit<Inputs['subscriptions']['update'], 'householdId' | 'id'>

/** "family, 4K" as labels; a repeated one counts once. */
const labelsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((label) => label.trim())
      .filter((label) => label !== ''),
  ),
]

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.toSorted().join() === b.toSorted().join()

/**
 * Only what was touched since the form opened: what somebody else changed meanwhile stays as they left it. Null where
 * something typed cannot be read.
 */
export const changeOf = (
  form: EditDraft,
  before: EditDraft,
  { price }: Pick<SubscriptionDetail, 'price'>,
): Change | null => {
  const amount = parseAmount(form.price, price.currency)
  const noticeDays = /^\d{1,3}$/.test(form.noticeDays.trim()) ? Number(form.noticeDays) : null
  if (amount === null || noticeDays === null || noticeDays > 365 || form.name.trim() === '') return null
  const touched = (field: keyof EditDraft): boolean => {
    const [now, then] = [form[field], before[field]]
    return Array.isArray(now) && Array.isArray(then) ? !same(now, then) : now !== then
  }
  return {
    ...(touched('name') ? { name: form.name.trim() } : {}),
    ...(touched('price') && amount !== price.amount ? { price: { amount, currency: price.currency } } : {}),
    // The number is shown masked, so an empty field means: keep it.
    ...(form.line.trim() === '' ? {} : { line: form.line.trim() }),
    ...(touched('paidBy') ? { paidBy: form.paidBy } : {}),
    ...(touched('usedBy') ? { usedBy: [...form.usedBy] } : {}),
    ...(touched('managedBy') ? { managedBy: form.managedBy } : {}),
    ...(touched('note') ? { note: form.note.trim() } : {}),
    ...(touched('labels') ? { labels: labelsOf(form.labels) } : {}),
    ...(touched('noticeDays') ? { noticeDays } : {}),
    ...(touched('recordsItself') ? { recordsItself: form.recordsItself } : {}),
    ...(form.recordsItself && touched('recordsItself') && form.recordsItselfFrom !== null
      ? { recordsItselfFrom: form.recordsItselfFrom }
      : {}),
  }
}
