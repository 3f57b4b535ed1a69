import { loadCatalogue } from '@streamline/catalogue'
import { searchIn, wordsOf } from '@streamline/domain'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentsOf } from './catalogue-documents.ts'
import { planIndexOf } from './catalogue-index.ts'

const { plans, providers } = documentsOf(loadCatalogue())
const index = planIndexOf(plans, providers)

const found = (query: string, country?: string): string[] =>
  searchIn(index, query, ({ plan }) => country === undefined || plan.country === country).map(
    ({ item }) => item.id,
  )

describe('what people type', () => {
  it.each([
    ['hotstar 299', 'jiohotstar-in-premium-monthly'],
    ['disney', 'jiohotstar-in-super-yearly'],
    ['disney', 'disney-plus-us-premium'],
    ['prime', 'amazon-prime-in-monthly'],
    ['prime video', 'amazon-prime-in-lite-yearly'],
    ['netflix premium', 'netflix-in-premium'],
    ['jio 28 days', 'jio-in-pre-299-28d'],
    ['jio 28d', 'jio-in-pre-299-28d'],
    ['jio 299', 'jio-in-pre-299-28d'],
    ['₹299 jio', 'jio-in-pre-299-28d'],
    ['jio 1.5gb/day', 'jio-in-pre-299-28d'],
    ['jio 1.5 gb', 'jio-in-pre-299-28d'],
    ['airtel 84', 'airtel-in-pre-979-84d'],
    ['act 150', 'act-in-chennai-basic'],
    ['act 150mbps', 'act-in-chennai-basic'],
    ['ACT Chennai 1 Gbps', 'act-in-chennai-giga'],
    ['jiofiber postpaid', 'jiofiber-in-999'],
    ['hotstar yearly', 'jiohotstar-in-super-yearly'],
    ['hotstar annual', 'jiohotstar-in-super-yearly'],
    ['prime quarterly', 'amazon-prime-in-quarterly'],
    ['jio annual', 'jio-in-pre-3599-365d'],
    ['vodafone idea 84 days', 'vi-in-pre-859-84d'],
    ['netflix 8.99', 'netflix-us-ads'],
    ['AT&T fiber', 'att-internet-us-1000'],
    ['icloud 200gb', 'icloud-gb-200gb'],
    ['1und1', '1und1-de-dsl100'],
  ])('finds by %j the plan %s', (query, id) => {
    expect(found(query)).toContain(id)
  })

  it('finds nothing else by a price and a name', () => {
    const own = found('hotstar 299').filter((id) => id.startsWith('jiohotstar'))
    expect(own.toSorted()).toEqual(['jiohotstar-in-premium-monthly', 'jiohotstar-in-super-quarterly-2025'])
  })

  it('never calls a pack of days monthly', () => {
    expect(found('jio prepaid monthly')).not.toContain('jio-in-pre-299-28d')
    expect(found('jio prepaid monthly')).toContain('jio-in-pre-319-1m')
  })

  it('does not find postpaid plans by "prepaid"', () => {
    expect(plans.filter(({ id, mode }) => found('jio prepaid').includes(id) && mode === 'postpaid')).toEqual(
      [],
    )
  })
})

const providerOf = (id: string | undefined) => plans.find((plan) => plan.id === id)?.providerId

