import { addDays, parseCalendarDate } from '@streamline/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { queryPlanOf } from '../../../test/query-plan.ts'
import { findStatement } from '../../platform/documents/document-statement.ts'
import { EVERYBODY, subscriptionShape } from './subscription.collection.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

let api: Api
beforeAll(async () => void (api = await startApi()))
afterAll(() => api.close())

const newYear = parseCalendarDate('2027-01-01')

/** As much of a subscription as its fields are made of. */
const manyth = (n: number) =>
  ({
    id: `id-${n}`,
    revision: 1,
    householdId: `household-${n % 400}`,
    name: `name ${n}`,
    providerName: null,
    kind: 'ott',
    visibility: 'shared',
    managedBy: `m${n}`,
    paidBy: `m${n}`,
    usedBy: [],
    labels: [],
    line: null,
    nextEffectOn: addDays(newYear, n % 365),
    pendingEffects: n % 1000 === 0 ? [{}] : [],
    updatedAt: '2026-11-23T00:00:00Z',
  }) as unknown as SubscriptionDocument

describe('with twenty thousand subscriptions', () => {
  type Query = Parameters<typeof findStatement<keyof (typeof subscriptionShape)['fields']>>[1]
  const queryPlan = (query: Query) => queryPlanOf(api, findStatement('subscriptions', query))

  it('every question uses its index and reads no table whole', async () => {
    const subscriptions = api.documents.collection(subscriptionShape)
    const all = Array.from({ length: 20_000 }, (_, n) => manyth(n))
    for (let at = 0; at < all.length; at += 2000) await subscriptions.upsertMany(all.slice(at, at + 2000))
    await api.postgres.pool.query('vacuum analyze subscriptions')
    const household = { householdId: { equals: 'household-7' }, visibleTo: { oneOf: [EVERYBODY, 'm7'] } }
    const list = { sort: 'nameKey', limit: 51 } as const
    const after = { value: 'name 5', id: 'id-5' }
    const inHousehold = { indexes: ['subscriptions_of_household'], readsWhole: [] }
    expect(await queryPlan({ ...list, where: household })).toEqual(inHousehold)
    expect(await queryPlan({ ...list, where: household, after })).toEqual(inHousehold)
    const found = {
      ...household,
      kind: { equals: 'ott' },
      people: { hasAll: ['m7'] },
      beginnings: { hasAll: ['n'] },
    }
    expect(await queryPlan({ ...list, where: found })).toEqual(inHousehold)
    const due = {
      where: { nextEffectOn: { atMost: '2027-01-03' } },
      sort: 'nextEffectOn',
      limit: 100,
    } as const
    expect(await queryPlan(due)).toEqual({ indexes: ['subscriptions_due'], readsWhole: [] })
    expect(await queryPlan({ ...due, after: { value: '2027-01-02', id: 'id-1' } })).toEqual({
      indexes: ['subscriptions_due'],
      readsWhole: [],
    })
    const pending = { where: { pendingSince: { isSet: true } }, sort: 'pendingSince', limit: 100 } as const
    expect(await queryPlan(pending)).toEqual({ indexes: ['subscriptions_pending'], readsWhole: [] })
  })
})
