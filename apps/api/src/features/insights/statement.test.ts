import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extractText, getDocumentProxy } from 'unpdf'
import { joins, type Person } from '../../../test/a-person.ts'
import { aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { moneyText } from '../../platform/format/money-text.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const month = { count: 1, unit: 'month' }

interface Grouped {
  readonly groups: readonly {
    readonly name: string | null
    readonly totals: readonly { amount: number; currency: string }[]
  }[]
}

const says = (lines: readonly string[], { groups }: Grouped) => {
  const all = lines.join('\n')
  for (const { name, totals } of groups)
    for (const total of totals) {
      if (name !== null) expect(all).toContain(name)
      expect(all).toContain(moneyText(total, 'en'))
    }
}

describe('the statement of a month and the review of a year', () => {
  let api: Api
  let asha: Person
  let ravi: Person
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T08:00:00Z' })
    asha = await aVerifiedPerson(api, { name: 'Asha' })
    ravi = await joins(api, await aVerifiedPerson(api, { name: 'Ravi' }), asha.householdId, 'member')
    const add = async (person: Person, draft: object) => {
      const body = {
        renewal: 'automatic',
        taxIncluded: true,
        pastPeriods: 'assumePaid',
        interval: month,
        ...draft,
      }
      const { status, body: added } = await person.post(`${asha.home}/subscriptions`, body)
      expect([status, added.code]).toEqual([201, undefined])
    }
    const split = { kind: 'equal', memberIds: [asha.memberId, ravi.memberId] }
    await add(asha, { kind: 'ott', name: 'Stream', startsOn: '2026-08-05', price: inr(60_001), split })
    await add(asha, { kind: 'broadband', name: 'Fibre', startsOn: '2026-09-20', price: inr(99_950) })
    await add(ravi, {
      kind: 'ott',
      name: 'Hidden',
      startsOn: '2026-09-10',
      price: inr(9_900),
      visibility: 'private',
    })
  })
  afterAll(() => api.close())

  const linesOf = async (person: Person, query: string): Promise<string[]> => {
    const url = new URL(`${asha.home}/insights/statement.pdf${query}`, api.url)
    const response = await fetch(url, { headers: { Authorization: `Bearer ${person.token}` } })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await response.arrayBuffer())))
    return text.flatMap((page) => page.split('\n'))
  }
  const spend = async (person: Person, query: string): Promise<Grouped> =>
    (await person.get(`${asha.home}/insights/spend?${query}`)).body

  it('say what the lists of insights say of a month, and each debit of it', async () => {
    const lines = await linesOf(asha, '?month=2026-10')
    expect(lines[1]).toBe('Statement of October 2026')
    expect(lines[2]).toBe('₹1,599.51')
    expect(lines).toContain('As much as the month before')
    for (const by of ['kind', 'payer', 'sharer'])
      says(lines, await spend(asha, `by=${by}&months=1&until=2026-10`))
    expect(lines.join('\n')).toMatch(/Mon, 5 Oct\s+Stream\s+₹600\.01\s+Tue, 20 Oct\s+Fibre\s+₹999\.50/)
  })

  it('say what they say of a year, month by month and each subscription', async () => {
    const lines = await linesOf(asha, '?year=2026')
    expect(lines[1]).toBe('Review of the year 2026')
    for (const by of ['kind', 'payer', 'sharer', 'subscription'])
      says(lines, await spend(asha, `by=${by}&months=12&until=2026-12`))
    expect(lines.filter((line) => line.includes(' 2026')).length).toBeGreaterThanOrEqual(12)
  })

  it('are of the last month that is over, where nobody says which', async () => {
    expect((await linesOf(asha, ''))[1]).toBe('Statement of October 2026')
  })

  it('have what is private for its owner alone', async () => {
    expect((await linesOf(asha, '?month=2026-10')).join(' ')).not.toMatch(/Hidden|₹99\b/)
    expect((await linesOf(ravi, '?month=2026-10')).join(' ')).toMatch(/Hidden.*₹99/)
    expect((await linesOf(ravi, '?month=2026-10'))[2]).toBe('₹1,698.51')
  })

  it('are written in the language of the reader', async () => {
    await ravi.send('/v1/me', { method: 'PATCH', body: { locale: 'hi' } })
    const lines = await linesOf(ravi, '?month=2026-10')
    expect(lines[2]).toBe('₹1,698.51')
    expect(lines.join(' ')).toContain('2026')
    expect(lines.join(' ')).toMatch(/[\u0900-\u097F]{3}/)
  })

  it.each(['?month=2026-13', '?year=26'])('refuse %s', async (query) => {
    expect((await asha.get(`${asha.home}/insights/statement.pdf${query}`)).status).toBe(400)
  })
})
