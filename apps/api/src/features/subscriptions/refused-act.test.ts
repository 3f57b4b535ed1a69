import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const days = (count: number) => ({ count, unit: 'day' })
const month = { count: 1, unit: 'month' }
const stream = { name: 'Stream', kind: 'ott', startsOn: '2026-11-05', interval: month, price: inr(30_000) }
const pack = { ...stream, name: 'Jio', kind: 'mobile', interval: days(28), renewal: 'manual' }
const dish = {
  ...pack,
  name: 'Dish',
  kind: 'tv',
  interval: undefined,
  price: inr(50_000),
  dayRate: inr(1250),
}
const drafts = { stream, pack, dish, stopped: { ...pack, startsOn: '2026-10-01' } }

type Bad = [
  what: string,
  of: keyof typeof drafts,
  where: 'acts' | 'renew' | 'cancel' | 'reactivate',
  body: object,
  answer: [status: number, code: string, pointer?: string],
]

const booster = { kind: 'charge', purpose: 'booster', amount: inr(1900), validity: days(1) }
const fee = { kind: 'charge', purpose: 'fee', amount: inr(1900) }

const bad: Bad[] = [
  [
    'a recharge before the start',
    'pack',
    'renew',
    { renewedOn: '2026-11-04' },
    [422, 'date-out-of-range', '/renewedOn'],
  ],
  [
    'a recharge of tomorrow',
    'pack',
    'renew',
    { renewedOn: '2026-11-30' },
    [422, 'date-out-of-range', '/renewedOn'],
  ],
  ['a recharge of what pays by itself', 'stream', 'renew', {}, [409, 'illegal-transition']],
  ['days on top below nothing', 'pack', 'renew', { bonus: days(-1) }, [400, 'invalid-input', '/bonus/count']],
  [
    'a term that is longer than the calendar',
    'pack',
    'renew',
    { interval: { count: 200, unit: 'year' } },
    [400, 'invalid-input', '/interval/count'],
  ],
  [
    'a recharge in another currency',
    'pack',
    'renew',
    { price: { amount: 1, currency: 'USD' } },
    [422, 'currency-mismatch', '/price/currency'],
  ],
  ['a recharge that pays for no day', 'dish', 'renew', { price: inr(100) }, [422, 'invalid-terms', '/price']],
  [
    'a pause before the start',
    'stream',
    'acts',
    { act: { kind: 'pause', fromOn: '2026-11-04' } },
    [422, 'date-out-of-range', '/act/fromOn'],
  ],
  [
    'a pause beyond a year',
    'stream',
    'acts',
    { act: { kind: 'pause', fromOn: '2027-12-01' } },
    [422, 'date-out-of-range', '/act/fromOn'],
  ],
  [
    'a pause that ends before it begins',
    'stream',
    'acts',
    { act: { kind: 'pause', fromOn: '2026-12-10', untilOn: '2026-12-09' } },
    [422, 'invalid-terms', '/act/untilOn'],
  ],
  ['a resume without a pause', 'stream', 'acts', { act: { kind: 'resume' } }, [409, 'illegal-transition']],
  [
    'a resume of tomorrow',
    'stream',
    'acts',
    { act: { kind: 'resume', resumedOn: '2026-11-30' } },
    [422, 'date-out-of-range', '/act/resumedOn'],
  ],
  [
    'another plan before the start',
    'stream',
    'acts',
    { act: { kind: 'changePlan', fromOn: '2026-11-04', price: inr(1) } },
    [422, 'date-out-of-range', '/act/fromOn'],
  ],
  [
    'another plan that says nothing',
    'stream',
    'acts',
    { act: { kind: 'changePlan' } },
    [422, 'invalid-terms', '/act/fromOn'],
  ],
  [
    'another plan in another currency',
    'stream',
    'acts',
    { act: { kind: 'changePlan', price: { amount: 1, currency: 'USD' } } },
    [422, 'currency-mismatch', '/act/price/currency'],
  ],
  [
    'a price announced beyond a year',
    'stream',
    'acts',
    { act: { kind: 'changePrice', price: inr(1), fromOn: '2028-01-01' } },
    [422, 'date-out-of-range', '/act/fromOn'],
  ],
  [
    'a fee before the start',
    'stream',
    'acts',
    { act: { ...fee, startsOn: '2026-11-04' } },
    [422, 'date-out-of-range', '/act/startsOn'],
  ],
  [
    'a fee that is due before its day',
    'stream',
    'acts',
    { act: { ...fee, startsOn: '2026-11-20', dueOn: '2026-11-19' } },
    [422, 'invalid-terms', '/act/dueOn'],
  ],
  ['a booster without a pack', 'stopped', 'acts', { act: booster }, [422, 'invalid-terms', '/act/startsOn']],
  [
    'a booster of no day',
    'pack',
    'acts',
    { act: { ...booster, validity: days(0) } },
    [400, 'invalid-input', '/act/validity/count'],
  ],
  [
    'a rate by the day of nothing',
    'dish',
    'acts',
    { act: { kind: 'changeDayRate', rate: inr(0) } },
    [400, 'invalid-input', '/act/rate/amount'],
  ],
  [
    'a rate by the day of what has none',
    'pack',
    'acts',
    { act: { kind: 'changeDayRate', rate: inr(100) } },
    [422, 'invalid-terms', '/act/rate'],
  ],
  ['an end of what runs', 'pack', 'acts', { act: { kind: 'end' } }, [409, 'illegal-transition']],
  ['a cancellation of what has stopped', 'stopped', 'cancel', {}, [409, 'illegal-transition']],
  ['a cancellation of nothing taken back', 'stream', 'reactivate', {}, [409, 'illegal-transition']],
  ['an undo of nothing', 'stream', 'acts', { act: { kind: 'undo' } }, [409, 'illegal-transition']],
  [
    'an undo of an act that is not there',
    'stream',
    'acts',
    { act: { kind: 'undo', of: '0197f7a0-0000-7000-8000-000000000000' } },
    [409, 'illegal-transition', '/act/of'],
  ],
  [
    'a start of the year 2200',
    'stream',
    'acts',
    { act: { kind: 'correct', startsOn: '2200-12-20' } },
    [422, 'invalid-date', '/act/startsOn'],
  ],
  [
    'a rhythm of nothing',
    'stream',
    'acts',
    { act: { kind: 'correct', startsOn: '2026-11-05', interval: days(0) } },
    [400, 'invalid-input', '/act/interval/count'],
  ],
  [
    'another currency',
    'stream',
    'acts',
    { act: { kind: 'correct', startsOn: '2026-11-05', price: { amount: 1, currency: 'USD' } } },
    [422, 'currency-mismatch', '/act/price/currency'],
  ],
  [
    'a slip that makes thousands of bills',
    'stream',
    'acts',
    { act: { kind: 'correct', startsOn: '1990-01-01', interval: days(1) } },
    [422, 'too-many-periods', '/act/startsOn'],
  ],
  [
    'a minimum term beyond the calendar',
    'stream',
    'acts',
    {
      act: { kind: 'correct', startsOn: '2026-11-05', minimumTerm: { length: { count: 200, unit: 'year' } } },
    },
    [400, 'invalid-input', '/act/minimumTerm/length/count'],
  ],
  [
    'a rate by the day that no recharge pays',
    'dish',
    'acts',
    { act: { kind: 'changeDayRate', rate: inr(60_000), fromOn: '2026-11-05' } },
    [422, 'invalid-terms', '/act/rate'],
  ],
  [
    'a balance that pays for no day',
    'dish',
    'acts',
    { act: { kind: 'correct', startsOn: '2026-11-05', dayRate: inr(60_000) } },
    [422, 'invalid-terms', '/act/price'],
  ],
  [
    'a claim of what is not in the plan',
    'stream',
    'acts',
    { act: { kind: 'claim', serviceId: 'nothing', state: 'claimed' } },
    [422, 'invalid-terms', '/act/serviceId'],
  ],
]

