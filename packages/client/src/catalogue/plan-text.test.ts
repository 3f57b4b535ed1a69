import { loadCatalogue } from '@streamline/catalogue'
import { parseCalendarDate, withTax } from '@streamline/domain'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../answers.ts'
import { createFormat } from '../format/format.ts'
import { createI18n, loadLaterTexts } from '../translations/i18n.ts'
import { shelvesOf } from './plan-groups.ts'
import { planTexts } from './plan-text.ts'

const catalogue = loadCatalogue()
const nameOf = new Map(catalogue.providers.map(({ id, name }) => [id, name]))

/** As the API answers it. */
const plans = catalogue.plans.map((given): Plan => {
  const price = { amount: given.price, currency: given.currency }
  const tax = { included: given.taxIncluded, basisPoints: given.taxBasisPoints }
  return {
    id: given.id,
    providerId: given.providerId,
    providerName: nameOf.get(given.providerId) ?? given.providerId,
    brandColor: null,
    name: given.name,
    kind: given.kind,
    mode: given.mode,
    bundled: given.bundled,
    country: given.country,
    region: given.region,
    price,
    tax,
    debit: { amount: withTax(price.amount, tax).amount, currency: price.currency },
    interval: given.interval,
    renewal: given.renewal,
    status: given.status,
    asOf: parseCalendarDate(given.asOf),
    asOfPrecision: given.asOfPrecision,
    includes: given.includes.map(({ planId: _planId, note: _note, ...service }) => ({
      ...service,
      providerName: nameOf.get(service.providerId) ?? service.providerId,
    })),
    attributes: given.attributes,
  }
})
const today = parseCalendarDate('2026-11-30')

/** What is on one screen: the plans of a provider, of one kind, in one country. */
const screens = Map.groupBy(plans, ({ providerId, kind, country }) => `${providerId} ${kind} ${country}`)

const toolsOf = async (language: 'en' | 'hi') => {
  const i18n = await createI18n(language)
  await loadLaterTexts(i18n)
  return { t: i18n.getFixedT(language, 'add'), format: createFormat({ language, country: 'IN', today }) }
}
const textsIn = { en: planTexts(await toolsOf('en')), hi: planTexts(await toolsOf('hi')) }

const listsOf = (shown: readonly Plan[]): Plan[][] => {
  const { fresh, unchecked, dataOnly, older } = shelvesOf(shown, today)
  return [...[...fresh, ...unchecked].map((group) => [...group.plans]), [...dataOnly], [...older]]
}

describe.each(['en', 'hi'] as const)('what cards say, over the whole catalogue, in %s', (language) => {
  test('no two of one list look the same', () => {
    const alike = [...screens].flatMap(([screen, shown]) =>
      listsOf(shown).flatMap((list) => {
        const texts = textsIn[language](list)
        const looks = list.map((plan) => JSON.stringify([texts.get(plan.id), plan.debit, plan.interval]))
        return looks.filter((look, at) => looks.indexOf(look) !== at).map((look) => `${screen}: ${look}`)
      }),
    )
    expect(alike).toEqual([])
  })

  test('every card has a title, and nothing stands on it twice', () => {
    const repeated = [...screens.values()].flatMap((shown) =>
      listsOf(shown).flatMap((list) =>
        [...textsIn[language](list)].filter(
          ([, { title, facts }]) =>
            title.trim() === '' || facts.includes(title) || new Set(facts).size !== facts.length,
        ),
      ),
    )
    expect(repeated).toEqual([])
  })
})

const cardOf = (id: string) => {
  const plan = plans.find((one) => one.id === id)
  if (plan === undefined) throw new Error(`The catalogue has no ${id}`)
  return textsIn.en([plan]).get(id)
}
const idOf = (name: string): string => plans.find((plan) => plan.name === name)?.id ?? name

test.each([
  ['Jio prepaid ₹1029 (84d)', '2 GB a day', 'Amazon Prime'],
  ['Jio prepaid ₹319 (1m)', '1.5 GB a day', ''],
  ['ACT Blaze (Chennai)', '200 Mbps', 'ACT Blaze (Chennai) · 3,300 GB a month'],
])('%s says first what one gets', (name, title, facts) => {
  const card = cardOf(idOf(name))
  expect(card?.title).toBe(title)
  expect(card?.facts.join(' · ')).toBe(facts)
  expect(JSON.stringify(card)).not.toMatch(/₹|prepaid|84d|1m|"Jio"/)
})

test('every plan is on one shelf, the whole packs by how long they run', () => {
  for (const shown of screens.values()) {
    const ids = listsOf(shown).flatMap((list) => list.map(({ id }) => id))
    expect(ids.toSorted()).toEqual(shown.map(({ id }) => id).toSorted())
  }
  const jio = plans.filter(({ providerId, kind }) => providerId === 'jio' && kind === 'mobile')
  const { fresh, unchecked, dataOnly } = shelvesOf(jio, today)
  expect(dataOnly.length).toBeGreaterThan(5)
  for (const groups of [fresh, unchecked]) {
    const sizes = groups.map((group) => group.plans.length)
    expect(sizes.slice(0, -1)).toEqual(sizes.slice(0, -1).toSorted((one, other) => other - one))
  }
})