describe('what people mean', () => {
  it.each([
    ['नेटफ्लिक्स', 'netflix'],
    ['नेटफ़्लिक्स', 'netflix'],
    ['नेटफ', 'netflix'],
    ['नेटफ्लिक्स प्रीमियम', 'netflix'],
    ['जियो', 'jio'],
    ['जिओ 299', 'jio'],
    ['जियो २९९', 'jio'],
    ['जियो 28 दिन', 'jio'],
    ['एयरटेल पोस्टपेड', 'airtel'],
    ['हॉटस्टार', 'jiohotstar'],
    ['अमेज़न प्राइम', 'amazon-prime'],
    ['யூடியூப்', 'youtube'],
    ['నెట్ఫ్లిక్స్', 'netflix'],
    ['জি৫', 'zee5'],
    ['hot star', 'jiohotstar'],
    ['jio hot star 299', 'jiohotstar'],
    ['you tube premium', 'youtube'],
    ['net flix', 'netflix'],
    ['primevideo', 'amazon-prime'],
    ['jio299', 'jio'],
    ['airtelpostpaid', 'airtel'],
    ['netflixpremium', 'netflix'],
    ['disneyplushotstar', 'jiohotstar'],
    ['netflx', 'netflix'],
    ['netfilx', 'netflix'],
    ['netfllix premium', 'netflix'],
    ['betflix', 'netflix'],
    ['prime vdeo', 'amazon-prime'],
    ['hotsatr', 'jiohotstar'],
    ['airtl 299', 'airtel'],
    ['netflx premum', 'netflix'],
    ['नेटफ्लिकस', 'netflix'],
    ['jio recharge 299', 'jio'],
    ['netflix plan', 'netflix'],
    ['जियो का रिचार्ज', 'jio'],
    ['vodafon', 'vi'],
  ])('puts first by %j a plan of %s', (query, id) => {
    expect(providerOf(found(query, 'IN')[0])).toBe(id)
  })

  it('puts postpaid numbers before home lines that are billed alike', () => {
    const kinds = found('airtel postpaid', 'IN').map((id) => plans.find((plan) => plan.id === id)?.kind)
    expect(kinds).toContain('broadband')
    expect(kinds.lastIndexOf('mobile')).toBeLessThan(kinds.indexOf('broadband'))
  })

  it.each(['prime vdeo', 'amazn prime', 'jio hotstar'])(
    'puts a whole plan before an add-on by %j',
    (query) => {
      const names = found(query, 'IN').map((id) => plans.find((plan) => plan.id === id)?.name ?? '')
      expect(names[0]).not.toMatch(/add-on/i)
    },
  )

  it('takes no number for another', () => {
    expect(found('jio 298', 'IN')).toEqual([])
  })

  it('finds nothing by what is no word of anything', () => {
    expect(found('qqqqqqq')).toEqual([])
  })

  it('says nothing about what is not asked for before it looks at what was meant', () => {
    expect(found('hulu', 'US').length).toBeGreaterThan(0)
    expect(found('hulu', 'IN').filter((id) => providerOf(id) === 'hulu')).toEqual([])
  })
})

/** Names of one word, long enough that one slip leaves them recognisable. */
const names = [...new Set(providers.flatMap(({ id, name, otherNames }) => [id, name, ...otherNames]))]
  .map((name) => name.toLowerCase())
  .filter(
    (name) =>
      index.vocabulary.has(wordsOf(name).join(' ')) &&
      /^\p{L}[\p{L}\p{M}]{4,}$/u.test(name) &&
      !/[়়]/.test(name.normalize('NFD')),
  )

const slips = (name: string): fc.Arbitrary<string> => {
  const at = fc.nat(name.length - 1)
  const letter = fc.constantFrom(...name)
  return fc.oneof(
    at.map((n) => name.slice(0, n) + name.slice(n + 1)),
    fc.tuple(at, letter).map(([n, other]) => name.slice(0, n) + other + name.slice(n)),
    fc.tuple(at, letter).map(([n, other]) => name.slice(0, n) + other + name.slice(n + 1)),
    // Signs that change places may become another sign together.
    at.map((n) => name.replace(/\p{L}{2}/gu, (pair, where) => (where === n ? `${pair[1]}${pair[0]}` : pair))),
  )
}

const anyName = fc.constantFrom(...names)

describe('any name', () => {
  it('finds with one slip in it all that it finds, where the slip made no other word', () => {
    fc.assert(
      fc.property(
        anyName.chain((name) => fc.tuple(fc.constant(name), slips(name))),
        ([name, typed]) => {
          // Two signs that become one letter are two slips.
          fc.pre(typed === typed.normalize('NFC') && !index.vocabulary.knows(wordsOf(typed).join('')))
          expect(found(typed)).toEqual(expect.arrayContaining(found(name)))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('finds the same in two pieces, where these are no words of something', () => {
    fc.assert(
      fc.property(
        anyName.chain((name) => fc.tuple(fc.constant(name), fc.integer({ min: 2, max: name.length - 2 }))),
        ([name, at]) => {
          const typed = `${name.slice(0, at)} ${name.slice(at)}`
          fc.pre(wordsOf(typed).some((word) => !index.vocabulary.knows(word)))
          expect(found(typed)).toEqual(expect.arrayContaining(found(name)))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('finds the same together with a price as apart from it', () => {
    const plan = fc.constantFrom(...plans.filter(({ providerId }) => names.includes(providerId)))
    fc.assert(
      fc.property(plan, ({ providerId, price }) => {
        const amount = Math.floor(price.amount / 100)
        const typed = `${providerId}${amount}`
        fc.pre(!index.vocabulary.knows(typed))
        const apart = found(`${providerId} ${amount}`)
        expect(found(typed)).toEqual(expect.arrayContaining(apart))
        expect(found(typed)[0]).toBe(apart[0])
      }),
    )
  })

  it('answers whatever is typed, each plan once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (typed) => {
        const ids = found(typed)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})
