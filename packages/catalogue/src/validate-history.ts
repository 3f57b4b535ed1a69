import { compiledOn } from './data.ts'
import { problemsIn, repeated, type CatalogueProblem } from './problem.ts'
import type { RawCatalogue, RawPlan, RawPriceChange, RawSource } from './schema.ts'
import { currencyOf } from './validate-plans.ts'

const say = problemsIn('price-history')
const saySource = problemsIn('sources')

/** Problems of the price changes: references, direction, and agreement with the plan's own price. */
export function historyProblems({
  plans,
  providers,
  'price-history': changes,
}: RawCatalogue): CatalogueProblem[] {
  const planById = new Map(plans.map((plan) => [plan.id, plan]))
  const providerIds = new Set(providers.map(({ id }) => id))
  return [
    ...repeated(changes.map(nameOf)).map((id) => say(id, 'The same change is listed more than once.')),
    ...changes.flatMap((change) => {
      const sentences = [...ownSentences(change)]
      if (!providerIds.has(change.providerId))
        sentences.push(`The provider ${change.providerId} does not exist.`)
      if (change.planId !== undefined) sentences.push(...planSentences(change, planById.get(change.planId)))
      return sentences.map((sentence) => say(nameOf(change), sentence))
    }),
    ...chainProblems(changes, planById),
  ]
}

/** Problems of the sources: ids, dates that are missing or to come. */
export function sourceProblems({ sources }: RawCatalogue): CatalogueProblem[] {
  return [
    ...repeated(sources.map(({ id }) => id)).map((id) => saySource(id, 'The id is used more than once.')),
    ...sources.flatMap((source) =>
      [...sourceSentences(source)].map((sentence) => saySource(source.id, sentence)),
    ),
  ]
}

function* sourceSentences({ trust, date }: RawSource): Generator<string> {
  if ((trust === 'recalled') !== (date === null)) yield 'Every source but general knowledge has a date.'
  if (date !== null && date > compiledOn)
    yield `Its date ${date} is after the data was compiled (${compiledOn}).`
}

function* ownSentences({
  country,
  currency,
  changeType,
  fromPrice,
  toPrice,
}: RawPriceChange): Generator<string> {
  if (currency !== currencyOf[country]) yield `${currency} is not the currency of ${country}.`
  const rises = fromPrice !== null && toPrice !== null ? Math.sign(toPrice - fromPrice) : null
  if (changeType === 'increase' && rises !== 1) yield 'An increase must go from a lower to a higher price.'
  if (changeType === 'decrease' && rises !== -1) yield 'A decrease must go from a higher to a lower price.'
  if (changeType === 'launch' && (fromPrice !== null || toPrice === null))
    yield 'A launch has a new price and no old one.'
  if (changeType === 'terms' && fromPrice !== toPrice) yield 'A change of terms leaves the price as it was.'
}

function* planSentences(change: RawPriceChange, plan: RawPlan | undefined): Generator<string> {
  if (!plan) {
    yield `The plan ${change.planId} does not exist.`
    return
  }
  if (plan.providerId !== change.providerId || plan.country !== change.country)
    yield `The plan ${plan.id} is not of ${change.providerId} in ${change.country}.`
  if (change.changeType === 'escalator') yield 'The amount of a yearly rise is not the price of a plan.'
}

/** The changes of one plan follow on each other, and the last one in force gives the plan's price. */
function chainProblems(changes: RawPriceChange[], plans: ReadonlyMap<string, RawPlan>): CatalogueProblem[] {
  return [...plans.values()].flatMap((plan) => {
    const own = changes
      .filter(({ planId }) => planId === plan.id)
      .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    const last = own.findLast(({ date }) => date <= compiledOn)
    const broken = own.filter((change, index) => index > 0 && change.fromPrice !== own[index - 1]?.toPrice)
    return [
      ...broken.map((change) =>
        say(nameOf(change), 'Its old price is not the new price of the change before.'),
      ),
      ...(last && last.toPrice !== plan.price
        ? [say(nameOf(last), `It ends at ${last.toPrice}, but the plan ${plan.id} costs ${plan.price}.`)]
        : []),
    ]
  })
}

function nameOf({ providerId, country, date, item }: RawPriceChange): string {
  return `${providerId} ${country} ${date} ${item}`
}
