import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../../test/a-person.ts'
import { startApi, type Answer, type Api } from '../../../../test/harness.ts'
import { ledgerFaults } from '../../../../test/ledger-checks.ts'
import { randomFrom } from '../../../../test/random.ts'

const OPERATIONS = Number(process.env.OPERATIONS ?? 800)
const HOUSEHOLDS = 4
/** The same life in every run; another one by `SEED`. */
const seed = Number(process.env.SEED ?? 20_261_125)

/** Answers of the API, as a test reads them. */
// eslint-disable-next-line typescript/no-explicit-any
type Json = any

const inr = (amount: number) => ({ amount, currency: 'INR' })

describe(`a household that does anything, seed ${seed},`, () => {
  let api: Api
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z' })
  })
  afterAll(() => api.close())

  const aHome = async (): Promise<{ person: Person; members: string[] }> => {
    const person = await aPerson(api)
    const manager = await joins(api, await aPerson(api), person.householdId, 'manager')
    const added = ['Meera', 'Tara'].map((name) => person.post(`${person.home}/members`, { name }))
    const rate = { from: 'EUR', to: 'INR', on: '2026-11-01', rate: '90.4567', source: 'Bank' }
    await person.send(`${person.home}/rates`, { method: 'PUT', body: rate })
    const others = (await Promise.all(added)).map(({ body }) => body.id)
    return { person, members: [person.memberId, manager.memberId, ...others] }
  }

  /** One person after the other does one thing after the other; what a due allows is looked up before. */
  const live = async (random: ReturnType<typeof randomFrom>, operations: number) => {
    const { person, members } = await aHome()
    const { home } = person
    const at = async (path: string): Promise<Json> => {
      const { status, body } = await person.get(home + path)
      if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`)
      return body
    }
    const some = () => random.some(members, random.between(1, members.length))
    const split = () =>
      random.oneOf([
        { kind: 'payer' },
        { kind: 'equal', memberIds: some() },
        { kind: 'shares', weights: some().map((memberId) => ({ memberId, weight: random.between(1, 5) })) },
        {
          kind: 'percent',
          parts: [
            { memberId: members[0], basisPoints: 3333 },
            { memberId: members[2], basisPoints: 6667 },
          ],
        },
      ])
    const subscribe = () =>
      person.post(`${home}/subscriptions`, {
        name: 'Stream',
        kind: 'ott',
        startsOn: random.oneOf(['2026-09-30', '2026-11-01', '2026-11-20', '2026-11-23']),
        interval: random.oneOf([
          { count: 1, unit: 'month' },
          { count: 28, unit: 'day' },
        ]),
        price: inr(random.oneOf([random.between(1, 50), random.between(1000, 99_999)])),
        paidBy: random.oneOf(members),
        split: split(),
      })
    const subscriptions: string[] = []
    for (let count = 0; count < 3; count++) subscriptions.push((await subscribe()).body.id)
    const charges = async (state = '') =>
      (await at(`/charges?limit=100${state === '' ? '' : `&state=${state}`}`)).items as Json[]
    const aDue = async () => random.oneOf(await charges('open')) ?? random.oneOf(await charges())
    const pay = (charge: Json, body: object) => person.post(`${home}/charges/${charge.id}/payments`, body)
    const part = (charge: Json) => random.between(1, Math.max(1, charge.outstanding.amount))
    const aPayment = async () => random.oneOf((await at('/payments?limit=30')).items as Json[])

    const acts: Record<string, () => Promise<Answer | undefined>> = {
      whole: async () => pay(await aDue(), { paidBy: random.oneOf(members) }),
      part: async () => {
        const charge = await aDue()
        return pay(charge, { amount: inr(part(charge)), paidBy: random.oneOf(members) })
      },
      together: async () => {
        const charge = await aDue()
        const amount = part(charge)
        const first = random.between(1, amount)
        const payers = [first, amount - first].flatMap((share, who) =>
          share === 0 ? [] : { memberId: members[who] ?? '', amount: share },
        )
        return pay(charge, { amount: inr(amount), payers })
      },
      foreign: async () =>
        pay(await aDue(), {
          amount: { amount: random.between(1, 300), currency: 'EUR' },
          paidOn: '2026-11-23',
        }),
      over: async () => {
        const charge = random.oneOf(await charges())
        return pay(charge, { amount: inr(part(charge) + random.between(1, 5000)), overpayment: true })
      },
      many: async () => {
        const open = await charges('open')
        const chargeIds = random.some(open, 2).map(({ id }) => id)
        if (chargeIds.length === 0) return undefined
        return person.post(`${home}/payments`, { chargeIds, paidBy: random.oneOf(members) })
      },
      refund: async () => {
        const charge = random.oneOf(await charges())
        const amount = inr(random.between(1, Math.max(1, charge.paid.amount)))
        return person.post(`${home}/charges/${charge.id}/refunds`, {
          amount,
          receivedBy: random.oneOf(members),
        })
      },
      move: async () => {
        const due = await aDue()
        const credit = random.oneOf(
          ((await at('/balances')).credits as Json[]).filter(
            ({ subscriptionId }) => subscriptionId !== due.subscriptionId,
          ),
        )
        if (credit === undefined) return undefined
        const body = { subscriptionId: credit.subscriptionId }
        return person.post(`${home}/charges/${due.id}/from-credit`, body)
      },
      reverse: async () => {
        const payment = await aPayment()
        return payment && person.post(`${home}/payments/${payment.id}/reverse`)
      },
      correct: async () => {
        const charge = random.oneOf(await charges())
        const amount = inr(random.between(0, charge.amount.amount * 2))
        return person.post(`${home}/charges/${charge.id}/correct`, { amount, reason: 'The bill says so' })
      },
      waive: async () => person.post(`${home}/charges/${random.oneOf(await charges()).id}/waive`),
      unwaive: async () => {
        const charge = random.oneOf(await charges('waived'))
        return charge && person.post(`${home}/charges/${charge.id}/unwaive`)
      },
      settle: async () => {
        const transfer = random.oneOf((await at('/balances')).transfers as Json[])
        if (transfer === undefined) return undefined
        const amount = inr(random.between(1, transfer.amount.amount))
        return person.post(`${home}/settlements`, { from: transfer.from, to: transfer.to, amount })
      },
      undo: async () => {
        const settlement = random.oneOf((await at('/settlements')).items as Json[])
        return settlement && person.post(`${home}/settlements/${settlement.id}/undo`)
      },
      split: async () =>
        person.patch(`${home}/subscriptions/${random.oneOf(subscriptions)}`, {
          split: split(),
          splitFrom: random.oneOf(['2026-10-05', '2026-11-10', '2026-11-23', '2026-12-01']),
        }),
      payer: async () =>
        person.patch(`${home}/subscriptions/${random.oneOf(subscriptions)}`, {
          paidBy: random.oneOf(members),
        }),
      cancel: async () => person.post(`${home}/subscriptions/${random.oneOf(subscriptions)}/cancel`, {}),
      reactivate: async () =>
        person.post(`${home}/subscriptions/${random.oneOf(subscriptions)}/reactivate`, {}),
      subscribe: async () => {
        if (subscriptions.length > 12) return undefined
        const answer = await subscribe()
        subscriptions.push(answer.body.id)
        return answer
      },
    }
    const answered = new Map<string, number>()
    for (let done = 0; done < operations; done++) {
      const name = random.weighted({
        whole: 3,
        part: 10,
        together: 6,
        foreign: 4,
        over: 5,
        many: 2,
        refund: 6,
        move: 6,
        reverse: 9,
        correct: 6,
        waive: 2,
        unwaive: 2,
        settle: 6,
        undo: 3,
        split: 5,
        payer: 2,
        cancel: 2,
        reactivate: 3,
        subscribe: 2,
      })
      const answer = await acts[name]?.()
      const status = answer?.status ?? 0
      if (status >= 500 || status === 400) throw new Error(`${name}: ${JSON.stringify(answer?.body)}`)
      const key = `${name} ${status < 300 ? (status === 0 ? 'nothing to do' : 'done') : answer?.body.code}`
      answered.set(key, (answered.get(key) ?? 0) + 1)
    }
    return answered
  }

  it(`has books that add up after ${OPERATIONS} operations`, { timeout: 300_000 }, async () => {
    const lives = Array.from({ length: HOUSEHOLDS }, (_, at) =>
      live(randomFrom(seed + at), OPERATIONS / HOUSEHOLDS),
    )
    // All come to their end before one that failed is told.
    await Promise.allSettled(lives)
    const homes = await Promise.all(lives)
    expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    const done = homes.flatMap((answered) => [...answered])
    const successes = done.filter(([key]) => key.endsWith(' done')).reduce((sum, [, times]) => sum + times, 0)
    if (process.env.SEED !== undefined) console.log(done)
    // Most of it must really happen, and each kind at least once.
    expect(successes).toBeGreaterThan(OPERATIONS / 2)
    expect(new Set(done.map(([key]) => key.split(' ')[0])).size).toBe(19)
  })
})
