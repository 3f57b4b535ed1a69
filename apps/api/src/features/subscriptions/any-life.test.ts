import { chargesToRaise, factsOfActs, type CalendarDate } from '@streamline/domain'
import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import { ledgerFaults } from '../../../test/ledger-checks.ts'
import { randomFrom } from '../../../test/random.ts'
import { SubscriptionRepository } from './subscription.repository.ts'

/** The same life in every run; another one by `SEED`, a longer one by `OPERATIONS`. */
const seed = Number(process.env.SEED ?? 20_261_129)
const STEPS = Number(process.env.OPERATIONS ?? 40)

const inr = (amount: number) => ({ amount, currency: 'INR' })
const days = (count: number) => ({ count, unit: 'day' })
const month = { count: 1, unit: 'month' }
const drafts = [
  { name: 'Stream', kind: 'ott', startsOn: '2026-01-31', interval: month, price: inr(30_000) },
  {
    name: 'Jio',
    kind: 'mobile',
    startsOn: '2026-01-20',
    interval: days(28),
    price: inr(29_900),
    renewal: 'manual',
  },
  {
    name: 'Bill',
    kind: 'mobile',
    startsOn: '2026-01-10',
    interval: month,
    price: inr(50_000),
    billDay: 5,
    dueDays: 12,
  },
  {
    name: 'Cloud',
    kind: 'other',
    startsOn: '2026-01-05',
    interval: month,
    price: inr(13_000),
    recordsItself: true,
  },
]

interface Charge {
  id: string
  startsOn: string
  endsOn: string
  amount: { amount: number }
  outstanding: { amount: number }
  state: string
}

const plus = (date: string, count: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)

const inForce = async (home: HouseholdInTime, id: string): Promise<Map<string, Charge>> =>
  new Map(
    ((await home.allCharges(id)) as Charge[])
      .filter(({ state }) => state !== 'void')
      .map((charge) => [charge.id, charge]),
  )

const tried = async (work: () => Promise<unknown>) => {
  try {
    return await work()
  } catch (error) {
    // What is refused with a sentence changes nothing; anything else is a fault.
    if (!/^4\d\d:/.test((error as Error).message)) throw error
    return null
  }
}

describe(`a life of anything that may happen, seed ${seed},`, () => {
  it('does what the outlook said, is what its acts come to, and adds up', () =>
    inTime('2026-02-01', async (home, api) => {
      const random = randomFrom(seed)
      const ids: string[] = []
      for (const draft of drafts) ids.push((await home.add(draft)).id)
      let today = '2026-02-01'

      const anAct = (actions: readonly string[]): object | null => {
        const kinds = ['changePlan', 'pause', 'resume', 'end', 'correct', 'undo', 'changePrice', 'withdraw']
        const kind = random.oneOf(kinds.filter((name) => name === 'changePrice' || actions.includes(name)))
        switch (kind) {
          case 'changePlan':
            return {
              kind,
              price: inr(random.between(1, 900) * 100),
              fromOn: plus(today, random.between(0, 40)),
            }
          case 'changePrice':
            return { kind, price: inr(random.between(1, 900) * 100) }
          case 'pause':
            return { kind, untilOn: random.oneOf([null, plus(today, random.between(1, 90))]) }
          case 'correct':
            return {
              kind,
              startsOn: plus('2026-01-01', random.between(0, 40)),
              price: inr(random.between(1, 900) * 100),
            }
          default:
            return { kind }
        }
      }
      let done = 0
      for (let step = 0; step < STEPS; step++) {
        if (step % 3 === 0) {
          today = plus(today, random.between(1, 25))
          await home.moveTo(today)
        }
        const id = random.oneOf(ids)
        const { actions } = await home.read(id)
        const before = await inForce(home, id)
        const open = [...before.values()].find(({ outstanding }) => outstanding.amount > 0)
        const what = random.weighted({ act: 6, pay: 3, renew: 2, cancel: 1, reactivate: 1 })
        if (what === 'pay') {
          if (open !== undefined)
            await home.pay(open.id, { amount: inr(Math.ceil(open.outstanding.amount / 2)) })
          continue
        }
        if (what !== 'act') {
          const paid = random.oneOf([{}, { payment: {} }])
          const when = random.oneOf(['now', 'atPeriodEnd'])
          await tried(() =>
            home.act(id, what as 'renew', what === 'renew' ? paid : what === 'cancel' ? { when } : {}),
          )
          continue
        }
        const act = anAct(actions)
        if (act === null) continue
        const outlook = (await tried(() => home.outlook(id, act))) as {
          goes: number
          comes: number
          changes: number
        } | null
        const after = await tried(() => home.does(id, act))
        expect(outlook === null).toBe(after === null)
        const then = await inForce(home, id)
        if (outlook === null) {
          expect(then).toEqual(before)
          continue
        }
        done++
        const gone = [...before.keys()].filter((chargeId) => !then.has(chargeId))
        const came = [...then.keys()].filter((chargeId) => !before.has(chargeId))
        const changed = [...then.values()].filter(
          (charge) => before.has(charge.id) && before.get(charge.id)?.amount.amount !== charge.amount.amount,
        )
        expect(`${JSON.stringify(act)} ${gone.length} ${came.length} ${changed.length}`).toBe(
          `${JSON.stringify(act)} ${outlook.goes} ${outlook.comes} ${outlook.changes}`,
        )
      }
      expect(done).toBeGreaterThan(STEPS / 8)

      const repository = new SubscriptionRepository(api.documents)
      for (const id of ids) {
        const document = await repository.get(id)
        if (document === null) throw new Error('It is gone')
        const facts = factsOfActs(document.records)
        expect(document.facts).toEqual(JSON.parse(JSON.stringify(facts)))
        const should = document.withdrawn ? [] : chargesToRaise(facts, today as CalendarDate)
        const charges = [...(await inForce(home, id)).values()].toSorted((a, b) =>
          a.startsOn < b.startsOn ? -1 : 1,
        )
        expect(charges.map(({ startsOn }) => startsOn)).toEqual(should.map(({ startsOn }) => startsOn))
      }
      // Events are not kept for as long as this takes.
      const faults = await ledgerFaults(api.postgres.pool)
      expect(faults.filter((fault) => !fault.includes('exactly one event'))).toEqual([])
    }))
})
