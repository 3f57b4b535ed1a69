import type { BillingInterval } from '@streamline/domain'
import { currencyOf } from '@streamline/domain/country'
import type { Kind, PlanDetail, PlanDraft } from '../answers.ts'
import type { Inputs } from '../client.ts'
import { amountText, parseAmount } from '../format/amount-text.ts'

/** What an editor has typed of a plan. */
export interface PlanDraftForm {
  /** Null while it is a new one: its id is made of what it is called. */
  readonly id: string | null
  readonly providerId: string
  readonly country: string
  readonly name: string
  readonly kind: Kind
  readonly mode: 'prepaid' | 'postpaid' | ''
  readonly region: string
  readonly price: string
  readonly taxIncluded: boolean
  readonly interval: BillingInterval
  readonly renewal: 'automatic' | 'manual'
  readonly note: string
}

export const emptyPlanDraft = (country: string): PlanDraftForm => ({
  id: null,
  providerId: '',
  country,
  name: '',
  kind: 'ott',
  mode: '',
  region: '',
  price: '',
  taxIncluded: true,
  interval: { count: 1, unit: 'month' },
  renewal: 'automatic',
  note: '',
})

/** What is published, or was drafted before, as it goes into the form. */
export const planDraftOf = (plan: PlanDetail | PlanDraft): PlanDraftForm => ({
  id: plan.id,
  providerId: plan.providerId,
  country: plan.country,
  name: plan.name,
  kind: plan.kind,
  mode: plan.mode ?? '',
  region: plan.region ?? '',
  price: amountText(plan.price.amount, plan.price.currency),
  taxIncluded: 'tax' in plan ? plan.tax.included : plan.taxIncluded,
  interval: plan.interval,
  renewal: plan.renewal,
  note: plan.note ?? '',
})

/** The id of a new plan: who sells it where, and what it is called. */
export const planIdOf = ({ providerId, country, name, price }: PlanDraftForm): string => {
  const words = name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
  const own = words.startsWith(`${providerId}-`) ? words.slice(providerId.length + 1) : words
  // A name in another script leaves no word.
  const rest = own.replaceAll('-', '') === '' ? price.replaceAll(/\D+/g, '-') : own
  return `${providerId}-${country.toLowerCase()}-${rest}`.replaceAll(/-+/g, '-').replace(/-$/, '')
}

export const planCurrencyOf = ({ country }: PlanDraftForm): string => currencyOf(country) ?? 'USD'

/** What is sent; null while something that it needs is missing. */
export const planDraftInput = (form: PlanDraftForm): Inputs['catalogueEditing']['saveDraft'] | null => {
  const currency = planCurrencyOf(form)
  const amount = parseAmount(form.price, currency)
  const name = form.name.trim()
  if (amount === null || name === '' || form.providerId === '') return null
  return {
    id: form.id ?? planIdOf(form),
    providerId: form.providerId,
    country: form.country,
    name,
    kind: form.kind,
    mode: form.mode === '' ? null : form.mode,
    region: form.region.trim() === '' ? null : form.region.trim(),
    price: { amount, currency },
    taxIncluded: form.taxIncluded,
    interval: form.interval,
    renewal: form.renewal,
    note: form.note.trim() === '' ? null : form.note.trim(),
  }
}
