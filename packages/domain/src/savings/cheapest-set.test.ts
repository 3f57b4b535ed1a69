import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { every, inr } from '../test-drafts.ts'
import { noticeOf } from '../subscription/debits-ahead.ts'
import { leastCost } from './brute-force.ts'
import { cheapestSet } from './cheapest-set.ts'
import { anyHousehold } from './random-household.ts'
import { programOf } from './set-options.ts'
import { brings, has, hotstar, inputOf, netflix, pack, plan, steps, told } from './small-household.ts'

const plain = pack('plain', 299, 28)
const withNetflix = pack('with netflix', 449, 28, { includes: [brings(netflix, { activation: 'claim' })] })
const netflixAlone = plan('netflix', 199, { standalone: netflix, providerId: 'netflix' })

describe('the cheapest set for the needs of a household', () => {
  // Paid days: the pack until 18 December, Netflix until 10 December and then until 10 January.
  const held = [has(plain, '2026-11-20'), has(netflixAlone, '2026-11-10')]

  it('keeps what is paid, bridges until the line can be changed, and says when to do what', () => {
    const set = cheapestSet(inputOf(held, [plain, withNetflix, netflixAlone]))
    expect(told(set)).toEqual(['my plain changes with netflix 2026-12-18', 'my netflix goes 2027-01-10'])
    // Today: 13 packs from 18 December on and 12 months of Netflix. Then: 13 packs with Netflix, and one month of it to bridge.
    expect([set?.now.total, set?.best.total]).toEqual([13 * 29_900 + 12 * 19_900, 13 * 44_900 + 19_900])
    expect(set?.saving).toBe(12 * 19_900 - 19_900 - 13 * 15_000)
    expect(set?.proof).toMatchObject({ status: 'optimal', value: set?.best.total, bound: set?.best.total })
    expect(steps(set)).toEqual([
      '2026-12-18 recharge my plain with netflix',
      '2026-12-18 claim my plain with netflix netflix',
      '2027-01-09 cancel my netflix',
    ])
  })

  it('says to cancel by the day on which notice still reaches the debit', () => {
    const noticed = held.map((one) => {
      const notice = noticeOf(one.subscription.facts.terms, 7)
      return { ...one, subscription: { ...one.subscription, notice } }
    })
    const set = cheapestSet(inputOf(noticed, [plain, withNetflix, netflixAlone]))
    expect(steps(set)).toContain('2027-01-02 cancel my netflix')
  })

  it('says so when nothing is better', () => {
    const set = cheapestSet(inputOf(held, [plain, netflixAlone]))
    expect([set?.isBetter, set?.saving, set?.steps]).toEqual([false, 0, []])
    expect(set?.best.debits).toEqual(set?.now.debits)
  })

  it('shows both cash plans by month, which sum to what it says', () => {
    const set = cheapestSet(inputOf(held, [plain, withNetflix, netflixAlone]))
    const sum = (which: 'now' | 'best') => set?.months.reduce((all, month) => all + month[which], 0)
    expect([sum('now'), sum('best')]).toEqual([set?.now.total, set?.best.total])
    expect(set?.months[0]).toEqual({ month: '2026-12', now: 29_900 + 19_900, best: 44_900 + 19_900 })
  })

  it('knows the second best', () => {
    const set = cheapestSet(inputOf(held, [plain, withNetflix, netflixAlone]))
    expect(set?.secondBest?.set.total).toBe(set?.now.total)
    expect(set?.secondBest?.more).toBe(set?.saving)
  })

  it('waits for the end of a minimum term, or pays to leave where that is cheaper', () => {
    const fibre = plan('fibre', 999, {
      kind: 'broadband',
      line: {
        kind: 'broadband',
        mbPerDay: null,
        hasCalls: false,
        days: 30,
        seats: 1,
        mbps: 100,
        capGb: null,
      },
    })
    const cheap = { ...fibre, id: 'cheap', price: inr(49_900), providerId: 'act' }
    const bound = (exitFee: number | null) =>
      has(fibre, '2026-11-15', ['asha'], {
        minimumTerm: { length: every(6, 'month'), exitFee: exitFee === null ? null : inr(exitFee) },
      })
    const of = (exitFee: number | null) => told(cheapestSet(inputOf([bound(exitFee)], [cheap])))
    expect(of(null)).toEqual(['my fibre changes cheap 2027-05-15'])
    expect(of(100_000)).toEqual(['my fibre changes cheap 2026-12-15'])
    expect(of(300_000)).toEqual(['my fibre changes cheap 2027-05-15'])
  })

  it('counts what is paid once at the beginning', () => {
    const dearer = pack('fee', 289, 28, { providerId: 'airtel', fee: 20_000 })
    expect(cheapestSet(inputOf([has(plain, '2026-11-20')], [dearer]))?.isBetter).toBe(false)
    const set = cheapestSet(inputOf([has(plain, '2026-11-20')], [{ ...dearer, fee: 1000 }]))
    expect(set?.saving).toBe(13 * 1000 - 1000)
    expect(steps(set)).toEqual(['2026-12-18 port my plain fee'])
  })

  it('picks of a group what saves most', () => {
    const choice = { group: 'benefit', pick: 1 }
    const picks = pack('picks', 329, 28, {
      includes: [brings(hotstar, { choice }), brings(netflix, { choice })],
    })
    const hotstarAlone = plan('hotstar', 149, { standalone: hotstar, providerId: 'hotstar' })
    const all = [has(plain, '2026-11-20'), has(netflixAlone, '2026-11-18'), has(hotstarAlone, '2026-11-18')]
    const set = cheapestSet(inputOf(all, [picks]))
    expect(told(set)).toEqual([
      'my plain changes picks 2026-12-18',
      'my netflix goes 2026-12-18',
      'my hotstar stays',
    ])
    expect(steps(set)).toContain('2026-12-18 claim my plain picks netflix')
  })

  it('names what is there now where that is to be claimed until something else begins', () => {
    const dear = { ...withNetflix, id: 'dear', price: inr(49_900) }
    const own = [has(dear, '2026-11-20'), has(netflixAlone, '2026-11-10')]
    const set = cheapestSet(inputOf(own, [withNetflix]))
    expect(steps(set)?.filter((step) => step.includes('claim'))).toEqual([
      '2026-12-01 claim my dear netflix',
      '2026-12-18 claim my dear with netflix netflix',
    ])
  })

  it('takes one plan for two numbers where that is cheaper', () => {
    const family = pack('family', 449, 28, {
      line: { kind: 'mobile', mbPerDay: 4096, hasCalls: true, days: 28, seats: 2, mbps: null, capGb: null },
    })
    const two = [has(plain, '2026-11-20'), has({ ...plain, id: 'other' }, '2026-11-22', ['ravi'])]
    const set = cheapestSet(inputOf(two, [family]))
    expect(told(set)).toEqual(['my plain changes family 2026-12-18', 'my other changes family 2026-12-20'])
    expect(set?.saving).toBe(13 * (29_900 + 29_900 - 44_900))
    const small = { ...family, line: family.line && { ...family.line, mbPerDay: 4000 } }
    expect(cheapestSet(inputOf(two, [small]))?.isBetter).toBe(false)
  })

  it('takes a pack beside a line only where the line is of its provider', () => {
    const beside = plan('beside', 49, {
      kind: 'mobile',
      besideLine: 'mobile',
      interval: every(28, 'day'),
      renewal: 'manual',
      includes: [brings(netflix)],
    })
    const ofJio = cheapestSet(inputOf(held, [beside]))
    expect(told(ofJio)).toContain('begins beside 2026-12-10')
    expect(cheapestSet(inputOf(held, [{ ...beside, providerId: 'airtel' }]))?.isBetter).toBe(false)
  })

  it('says what would be lost, and that a price is old', () => {
    const rich = pack('rich', 499, 28, { includes: [brings(hotstar)] })
    const set = cheapestSet(inputOf([has(rich, '2026-11-20')], [{ ...plain, isOld: true }]))
    expect(set?.lost).toEqual([
      { tier: hotstar, memberId: 'asha', subscriptionId: 'my rich', from: '2026-12-18' },
    ])
    expect(set?.oldPrices).toEqual(['plain'])
    const without = inputOf([has(rich, '2026-11-20')], [{ ...plain, isOld: true }], (needs) => ({
      ...needs,
      withOldPrices: false,
    }))
    expect(cheapestSet(without)?.isBetter).toBe(false)
  })

  it('keeps what must be kept and looks at nothing that is never wanted', () => {
    const offers = [plain, withNetflix, netflixAlone]
    const keep = inputOf(held, offers, (needs) => ({ ...needs, keep: ['my netflix'] }))
    expect(told(cheapestSet(keep))).toContain('my netflix stays')
    const never = inputOf(held, offers, (needs) => ({ ...needs, never: ['with netflix'] }))
    expect(cheapestSet(never)?.isBetter).toBe(false)
  })

  it('says how much it is over a budget a month, or under it, to the paisa', () => {
    const overBy = (amount: number, currency = 'INR') =>
      cheapestSet(
        inputOf(held, [plain, withNetflix, netflixAlone], (needs) => ({
          ...needs,
          budget: { amount, currency },
        })),
      )?.budget
    const best = 13 * 44_900 + 19_900
    expect(overBy(40_000)).toEqual({ monthly: 40_000, over: best - 12 * 40_000 })
    expect(overBy(60_000)).toEqual({ monthly: 60_000, over: best - 12 * 60_000 })
    expect([Math.sign(best - 12 * 40_000), Math.sign(best - 12 * 60_000)]).toEqual([1, -1])
    expect(overBy(40_000, 'USD')).toBeNull()
    expect(cheapestSet(inputOf(held, [plain]))?.budget).toBeNull()
  })

  it('says what more would cost where more is asked for', () => {
    const more = inputOf([has(plain, '2026-11-20')], [plain, netflixAlone], (needs) => ({
      ...needs,
      services: [{ tier: netflix, memberIds: ['asha'], isWanted: true }],
    }))
    const set = cheapestSet(more)
    expect([set?.isTodayEnough, set?.saving]).toEqual([false, -12 * 19_900])
    expect(steps(set)).toEqual(['2026-12-01 begin netflix'])
  })

  it('counts what is said twice once', () => {
    const twice = inputOf(held, [plain, withNetflix, netflixAlone], (needs) => ({
      ...needs,
      services: [...needs.services, ...needs.services],
      lines: [...needs.lines, ...needs.lines],
    }))
    const once = inputOf(held, [plain, withNetflix, netflixAlone])
    expect(cheapestSet(twice)).toEqual(cheapestSet(once))
  })

  it('never takes the plan of one person for two', () => {
    const each = [
      has(netflixAlone, '2026-11-10'),
      has({ ...netflixAlone, id: 'hers' }, '2026-11-10', ['ravi']),
    ]
    const yearly = plan('yearly', 1500, { standalone: netflix, interval: every(1, 'year') })
    expect(told(cheapestSet(inputOf(each, [yearly])))?.filter((word) => word.startsWith('begins'))).toEqual([
      'begins yearly 2026-12-10',
      'begins yearly 2026-12-10',
    ])
    expect(
      told(cheapestSet(inputOf(each, [{ ...yearly, isShareable: true }])))?.filter((word) =>
        word.startsWith('begins'),
      ),
    ).toEqual(['begins yearly 2026-12-10'])
  })

  it('costs what trying every set of a household finds, and its debits sum to that', () => {
    fc.assert(
      fc.property(anyHousehold, (input) => {
        const set = cheapestSet(input, { secondBest: false })
        const least = leastCost(programOf(input))
        expect(set?.proof.value ?? null).toBe(least)
        if (set === null) return
        expect(set.best.debits.reduce((sum, { amount }) => sum + amount, 0)).toBe(set.best.total)
        expect(set.saving).toBe(set.now.total - set.best.total)
        if (set.isTodayEnough) expect(set.saving).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 60 },
    )
  })
})
