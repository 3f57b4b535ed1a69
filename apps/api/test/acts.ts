import type { Person } from './a-person.ts'
import type { Api } from './harness.ts'
import { inr, type SharedHome } from './a-shared-home.ts'

/** A request without its address’ beginning, which is the household’s. */
export interface Sent {
  readonly method: 'POST' | 'PATCH'
  readonly path: string
  readonly body: object
}

/** Two acts of one route that have nothing to do with each other and that both succeed. */
export type TwoActs = readonly [Sent, Sent]

const post = (path: string, body: object = {}): Sent => ({ method: 'POST', path, body })
const patch = (path: string, body: object): Sent => ({ method: 'PATCH', path, body })

export const sendActOf = (person: Person, { method, path, body }: Sent, headers: Record<string, string>) =>
  person.send(path.startsWith('/v1/') ? path : `${person.home}${path}`, { method, body, headers })

const both = async (one: () => Promise<string>): Promise<[string, string]> => [await one(), await one()]

const amounts = (path: string, more: object = {}): TwoActs => [
  post(path, { amount: inr(100), ...more }),
  post(path, { amount: inr(250), ...more }),
]

const splitOf = (...memberIds: string[]) => ({ split: { kind: 'equal', memberIds } })

const on =
  (make: () => Promise<string>, path: (id: string) => string): (() => Promise<TwoActs>) =>
  async () => {
    const [one, other] = await both(make)
    return [post(path(one)), post(path(other))]
  }

