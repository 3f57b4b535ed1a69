import { isWallTime, lookOf, splitScaled, withTax, type CalendarDate, type Money } from '@streamline/domain'
import type { SubscriptionDetail } from '../answers.ts'
import type { Inputs } from '../client.ts'
import type { PartTexts } from '../billing/parts.ts'
import { parseAmount } from '../format/amount-text.ts'
import { allowancesIn, type AllowanceDraft } from '../usage/allowance-draft.ts'
import { lineIn } from './draft-input.ts'
import { splitDraftOf, splitIn, type SplitDraft } from './split-draft.ts'

/** What the form lets a person change, as typed. */
export interface EditDraft {
  readonly name: string
  readonly kind: SubscriptionDetail['kind']
  readonly visibility: SubscriptionDetail['visibility']
  /** An emoji or a colour; null: as the brand. */
  readonly look: string | null
  readonly price: string
  readonly line: string
  readonly lineId: string | null
  readonly paidBy: string
  readonly usedBy: readonly string[]
  readonly managedBy: string
  readonly note: string
  readonly labels: string
  readonly noticeDays: string
  /** Wall time as typed; empty is the whole day. */
  readonly stopsAt: string
  readonly recordsItself: boolean
  /** Switching it on also books what was due since this day; null: only what is due from today on. */
  readonly recordsItselfFrom: CalendarDate | null
  /** Exact amounts at another price, as typed; null where they follow it by themselves. */
  readonly amounts: PartTexts | null
  /** Limits that the household knows better than the plan. */
  readonly limits: AllowanceDraft
}

type Priced = Pick<SubscriptionDetail, 'price' | 'tax' | 'split' | 'splits'>
type Changed = Priced & Pick<SubscriptionDetail, 'allowances'>

/**
 * Exact amounts of a full period at the price in the form, to be looked over; null where the price stays, cannot be read, or is
 * shared otherwise.
 */
export const amountsAtPrice = (form: EditDraft, { price, tax, split, splits }: Priced): SplitDraft | null => {
  const amount = parseAmount(form.price, price.currency)
  if (amount === null || amount === price.amount) return null
  const whole = withTax(amount, tax).amount
  const scaled = splitScaled(splits.at(-1)?.split ?? split, whole)
  if (scaled.kind !== 'exact') return null
  const draft = splitDraftOf(
    { kind: 'exact', parts: scaled.parts.map((part) => ({ ...part })) },
    [],
    price.currency,
  )
  return form.amounts === null ? draft : { ...draft, amounts: form.amounts }
}

/** What a full period costs at the price in the form, with tax. */
export const wholeAtPrice = (form: EditDraft, { price, tax }: Pick<Priced, 'price' | 'tax'>): Money => ({
  amount: withTax(parseAmount(form.price, price.currency) ?? 0, tax).amount,
  currency: price.currency,
})

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
export const changeOf = (form: EditDraft, before: EditDraft, subscription: Changed): Change | null => {
  const { price } = subscription
  const amount = parseAmount(form.price, price.currency)
  const noticeDays = /^\d{1,3}$/.test(form.noticeDays.trim()) ? Number(form.noticeDays) : null
  const stopsAt = form.stopsAt.trim() || null
  if (stopsAt !== null && !isWallTime(stopsAt)) return null
  if (amount === null || noticeDays === null || noticeDays > 365 || form.name.trim() === '') return null
  const typed = form.amounts === null ? null : amountsAtPrice(form, subscription)
  const split = typed === null ? null : splitIn(typed, wholeAtPrice(form, subscription))
  if (typed !== null && split === null) return null
  const allowances = allowancesIn(form.limits, before.limits, subscription.allowances)
  if (allowances === null) return null
  const touched = (field: Exclude<keyof EditDraft, 'amounts' | 'limits'>): boolean => {
    const [now, then] = [form[field], before[field]]
    return Array.isArray(now) && Array.isArray(then) ? !same(now, then) : now !== then
  }
  return {
    ...(touched('name') ? { name: form.name.trim() } : {}),
    ...(touched('kind') ? { kind: form.kind } : {}),
    ...(touched('look') ? { look: lookOf(form.look) } : {}),
    ...(touched('visibility') ? { visibility: form.visibility } : {}),
    ...(touched('price') && amount !== price.amount ? { price: { amount, currency: price.currency } } : {}),
    ...(split === null ? {} : { split }),
    // The number is shown masked, so an empty field means: keep it.
    ...(form.lineId === before.lineId || form.lineId === null
      ? lineIn({ ...form, lineId: null })
      : lineIn(form)),
    ...(touched('paidBy') ? { paidBy: form.paidBy } : {}),
    ...(touched('usedBy') ? { usedBy: [...form.usedBy] } : {}),
    ...(touched('managedBy') ? { managedBy: form.managedBy } : {}),
    ...(touched('note') ? { note: form.note.trim() } : {}),
    ...(touched('labels') ? { labels: labelsOf(form.labels) } : {}),
    ...(allowances === undefined ? {} : { allowances }),
    ...(touched('noticeDays') ? { noticeDays } : {}),
    ...(touched('stopsAt') ? { stopsAt } : {}),
    ...(touched('recordsItself') ? { recordsItself: form.recordsItself } : {}),
    ...(form.recordsItself && touched('recordsItself') && form.recordsItselfFrom !== null
      ? { recordsItselfFrom: form.recordsItselfFrom }
      : {}),
  }
}
