import { largestAmountOf, largestPriceOf } from '@streamline/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSharedHome, type SharedHome } from './a-shared-home.ts'
import { startApi, type Api } from './harness.ts'

const END = Number.MAX_SAFE_INTEGER

const tables = ['payments', 'balances']

/** Writes rows that would take days of payments: nobody's triggers look. */
const write = async (api: Api, text: string, values: unknown[]) => {
  const client = await api.postgres.pool.connect()
  try {
    await client.query('begin')
    for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
    await client.query(text, values)
    for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

const raised = `insert into charges (id, household_id, subscription_id, index, starts_on, ends_on, billed_on, due_on, net, tax,
    amount, currency, payer_id, splits, raised_at)
  select gen_random_uuid(), household_id, subscription_id, index + n, starts_on, ends_on, billed_on, '2026-11-24', $2, 0, $2,
    $3, payer_id, splits, raised_at
  from charges, generate_series(10, $4::int) n where id = $1`

const paid = `insert into payments (id, household_id, charge_id, subscription_id, entry, paid_by, payers, amount, currency, paid_on,
    recorded_at)
  select gen_random_uuid(), household_id, id, subscription_id, 'payment', payer_id,
    jsonb_build_array(jsonb_build_object('memberId', payer_id, 'amount', amount)), amount, currency, '2026-11-20', now()
  from charges, generate_series(1, $2::int) where id = $1`

describe('the largest amounts', () => {
  let api: Api
  let home: SharedHome
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aSharedHome(api)
  })
  afterAll(() => api.close())

  const read = (path: string) => home.asha.get(`${home.asha.home}${path}`)

  it.each(['INR', 'JPY', 'KWD', 'CLF'])(
    'are refused one unit beyond, by 400 and their place, in %s',
    async (currency) => {
      const refusal = async (path: string, body: object) => {
        const answer = await home.post(path, body)
        return [answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]
      }
      const price = { amount: largestPriceOf(currency) + 1, currency }
      const draft = {
        name: 'Large',
        kind: 'ott',
        startsOn: '2026-11-23',
        interval: { count: 1, unit: 'month' },
      }
      expect(await refusal('/subscriptions', { ...draft, price })).toEqual([
        400,
        'invalid-input',
        '/price/amount',
      ])
      expect(
        await refusal('/subscriptions/preview', { startsOn: '2026-11-23', interval: draft.interval, price }),
      ).toEqual([400, 'invalid-input', '/price/amount'])
      const amount = { amount: largestAmountOf(currency) + 1, currency }
      const [charge] = await home.chargesOf(await home.subscribe())
      for (const act of ['payments', 'refunds', 'correct'])
        expect(await refusal(`/charges/${charge.id}/${act}`, { amount, reason: 'r' }), act).toEqual(
          act === 'payments'
            ? [400, 'invalid-input', '/amount/amount']
            : expect.arrayContaining([400, 'invalid-input']),
        )
    },
  )

  it('with tax are raised, paid and read like any other', async () => {
    const price = { amount: largestPriceOf('INR'), currency: 'INR' }
    const subscription = await home.subscribe({ name: 'Taxed', price, taxIncluded: false })
    expect(subscription.pending).toBe(false)
    const [charge] = await home.chargesOf(subscription)
    expect(charge.amount.amount).toBe(1.18 * largestPriceOf('INR'))
    expect((await home.pay(charge, { amount: charge.amount })).status).toBe(201)
  })

  it('of a thousand subscriptions take no screen away: what is too large to add says so', async () => {
    const [charge] = await home.chargesOf(await home.subscribe())
    await write(api, raised, [charge.id, largestAmountOf('KWD'), 'KWD', 6000])
    const overview = await read('/overview')
    expect(overview.status).toBe(200)
    const tooLarge = { amount: END, currency: 'KWD', tooLarge: true }
    expect(overview.body.next14.totals).toContainEqual(tooLarge)
    expect(overview.body.next14.byPayer[0].totals).toContainEqual(tooLarge)
    expect(overview.body.months.at(-1).totals).toContainEqual(tooLarge)
    expect(overview.body.months.at(-1).byKind).toContainEqual({ kind: 'ott', total: tooLarge })
    // The others add up as ever.
    expect(
      overview.body.next14.totals.every(
        (sum: { currency: string; tooLarge?: true }) => sum.currency === 'KWD' || sum.tooLarge === undefined,
      ),
    ).toBe(true)
  })

  it('in balances are shown by name, without transfers, and every other currency is settled', async () => {
    await home.pay((await home.chargesOf(await home.subscribe({ name: 'Plain' })))[0])
    for (const [account, sign] of [
      [home.asha.memberId, ''],
      [home.ravi, '-'],
    ])
      await write(api, 'insert into balances values ($1, $2, $3, $4)', [
        home.asha.householdId,
        account,
        'KWD',
        `${sign}${2n ** 62n}`,
      ])
    const { status, body } = await read('/balances')
    expect(status).toBe(200)
    const inKwd = body.balances.filter(
      ({ amount }: { amount: { currency: string } }) => amount.currency === 'KWD',
    )
    expect(inKwd.map(({ amount }: { amount: object }) => amount)).toEqual([
      { amount: END, currency: 'KWD', tooLarge: true },
      { amount: -END, currency: 'KWD', tooLarge: true },
    ])
    const currencies = body.transfers.map(({ amount }: { amount: { currency: string } }) => amount.currency)
    expect([new Set(currencies), body.exact]).toEqual([new Set(['INR']), false])
    expect((await read('/overview')).status).toBe(200)
    for (const path of [
      '/charges',
      '/charges?state=open',
      '/payments',
      '/history',
      '/history.csv',
      '/subscriptions',
      '/settlements',
    ])
      expect((await read(path)).status, path).toBe(200)
  })

  it('paid for years are a lifetime that says that it is too large', async () => {
    const subscription = await home.subscribe({
      name: 'Old',
      price: { amount: largestPriceOf('USD'), currency: 'USD' },
    })
    const [charge] = await home.chargesOf(subscription)
    await write(api, paid, [charge.id, 20_000])
    const { status, body } = await read(`/subscriptions/${subscription.id}`)
    expect(status).toBe(200)
    expect(body.lifetimeSpend).toEqual([{ amount: END, currency: 'USD', tooLarge: true }])
  })

  it('beside much that was paid already are refused at their place', async () => {
    const [charge] = await home.chargesOf(await home.subscribe({ name: 'Full' }))
    await api.postgres.pool.query('update charges set paid = $2 where id = $1', [charge.id, END - 5])
    const answer = await home.pay(charge, { amount: { amount: 6, currency: 'INR' }, overpayment: true })
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [{ pointer: '/amount/amount', message: 'is too large beside what was paid already' }],
    ])
  })
})
