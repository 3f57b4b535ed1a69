import type { CalendarDate } from '@streamline/domain'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NextMessages } from '../answers.ts'
import { GRACE_MS, localReminders, localReminderText, reconciledReminders } from './local-reminders.ts'

type Message = NextMessages['messages'][number]

const day = 86_400_000
const now = Date.UTC(2026, 10, 30, 6)
const nothing = { told: new Map<string, number>(), settledIds: new Set<string>() }

const message = (at: number, tag: string, more: Partial<NonNullable<Message['push']>> = {}): Message => ({
  at: new Date(at).toISOString(),
  on: '2026-12-03' as CalendarDate,
  time: '09:00',
  channels: ['inbox'],
  title: tag,
  text: tag,
  about: [],
  push: {
    tag,
    kind: 'due',
    title: `${tag} is due`,
    body: 'Pay it',
    path: '/subscriptions/water',
    about: { householdId: 'home', subscriptionId: 'water', on: '2026-12-03' as CalendarDate },
    ...more,
  },
})

describe('what a phone says by itself', () => {
  it('is said under the same tag as the message that did not come, with what can be done about it', () => {
    expect(localReminders([message(now + day, 'due water')], now, nothing)).toEqual([
      {
        name: 'due water',
        at: now + day + GRACE_MS,
        title: 'due water is due',
        body: 'Pay it',
        channel: 'due',
        category: 'pay',
        data: {
          kind: 'due',
          tag: 'due water',
          path: '/subscriptions/water',
          messageId: null,
          about: { householdId: 'home', subscriptionId: 'water', on: '2026-12-03' },
        },
      },
    ])
  })

  it('is nothing where no message on phones is wanted, and nothing of what was paid here', () => {
    const unwanted = { ...message(now + day, 'a'), push: null }
    expect(localReminders([unwanted], now, nothing)).toEqual([])
    const settledIds = new Set(['water'])
    expect(localReminders([message(now + day, 'a')], now, { ...nothing, settledIds })).toEqual([])
  })

  it('is not said again once the message came; the next word about the same is', () => {
    const [at, next] = [now - 60_000, now + 2 * day]
    const told = new Map([['a', now]])
    const said = localReminders([message(at, 'a'), message(next, 'a')], now, { ...nothing, told })
    expect(said.map((one) => [one.name, one.at])).toEqual([['a', next + GRACE_MS]])
  })
})

const messages = fc.array(
  fc.record({ days: fc.integer({ min: -3, max: 20 }), tag: fc.constantFrom('a', 'b', 'c') }),
  { maxLength: 40 },
)

it('whatever comes: each has its own name, the next of a tag has the tag, and none lies behind', () => {
  fc.assert(
    fc.property(messages, (some) => {
      const said = localReminders(
        some.map(({ days, tag }) => message(now + days * day, tag)),
        now,
        nothing,
      )
      expect(said.every(({ at }) => at > now)).toBe(true)
      expect(said.map(({ at }) => at)).toEqual(said.map(({ at }) => at).toSorted((a, b) => a - b))
      for (const tag of ['a', 'b', 'c'])
        expect(said.find((one) => one.data.tag === tag)?.name ?? tag).toBe(tag)
    }),
  )
})

it('planning again leaves what stays, and ends with what is wanted', () => {
  fc.assert(
    fc.property(messages, messages, (before, after) => {
      const wantedOf = (some: typeof before) =>
        localReminders(
          some.map(({ days, tag }) => message(now + days * day, tag)),
          now,
          nothing,
        )
      const planned = new Map(wantedOf(before).map((one) => [one.name, localReminderText(one)]))
      const wanted = wantedOf(after)
      const { cancel, plan } = reconciledReminders(
        [...planned].map(([name, text]) => ({ name, text })),
        wanted,
      )
      for (const name of cancel) planned.delete(name)
      for (const one of plan) planned.set(one.name, localReminderText(one))
      const should = new Map(wanted.map((one) => [one.name, localReminderText(one)]))
      expect(Object.fromEntries(planned)).toEqual(Object.fromEntries(should))
    }),
  )
})