const everythingOf = async (home: HouseholdInTime, id: string) => ({
  subscription: await home.read(id),
  charges: await home.allCharges(id),
  balances: await home.get('/balances'),
})

describe('what cannot have happened', () => {
  it('is refused with its reason and its place, and nothing is written', () =>
    inTime('2026-11-29', async (home) => {
      const ids = new Map<string, string>()
      for (const [of, draft] of Object.entries(drafts)) ids.set(of, (await home.add(draft)).id)
      const answers: unknown[] = []
      for (const [what, of, where, body] of bad) {
        const id = ids.get(of) ?? ''
        const before = await everythingOf(home, id)
        const answer = await home.person.post(`${home.person.home}/subscriptions/${id}/${where}`, body)
        const { code, errors } = answer.body
        answers.push([what, answer.status, code, errors?.[0].pointer])
        expect(await everythingOf(home, id), what).toEqual(before)
      }
      expect(answers).toEqual(
        bad.map(([what, , , , [status, code, pointer]]) => [what, status, code, pointer]),
      )
    }))

  it('twice, on a revision that moved on, or beneath what rests on it is refused too', () =>
    inTime('2026-11-29', async (home) => {
      const path = (id: string) => `${home.person.home}/subscriptions/${id}`
      const { id, revision } = await home.add(stream)
      await home.act(id, 'cancel')
      expect((await home.refused(id, 'cancel')).code).toBe('illegal-transition')
      const stale = await home.person.post(
        `${path(id)}/acts`,
        { act: { kind: 'undo' } },
        { 'If-Match': `"${revision}"` },
      )
      expect([stale.status, stale.body.code]).toEqual([412, 'stale-revision'])
      const cancelled = (await home.does(id, { kind: 'undo' })).acts.find(
        ({ kind }: { kind: string }) => kind === 'cancelled',
      )
      expect(await home.refused(id, 'acts', { act: { kind: 'undo', of: cancelled.id } })).toMatchObject({
        code: 'illegal-transition',
        errors: [{ pointer: '/act/of' }],
      })
      await home.does(id, { kind: 'pause', fromOn: '2026-11-20', untilOn: '2026-12-20' })
      expect((await home.refused(id, 'acts', { act: { kind: 'pause' } })).code).toBe('illegal-transition')
      const [paused] = (await home.read(id)).acts
      await home.does(id, { kind: 'resume' })
      expect((await home.refused(id, 'acts', { act: { kind: 'undo', of: paused.id } })).code).toBe(
        'rests-on-it',
      )
      const pot = await home.add(pack)
      const [first] = await home.inForce(pot.id)
      await home.act(pot.id, 'renew', { renewedOn: '2026-11-20', payment: {} })
      await home.act(pot.id, 'renew', { interval: { count: 100, unit: 'year' } })
      const beyond = await home.refused(pot.id, 'renew', { interval: { count: 100, unit: 'year' } })
      expect([beyond.code, beyond.errors[0].pointer]).toEqual(['invalid-date', '/interval'])
      const late = { kind: 'correct', startsOn: '2026-11-25' }
      expect(await home.refused(pot.id, 'acts', { act: late })).toMatchObject({ code: 'rests-on-it' })
      await home.does(pot.id, { kind: 'withdraw' })
      expect((await home.refused(pot.id, 'acts', { act: { kind: 'withdraw' } })).code).toBe(
        'illegal-transition',
      )
      expect((await home.refused(pot.id, 'acts', { act: { kind: 'end' } })).code).toBe('illegal-transition')
      expect(first.startsOn).toBe('2026-11-05')
    }))
})