/** For every route that takes a key: two acts, and what they need before. */
export const twoActsOf = (home: SharedHome): Record<string, () => Promise<TwoActs>> => {
  const { asha, ravi } = home
  const aCharge = async (): Promise<string> => (await home.chargesOf(await home.subscribe()))[0].id
  const aSubscription = async (): Promise<string> => (await home.subscribe()).id
  const after = (make: () => Promise<string>, path: (id: string) => string) => async () => {
    const id = await make()
    const { status, body } = await home.post(path(id))
    if (status >= 300) throw new Error(JSON.stringify(body))
    return id
  }
  const aPayment = async (): Promise<string> => {
    const { body } = await home.pay({ id: await aCharge() }, { amount: inr(5000) })
    return body.payment.id
  }
  const merged = async () => {
    const id = await aMember()
    const { status, body } = await home.post(`/members/${id}/merge`, { into: await aMember() })
    if (status >= 300) throw new Error(JSON.stringify(body))
    return id
  }
  const draft = {
    kind: 'ott',
    startsOn: '2026-11-20',
    interval: { count: 1, unit: 'month' },
    price: inr(9900),
  }
  /** It began today, and books itself. */
  const aDebit = async (): Promise<string> => {
    const { body } = await home.post('/subscriptions', {
      ...draft,
      name: 'By itself',
      startsOn: '2026-11-23',
      recordsItself: true,
    })
    return body.timeline[0].payments[0].id
  }
  /** Large enough, whatever else is owed between them. */
  const oweRavi = async () => {
    const [charge] = await home.chargesOf(await home.subscribe({ price: inr(9_000_000) }))
    await home.pay(charge, { paidBy: ravi })
  }
  const aSettlement = async (): Promise<string> => {
    await oweRavi()
    return (await home.post('/settlements', { from: asha.memberId, to: ravi, amount: inr(1000) })).body.id
  }
  const aMember = async (): Promise<string> => (await home.post('/members', { name: 'Again' })).body.id
  return {
    'households.create': async () => [
      post('/v1/households', { name: 'One' }),
      post('/v1/households', { name: 'Other' }),
    ],
    'households.update': async () => [patch('', { name: 'One' }), patch('', { name: 'Other' })],
    'notifications.update': async () => [
      patch('/v1/me/notifications', { digest: true }),
      patch('/v1/me/notifications', { digest: false }),
    ],
    'households.addMember': async () => [
      post('/members', { name: 'One' }),
      post('/members', { name: 'Other', role: 'guest' }),
    ],
    'departure.mergeMember': async () => {
      const [one, other] = await both(aMember)
      const [into, otherInto] = await both(aMember)
      return [post(`/members/${one}/merge`, { into }), post(`/members/${other}/merge`, { into: otherInto })]
    },
    'departure.unmergeMember': async () => {
      const [one, other] = await both(merged)
      return [post(`/members/${one}/unmerge`), post(`/members/${other}/unmerge`)]
    },
    'calendar.make': async () => [
      post('/calendar-feed', { scope: 'own', kinds: ['debit'] }),
      post('/calendar-feed', { scope: 'household', kinds: ['debit'] }),
    ],
    'guests.makeLink': async () => [
      post(`/members/${ravi}/guest-link`),
      post(`/members/${home.meera}/guest-link`),
    ],
    'invitations.create': async () => [
      post('/invitations', { role: 'viewer' }),
      post('/invitations', { role: 'manager' }),
    ],
    'subscriptions.create': async () => [
      post('/subscriptions', { ...draft, name: 'One' }),
      post('/subscriptions', { ...draft, name: 'Other' }),
    ],
    'subscriptions.update': async () => {
      const path = `/subscriptions/${await aSubscription()}`
      return [patch(path, splitOf(asha.memberId, ravi)), patch(path, splitOf(ravi))]
    },
    'lines.update': async () => {
      const { body } = await home.post('/subscriptions', { ...draft, name: 'On a line', line: '98765 11111' })
      const path = `/lines/${body.lineId}`
      return [patch(path, { name: 'One' }), patch(path, { name: 'Other' })]
    },
    'subscriptions.recordThemselves': async () => [
      post('/subscriptions/records-itself', { answer: 'no' }),
      post('/subscriptions/records-itself', { answer: 'fromToday' }),
    ],
    'subscriptions.renew': async () => {
      const { body } = await home.post('/subscriptions', {
        planId: 'jio-in-pre-299-28d',
        startsOn: '2026-11-20',
      })
      const path = `/subscriptions/${body.id}/renew`
      return [post(path, { payment: {} }), post(path, { payment: { method: 'cash' } })]
    },
    'subscriptions.act': async () => {
      const path = `/subscriptions/${await aSubscription()}/acts`
      return [
        post(path, { act: { kind: 'changePrice', price: { amount: 70_000, currency: 'INR' } } }),
        post(path, { act: { kind: 'changePrice', price: { amount: 80_000, currency: 'INR' } } }),
      ]
    },
    'subscriptions.cancel': on(aSubscription, (id) => `/subscriptions/${id}/cancel`),
    'subscriptions.reactivate': on(
      after(aSubscription, (id) => `/subscriptions/${id}/cancel`),
      (id) => `/subscriptions/${id}/reactivate`,
    ),
    'usage.record': async () => {
      const path = `/subscriptions/${await aSubscription()}/usage`
      return [post(path, { kind: 'hours', amount: 60 }), post(path, { kind: 'hours', amount: 90 })]
    },
    'usage.correct': async () => {
      const { body } = await home.post(`/subscriptions/${await aSubscription()}/usage`, {
        kind: 'hours',
        amount: 60,
      })
      return [patch(`/usage/${body.id}`, { amount: 90 }), patch(`/usage/${body.id}`, { amount: 120 })]
    },
    'billing.recordPayment': async () => amounts(`/charges/${await aCharge()}/payments`),
    'billing.payCharges': async () => {
      const [one, other] = await both(aCharge)
      return [post('/payments', { chargeIds: [one] }), post('/payments', { chargeIds: [other] })]
    },
    'billing.confirmDebits': async () => {
      const [one, other] = await both(aDebit)
      return [
        post('/debits/confirm', { paymentIds: [one] }),
        post('/debits/confirm', { paymentIds: [other] }),
      ]
    },
    'billing.denyDebit': async () => {
      const [one, other] = await both(aDebit)
      return [
        post(`/payments/${one}/deny`, { because: 'failed' }),
        post(`/payments/${other}/deny`, { because: 'somebodyElse', paidBy: ravi }),
      ]
    },
    'billing.correctCharge': async () => amounts(`/charges/${await aCharge()}/correct`, { reason: 'r' }),
    'billing.waiveCharge': on(aCharge, (id) => `/charges/${id}/waive`),
    'billing.unwaiveCharge': on(
      after(aCharge, (id) => `/charges/${id}/waive`),
      (id) => `/charges/${id}/unwaive`,
    ),
    'billing.refundCharge': async () =>
      amounts(`/charges/${await after(aCharge, (id) => `/charges/${id}/payments`)()}/refunds`),
    'billing.payFromCredit': async () => {
      const pack = await home.subscribe({ renewal: 'manual' })
      const [charge] = await home.chargesOf(pack)
      await home.pay(charge, { amount: inr(40_000), overpayment: true })
      const [one, other] = await both(aCharge)
      const body = { subscriptionId: pack.id, amount: inr(1000) }
      return [post(`/charges/${one}/from-credit`, body), post(`/charges/${other}/from-credit`, body)]
    },
    'billing.reversePayment': on(aPayment, (id) => `/payments/${id}/reverse`),
    'settlements.record': async () => {
      await oweRavi()
      return amounts('/settlements', { from: asha.memberId, to: ravi })
    },
    'settlements.confirm': on(aSettlement, (id) => `/settlements/${id}/confirm`),
    'settlements.undo': on(aSettlement, (id) => `/settlements/${id}/undo`),
  }
}

/** As after a crash between acts and their answers: whoever worked on them is gone, and does not say so. */
export async function loseAnswers(api: Api, { userId }: Person): Promise<void> {
  await api.postgres.pool.query(
    `update idempotent_answers set body = null, worked_on_by = gen_random_uuid(), started_at = $2 where user_id = $1`,
    [userId, new Date(api.clock.now() - 14_500).toISOString()],
  )
}
