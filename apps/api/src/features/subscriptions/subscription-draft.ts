import type { contract } from '@streamline/contract'
import { defaultTax, type BillingInterval, type Draft, type TaxRule } from '@streamline/domain'
import type { Call } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'

type Subscriptions = typeof contract.subscriptions
export type CreateInput = Call<Subscriptions['create']>['input']
/** What a draft says about its billing: the same words in preview and create, so that both bill the same. */
export type TermsInput = Omit<Call<Subscriptions['preview']>['input'], 'householdId' | 'count' | 'since'>

/** The price as it is debited; nothing is said about the tax inside. */
export const TOTAL: TaxRule = { included: true, basisPoints: 0 }

const BY_DAY: BillingInterval = { count: 1, unit: 'day' }

const missing = (names: readonly string[]) =>
  new ProblemError('invalid-input', undefined, {
    errors: names.map((name) => ({ pointer: `/${name}`, message: 'is needed without a plan that says it' })),
  })

const taxOf = (input: TermsInput, plan: PlanDocument | null, country: string): TaxRule => {
  if (input.taxIncluded === undefined) return plan?.tax ?? TOTAL
  return input.taxIncluded ? TOTAL : defaultTax(plan?.country ?? country, false)
}

const commitmentOf = ({ minimumTerm }: TermsInput): Draft['minimumTerm'] =>
  minimumTerm && { length: minimumTerm.length, exitFee: minimumTerm.exitFee ?? null }

/** The plan fills in what the person left out; what the person says wins. */
export const draftOf = (input: TermsInput, plan: PlanDocument | null, country: string): Draft => {
  // How long a balance lasts is worked out, not said.
  const interval = input.dayRate === undefined ? (input.interval ?? plan?.interval) : BY_DAY
  const price = input.price ?? plan?.price
  if (interval === undefined || price === undefined)
    throw missing([
      ...(interval === undefined ? ['interval'] : []),
      ...(price === undefined ? ['price'] : []),
    ])
  if (plan !== null && price.currency !== plan.price.currency)
    throw new ProblemError('currency-mismatch', `The plan is sold in ${plan.price.currency}.`, {
      errors: [{ pointer: '/price/currency', message: `must be ${plan.price.currency}` }],
    })
  return {
    startsOn: input.startsOn,
    interval,
    price,
    tax: taxOf(input, plan, country),
    renewal: input.renewal ?? (input.dayRate === undefined ? plan?.renewal : 'manual'),
    billDay: input.billDay,
    dueDays: input.dueDays,
    // Who adds a connection that is there already gets a whole bill next: no bill is made up for days before.
    firstBill: input.firstBill ?? (input.billDay === undefined ? undefined : 'whole'),
    trial: input.trial,
    intro: input.intro,
    bonus: input.bonus,
    dayRate: input.dayRate,
    minimumTerm: commitmentOf(input),
    planId: plan?.id,
    priceVersionId: input.price === undefined ? plan?.priceVersions.at(-1)?.id : undefined,
  }
}

/** What a correction leaves as it was where nothing is said of it; null takes it away. */
const kinds = ['billDay', 'dueDays', 'trial', 'bonus', 'dayRate', 'minimumTerm', 'intro'] as const
type CorrectedInput = Omit<TermsInput, 'planId' | (typeof kinds)[number]> & {
  readonly [Kind in (typeof kinds)[number]]?: TermsInput[Kind] | null
}

const saidOrKept = <Kind extends (typeof kinds)[number]>(
  kind: Kind,
  { [kind]: said }: CorrectedInput,
  before: Draft | null,
): TermsInput[Kind] => {
  if (said === null) return undefined
  return (said ?? before?.[kind]) as TermsInput[Kind]
}

/** What comes by itself once, or as a bill, does not where it is bought by hand. */
const keptOf = (input: CorrectedInput, before: Draft): Draft =>
  input.renewal === 'manual' && before.renewal !== 'manual'
    ? { ...before, billDay: undefined, dueDays: undefined, firstBill: undefined }
    : before

/**
 * The beginning as it should have been: all that is said; what is not said is as it was, or where it is of another plan, as that says.
 */
export const correctedDraft = (
  input: CorrectedInput,
  before: Draft,
  plan: PlanDocument | null | undefined,
  country: string,
): Draft => {
  const isKept = plan === undefined || (plan?.id ?? null) === (before.planId ?? null)
  const { price, interval, tax, planId, priceVersionId, graceDays, policy } = before
  const from = isKept ? keptOf(input, before) : null
  const said = {
    ...input,
    billDay: saidOrKept('billDay', input, from),
    dueDays: input.billDay === null ? undefined : saidOrKept('dueDays', input, from),
    trial: saidOrKept('trial', input, from),
    bonus: saidOrKept('bonus', input, from),
    dayRate: saidOrKept('dayRate', input, from),
    minimumTerm: saidOrKept('minimumTerm', input, from),
    intro: saidOrKept('intro', input, from),
  }
  const kept = isKept ? { ...said, price: input.price ?? price, interval: input.interval ?? interval } : said
  const draft = draftOf(kept, plan ?? null, country)
  const isStillBilled = before.billDay !== undefined && draft.billDay !== undefined
  const isKeptPrice = isKept && (input.price === undefined || input.price.amount === price.amount)
  return {
    ...draft,
    ...(isKept && input.taxIncluded === undefined ? { tax } : {}),
    ...(isKept ? { planId } : {}),
    ...(isKeptPrice ? { priceVersionId } : {}),
    ...(isStillBilled && input.firstBill === undefined ? { firstBill: before.firstBill } : {}),
    renewal: input.renewal ?? (isKept ? before.renewal : draft.renewal),
    graceDays,
    policy: draft.renewal === before.renewal ? policy : undefined,
  }
}

/** A draft that names a plan which is not in the catalogue. */
export const unknownPlan = (pointer: string) =>
  new ProblemError('invalid-terms', 'The catalogue has no such plan.', {
    errors: [{ pointer, message: 'is not a plan of the catalogue' }],
  })

/** Name and kind of a new subscription: given, or the plan's. */
export const identityOf = (input: CreateInput, plan: PlanDocument | null) => {
  const name = input.name ?? plan?.name
  const kind = input.kind ?? plan?.kind
  if (name === undefined || kind === undefined)
    throw missing([...(name === undefined ? ['name'] : []), ...(kind === undefined ? ['kind'] : [])])
  return { name, kind }
}
