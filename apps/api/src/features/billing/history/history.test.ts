import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joins } from '../../../../test/a-person.ts'
import { aSharedHome, inr, type SharedHome } from '../../../../test/a-shared-home.ts'
import { aVerifiedPerson } from '../../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../../test/harness.ts'

const kinds = (items: { kind: string }[]) => items.map(({ kind }) => kind)

describe('the history', () => {
  let api: Api
  let home: SharedHome
  let netflix: { id: string }
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aSharedHome(api)
    const { asha, ravi, subscribe, chargesOf, pay, post } = home
    netflix = await subscribe({ name: '=HYPERLINK("http://evil")' })
    const [charge] = await chargesOf(netflix)
    await pay(charge, { amount: inr(10_050), paidOn: '2026-11-20' })
    const { body } = await pay(charge, { paidBy: ravi, paidOn: '2026-11-21', note: '+cmd' })
    await post(`/payments/${body.payment.id}/reverse`, { reason: 'Wrong person' })
    await post(`/charges/${charge.id}/correct`, { amount: inr(33_000), reason: 'Fee' })
    await post('/settlements', { from: ravi, to: asha.memberId, amount: inr(1000), settledOn: '2026-11-22' })
    const secret = await subscribe({ name: 'Secret', visibility: 'private', split: { kind: 'payer' } })
    await pay((await chargesOf(secret))[0])
  })
  afterAll(() => api.close())

  const list = async (query = '') => (await home.asha.get(`${home.asha.home}/history${query}`)).body.items

  it('tells every entry, newest first, with what it changed between people', async () => {
    const items = await list()
    expect(kinds(items)).toEqual(['payment', 'correction', 'reversal', 'settlement', 'payment', 'payment'])
    expect(items.at(-1)).toMatchObject({
      amount: inr(10_050),
      people: [{ memberId: home.asha.memberId, amount: inr(10_050) }],
      takenBack: false,
    })
    const changes = items.at(-1).changes.map(({ amount }: { amount: { amount: number } }) => amount.amount)
    expect(changes.toSorted((a: number, b: number) => a - b)).toEqual([-3350, -3350, 6700])
    expect(items[4]).toMatchObject({ takenBack: true })
    expect(items[1]).toMatchObject({ amount: inr(33_000), note: 'Fee' })
  })

  it('is asked per subscription, member, kind and period, and paged', async () => {
    expect(kinds(await list(`?subscriptionId=${netflix.id}`))).toEqual([
      'correction',
      'reversal',
      'payment',
      'payment',
    ])
    expect(kinds(await list('?kind=settlement'))).toEqual(['settlement'])
    expect(kinds(await list('?from=2026-11-21&until=2026-11-22'))).toEqual(['settlement', 'payment'])
    const secretOnly = (await list()).filter(
      (item: { subscription: { name: string } | null }) => item.subscription?.name === 'Secret',
    )
    expect(secretOnly).toHaveLength(1)
    expect(kinds(await list(`?memberId=${home.ravi}`))).toEqual([
      'reversal',
      'settlement',
      'payment',
      'payment',
    ])
    const first = (await home.asha.get(`${home.asha.home}/history?limit=4`)).body
    const rest = (await home.asha.get(`${home.asha.home}/history?limit=4&cursor=${first.nextCursor}`)).body
    expect([...first.items, ...rest.items]).toEqual(await list())
    expect(rest.nextCursor).toBeNull()
    expect((await home.asha.get(`${home.asha.home}/history?cursor=x`)).status).toBe(400)
  })

  it('hides what is private from everybody but its owner', async () => {
    const other = await joins(api, await aVerifiedPerson(api), home.asha.householdId, 'owner')
    const { items } = (await other.get(`${home.asha.home}/history`)).body
    expect(items).toHaveLength(5)
    const text = JSON.stringify(items) + (await other.get(`${home.asha.home}/history.csv`)).body
    expect(text).not.toContain('Secret')
  })

  it('1.2.10 is a table for spreadsheets in which no cell is a formula', async () => {
    const { status, headers, body } = await home.asha.get(`${home.asha.home}/history.csv`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const lines: string[] = body.trimEnd().split('\r\n')
    expect(lines).toHaveLength(7)
    expect(lines[0]).toMatch(/^date,kind,subscription,periodFrom,periodUntil,amount,currency,people,/)
    expect(lines[1]).toContain(
      '2026-11-20,payment,"\'=HYPERLINK(""http://evil"")",2026-11-20,2026-12-20,100.5,INR,Asha',
    )
    expect(body).toContain("'+cmd")
    for (const line of lines.slice(1)) expect(line).not.toMatch(/(^|,)"?[=+@]/)
  })
})
