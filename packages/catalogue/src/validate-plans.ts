import { compiledOn } from './data.ts'
import { problemsIn, repeated, type CatalogueProblem } from './problem.ts'
import type { Country, Currency, Interval, RawCatalogue, RawInclude, RawPlan, RawProvider } from './schema.ts'

export const currencyOf: Record<Country, Currency> = { IN: 'INR', US: 'USD', GB: 'GBP', DE: 'EUR' }

/** Longer than this is a typing mistake; the longest pack known is 395 days. */
const longest: Record<Interval['unit'], number> = { day: 400, week: 52, month: 36, year: 3 }

const say = problemsIn('plans')

type Known = {
  providers: ReadonlyMap<string, RawProvider>
  plans: ReadonlyMap<string, RawPlan>
  sources: ReadonlySet<string>
}

/** Problems of the plans: references, money, tax, dates, intervals, trust, included services. */
export function planProblems({ plans, providers, sources }: RawCatalogue): CatalogueProblem[] {
  const known: Known = {
    providers: new Map(providers.map((provider) => [provider.id, provider])),
    plans: new Map(plans.map((plan) => [plan.id, plan])),
    sources: new Set(sources.map(({ id }) => id)),
  }
  return [
    ...repeated(plans.map(({ id }) => id)).map((id) => say(id, 'The id is used more than once.')),
    ...plans.flatMap((plan) =>
      [
        ...referenceSentences(plan, known),
        ...factSentences(plan),
        ...plan.includes.flatMap((include) => [...includeSentences(plan, include, known)]),
        ...choiceSentences(plan),
      ].map((sentence) => say(plan.id, sentence)),
    ),
  ]
}

function* referenceSentences(plan: RawPlan, { providers, sources }: Known): Generator<string> {
  const provider = providers.get(plan.providerId)
  if (!provider) yield `The provider ${plan.providerId} does not exist.`
  else if (!provider.countries.includes(plan.country))
    yield `The provider ${provider.id} is not listed for ${plan.country}.`
  if (!plan.id.startsWith(`${plan.providerId}-`)) yield `The id must begin with ${plan.providerId}-.`
  if (!sources.has(plan.sourceId)) yield `The source ${plan.sourceId} does not exist.`
}

function* factSentences(plan: RawPlan): Generator<string> {
  if (plan.currency !== currencyOf[plan.country])
    yield `${plan.currency} is not the currency of ${plan.country}.`
  const taxed = mayIncludeTax(plan)
  if (taxed !== 'either' && plan.taxIncluded !== taxed)
    yield `The price of this kind (${plan.kind}) is shown ${taxed ? 'with' : 'without'} tax in ${plan.country}.`
  if (plan.asOf > compiledOn)
    yield `It was seen on ${plan.asOf}, after the data was compiled (${compiledOn}).`
  if (isTooLong(plan.validity)) yield `A validity of ${worded(plan.validity)} is not plausible.`
  if (plan.kind === 'mobile-postpaid' && plan.renews === 'manual') yield 'A postpaid plan renews by itself.'
  const recalled = plan.confidence === 'recalled'
  if (recalled !== (plan.sourceId === 'recalled'))
    yield 'Recalled facts have the source "recalled", others never.'
  if (recalled !== (plan.recallConfidence !== undefined))
    yield 'Recalled facts say how sure we are, others do not.'
  if (recalled && plan.status === 'current') yield 'A recalled plan may not be called current.'
}

function* includeSentences(
  plan: RawPlan,
  include: RawInclude,
  { providers, plans }: Known,
): Generator<string> {
  const provider = providers.get(include.providerId)
  if (!provider) yield `The included provider ${include.providerId} does not exist.`
  else if (!provider.countries.includes(plan.country))
    yield `The included provider ${provider.id} is not listed for ${plan.country}.`
  if (include.validity && isTooLong(include.validity))
    yield `An included validity of ${worded(include.validity)} is not plausible.`
  if (include.planId === undefined) return
  const nearest = plans.get(include.planId)
  if (!nearest) yield `The included plan ${include.planId} does not exist.`
  else if (nearest.providerId !== include.providerId || nearest.country !== plan.country)
    yield `The included plan ${nearest.id} is not of ${include.providerId} in ${plan.country}.`
  else if (nearest.status === 'superseded' && plan.status !== 'superseded')
    yield `The included plan ${nearest.id} is no longer sold.`
}

/** A group offers more than may be picked, and all its members say the same number. */
function* choiceSentences(plan: RawPlan): Generator<string> {
  const repeats = repeated(plan.includes.map(({ providerId, tier }) => `${providerId} ${tier}`))
  for (const service of repeats) yield `${service} is included more than once.`
  const perks = (plan.perks ?? []).filter((perk) => perk.endsWith('(choice)')).length
  const choices = plan.includes.flatMap(({ choice }) => choice ?? [])
  for (const group of new Set(choices.map((choice) => choice.group))) {
    const picks = choices.filter((choice) => choice.group === group).map(({ pick }) => pick)
    const most = Math.max(...picks)
    if (picks.some((pick) => pick !== most)) yield `The choices of group ${group} differ in how many to pick.`
    if (most >= picks.length + perks) yield `The group ${group} lets pick ${most} of ${picks.length + perks}.`
  }
}

/** What a country prints: with tax, without, or (Indian bundles) either. */
function mayIncludeTax({ country, kind }: RawPlan): boolean | 'either' {
  if (country !== 'IN') return country !== 'US'
  return kind === 'bundle' ? 'either' : kind !== 'mobile-postpaid' && kind !== 'broadband'
}

function isTooLong({ count, unit }: Interval): boolean {
  return count > longest[unit]
}

function worded({ count, unit }: Interval): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
