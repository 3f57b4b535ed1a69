import { usageKindsOf, type Allowance, type AllowancePer, type SubscriptionKind } from '@streamline/domain'
import { usageAmountIn, usageAmountOf } from './usage-draft.ts'

/** What a household types as limits of its own; an empty field leaves what the plan says. */
export interface AllowanceDraft {
  /** Gigabytes. */
  readonly data: string
  readonly dataPer: AllowancePer
  /** Minutes in a billing period. */
  readonly calls: string
}

const textOf = (allowances: readonly Allowance[], kind: 'data' | 'calls'): string => {
  const amount = allowances.find((allowance) => allowance.kind === kind)?.amount ?? null
  return amount === null ? '' : usageAmountOf(kind, amount)
}

export const allowanceDraftOf = (
  allowances: readonly Allowance[],
  kind: SubscriptionKind,
): AllowanceDraft => ({
  data: textOf(allowances, 'data'),
  dataPer:
    allowances.find((allowance) => allowance.kind === 'data')?.per ??
    (kind === 'mobile' ? 'period' : 'month'),
  calls: textOf(allowances, 'calls'),
})

/** Which of them can be typed of a kind of subscription. */
export const allowanceFields = (kind: SubscriptionKind): readonly ('data' | 'calls')[] => {
  const kinds = usageKindsOf(kind)
  if (!kinds.includes('data')) return []
  return kind === 'mobile' ? ['data', 'calls'] : ['data']
}

/** Nothing typed, or more than nothing. */
export const isAllowanceText = (kind: 'data' | 'calls', text: string): boolean =>
  text.trim() === '' || (usageAmountIn(kind, text) ?? 0) > 0

const isSame = (one: AllowanceDraft, other: AllowanceDraft): boolean =>
  one.data === other.data && one.dataPer === other.dataPer && one.calls === other.calls

const typedOne = (kind: 'data' | 'calls', text: string, per: AllowancePer): Allowance[] => {
  const amount = text.trim() === '' ? null : usageAmountIn(kind, text)
  return amount === null ? [] : [{ kind, amount, per }]
}

/**
 * The whole list as it is to be; undefined where nothing was touched, null where something cannot be read. What the form does
 * not show stays.
 */
export const allowancesIn = (
  form: AllowanceDraft,
  before: AllowanceDraft,
  known: readonly Allowance[],
): Allowance[] | null | undefined => {
  if (isSame(form, before)) return undefined
  if (!isAllowanceText('data', form.data) || !isAllowanceText('calls', form.calls)) return null
  const keep = (kind: Allowance['kind']) => known.filter((allowance) => allowance.kind === kind)
  const isDataTouched = form.data !== before.data || form.dataPer !== before.dataPer
  return [
    ...(isDataTouched ? typedOne('data', form.data, form.dataPer) : keep('data')),
    ...(form.calls === before.calls ? keep('calls') : typedOne('calls', form.calls, 'period')),
    ...keep('messages'),
  ]
}
