import type { CalendarDate } from '@streamline/domain'
import { expect, it } from 'vitest'
import type { Client } from '../client.ts'
import type { KeptAct } from '../outbox/kept-act.ts'
import { ProblemError } from '../problem.ts'
import { actOnPush, type PushActing } from './push-act.ts'
import { pushDataIn, pushDataInText, type PushData } from './push-message.ts'

const on = '2026-12-03' as CalendarDate
const today = '2026-12-01' as CalendarDate
const charge = { id: 'charge', subscriptionId: 'water', dueOn: on }

const data: PushData = {
  kind: 'due',
  tag: 'due water 2026-12-03',
  path: '/subscriptions/water',
  messageId: 'message',
  about: { householdId: 'home', subscriptionId: 'water', on },
}

const offline = () => Promise.reject(new ProblemError('offline', 0))

const aPhone = (answers: { charges?: () => Promise<unknown>; snooze?: () => Promise<unknown> } = {}) => {
  const kept: KeptAct[] = []
  const client = {
    billing: { listCharges: answers.charges ?? (() => Promise.resolve({ items: [charge] })) },
    inbox: { snooze: answers.snooze ?? (() => Promise.resolve({})) },
  } as unknown as Client
  const acting: PushActing = {
    client,
    keep: (act) => {
      if (!kept.some(({ key }) => key === act.key)) kept.push(act)
      return Promise.resolve()
    },
    sendAll: offline,
    seenCharges: () => [charge],
    today,
    now: 0,
    keyOf: (text) => Promise.resolve(`key of ${text}`),
    nameOf: () => 'Water',
  }
  return { acting, kept }
}

it('"paid" is a payment of that charge, on the day it was pressed, and pressed twice it is one', async () => {
  const { acting, kept } = aPhone()
  expect(await actOnPush('paid', data, acting)).toBe('done')
  expect(await actOnPush('paid', data, acting)).toBe('done')
  expect(kept).toMatchObject([
    {
      kind: 'payment',
      householdId: 'home',
      input: { id: 'charge', paidOn: today },
      about: { name: 'Water' },
    },
  ])
})

it('while nobody answers it is the charge that the phone saw last', async () => {
  const { acting, kept } = aPhone({ charges: offline })
  expect(await actOnPush('paid', data, acting)).toBe('done')
  expect(kept).toMatchObject([{ kind: 'payment', input: { id: 'charge' } }])
})

it('a charge that is not there any more is looked at instead', async () => {
  const { acting, kept } = aPhone({ charges: () => Promise.resolve({ items: [] }) })
  expect(await actOnPush('paid', data, acting)).toBe('open')
  expect(kept).toEqual([])
})

it('"recharged" is the recharge of that subscription', async () => {
  const { acting, kept } = aPhone()
  expect(await actOnPush('recharged', { ...data, kind: 'expiry' }, acting)).toBe('done')
  expect(kept).toMatchObject([{ kind: 'recharge', input: { id: 'water', renewedOn: today, payment: {} } }])
})

it('what can be told to nobody is put off by the phone itself', async () => {
  expect(await actOnPush('snooze', data, aPhone().acting)).toBe('done')
  expect(await actOnPush('snooze', data, aPhone({ snooze: offline }).acting)).toBe('later')
  expect(await actOnPush('snooze', { ...data, messageId: null }, aPhone().acting)).toBe('later')
})

it('what comes along is read, and leads nowhere but to a page of ours', () => {
  expect(pushDataIn(data)).toEqual(data)
  expect(pushDataInText(JSON.stringify({ ...data, id: 'x' }))).toEqual(data)
  expect(pushDataIn({ ...data, path: 'https://evil.example' })?.path).toBe('/home')
  expect(pushDataIn({ ...data, about: { householdId: 'home', on: 'soon' } })?.about).toBeNull()
  expect([pushDataIn(null), pushDataIn({ kind: 'due' }), pushDataInText('{'), pushDataInText(7)]).toEqual([
    null,
    null,
    null,
    null,
  ])
})
