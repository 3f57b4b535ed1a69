import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inr, on } from '../test-drafts.ts'
import { addDays } from '../time/calendar.ts'
import { assumedOccasions } from './assumed.ts'
import { foldedMessages } from './folded.ts'
import { remindersOf, type Snooze, type Wishes } from './planned.ts'
import { defaultPreferences, type ReminderRule } from './preferences.ts'
import { reconcileReminders, type StoredReminder, type TimedReminder } from './reconcile-reminders.ts'
import { NEWS_LEAD, reminderKeyText, reminderKinds, type Occasion, type ReminderKind } from './reminder.ts'
import { toldOf } from './told.ts'

const occasion = (kind: ReminderKind, day: string, changes: Partial<Occasion> = {}): Occasion => ({
  kind,
  subjectId: 'netflix',
  subscriptionId: 'netflix',
  on: on(day),
  from: null,
  until: on(day),
  amount: inr(64_900),
  concerned: 'payer',
  isNews: false,
  nextOn: null,
  count: 1,
  ...changes,
})

const wishes = (changes: Partial<Wishes> = {}): Wishes => ({
  preferences: defaultPreferences,
  snoozes: [],
  muted: new Set(),
  ...changes,
})

const ruled = (kind: ReminderKind, rule: Partial<ReminderRule>): Wishes => {
  const { rules } = defaultPreferences
  return wishes({
    preferences: { ...defaultPreferences, rules: { ...rules, [kind]: { ...rules[kind], ...rule } } },
  })
}

const daysOf = (occasions: readonly Occasion[], asked: Wishes) =>
  remindersOf(occasions, asked).map(({ sendOn, lead }) => [sendOn, lead])

const due = (subjectId: string, lead: number, isLate = false) =>
  ({ kind: 'renewal', subjectId, on: on('2026-12-20'), lead, isLate }) as const

const person = (memberId: string, changes = {}) => ({
  memberId,
  mayPay: true,
  mayChange: true,
  actsForAll: false,
  ...changes,
})

const put = (kind: ReminderKind, day: string, until: string) =>
  wishes({ snoozes: [{ kind, subjectId: 'netflix', on: on(day), untilOn: on(until) }] })

describe('remindersOf', () => {
  const renewal = occasion('renewal', '2026-12-20')

  it('speaks 7, 3 and 1 days ahead and on the day unless told otherwise', () => {
    expect(daysOf([renewal], wishes())).toEqual([
      ['2026-12-13', 7],
      ['2026-12-17', 3],
      ['2026-12-19', 1],
      ['2026-12-20', 0],
    ])
    expect(daysOf([renewal], ruled('renewal', { leadDays: [2] }))).toEqual([['2026-12-18', 2]])
  })

  it('speaks of one subscription on days of its own, of what is overdue on those of its kind', () => {
    const own = wishes({ leadDays: new Map([['netflix', [5]]]) })
    const overdue = occasion('overdue', '2026-12-20', { from: on('2026-12-21'), until: null })
    const other = occasion('renewal', '2026-12-20', { subjectId: 'prime', subscriptionId: 'prime' })
    expect(daysOf([renewal], own)).toEqual([['2026-12-15', 5]])
    expect(daysOf([overdue], own)).toEqual(daysOf([overdue], wishes()))
    expect(daysOf([other], own)).toEqual(daysOf([other], wishes()))
    const weekly = occasion('assumed', '2026-12-21', { subscriptionId: null, subjectId: 'home' })
    expect(daysOf([weekly], own)).toEqual([['2026-12-21', 0]])
    expect(daysOf([renewal], wishes({ leadDays: new Map([['netflix', []]]) }))).toEqual([])
  })

  it('speaks of what is overdue 1, 3 and 7 days after', () => {
    const overdue = occasion('overdue', '2026-12-20', { from: on('2026-12-21'), until: null })
    expect(daysOf([overdue], wishes())).toEqual([
      ['2026-12-21', -1],
      ['2026-12-23', -3],
      ['2026-12-27', -7],
    ])
  })

  it('never speaks before there is something to say', () => {
    const bill = occasion('due', '2026-12-20', { from: on('2026-12-18') })
    expect(daysOf([bill], wishes())).toEqual([
      ['2026-12-19', 1],
      ['2026-12-20', 0],
    ])
  })

  it('says nothing of a kind without a channel, or of a subscription that is muted', () => {
    expect(
      daysOf([renewal], ruled('renewal', { email: false, inbox: false, push: false, webhook: false })),
    ).toEqual([])
    expect(daysOf([renewal], wishes({ muted: new Set(['netflix']) }))).toEqual([])
  })

  it('speaks again on the day until which it was snoozed, and not before', () => {
    const snooze: Snooze = {
      kind: 'renewal',
      subjectId: 'netflix',
      on: on('2026-12-20'),
      untilOn: on('2026-12-18'),
    }
    const snoozed = wishes({ snoozes: [snooze] })
    expect(daysOf([renewal], snoozed)).toEqual([
      ['2026-12-18', 2],
      ['2026-12-19', 1],
      ['2026-12-20', 0],
    ])
    const past = { ...snooze, untilOn: on('2026-12-23') }
    expect(daysOf([renewal], wishes({ snoozes: [past] }))).toEqual([])
  })

  describe('of a matter that somebody put off', () => {
    const overdue = occasion('overdue', '2026-12-20', { from: on('2026-12-21'), until: null })

    it('is silent about the overdue bill that a debit has become, and speaks of it on the day', () => {
      for (const kind of ['renewal', 'due', 'overdue'] as const)
        expect(daysOf([renewal, overdue], put(kind, '2026-12-20', '2026-12-22'))).toEqual([
          ['2026-12-22', -2],
          ['2026-12-23', -3],
          ['2026-12-27', -7],
        ])
    })

    it('speaks of the bills before and after it as ever', () => {
      const next = occasion('renewal', '2027-01-20')
      expect(daysOf([next], put('renewal', '2026-12-20', '2027-01-18'))).toEqual(daysOf([next], wishes()))
    })

    it('is silent about the debit that a trial, or a decision, has led to meanwhile', () => {
      for (const kind of ['trialEnding', 'decideBy'] as const) {
        expect(daysOf([renewal, overdue], put(kind, '2026-12-19', '2026-12-21'))).toEqual([
          ['2026-12-21', -1],
          ['2026-12-23', -3],
          ['2026-12-27', -7],
        ])
        expect(daysOf([renewal], put(kind, '2026-12-10', '2026-12-12'))).toEqual(daysOf([renewal], wishes()))
      }
    })

    it('is silent about debits to check beyond the next Monday, and speaks of them in the middle of a week', () => {
      const put7 = wishes({
        snoozes: [{ kind: 'assumed', subjectId: 'home', on: on('2026-11-30'), untilOn: on('2026-12-09') }],
      })
      const asked = (today: string) =>
        daysOf(assumedOccasions('home', { count: 1, total: null }, on(today)), put7)
      expect(asked('2026-12-02')).toEqual([['2026-12-09', -2]])
      expect(asked('2026-12-09')).toContainEqual(['2026-12-09', -2])
      expect(asked('2026-12-15')).toContainEqual(['2026-12-21', 0])
    })
  })

  it('tells news once, as soon as may be', () => {
    const claim = occasion('claim', '2026-12-01', { isNews: true, until: null })
    expect(daysOf([claim], wishes())).toEqual([[null, NEWS_LEAD]])
  })

  it('plans each reminder once, whatever comes twice', () => {
    const kinds = fc.constantFrom(...reminderKinds)
    const days = fc.integer({ min: 0, max: 20 }).map((n) => addDays(on('2026-12-01'), n))
    const one = fc
      .record({ kind: kinds, day: days, subject: fc.constantFrom('a', 'b') })
      .map(({ kind, day, subject }) =>
        occasion(kind, day, { subjectId: subject, subscriptionId: subject, until: null }),
      )
    const snooze = fc.record({ kind: kinds, subjectId: fc.constantFrom('a', 'b'), on: days, untilOn: days })
    fc.assert(
      fc.property(fc.array(one), fc.array(snooze), (occasions, snoozes) => {
        const asked = wishes({ snoozes })
        const keys = remindersOf([...occasions, ...occasions], asked).map(reminderKeyText)
        expect(new Set(keys).size).toBe(keys.length)
        for (const { kind, subjectId, on: day, sendOn } of remindersOf(occasions, asked))
          for (const { untilOn } of snoozes.filter(
            (each) => each.kind === kind && each.subjectId === subjectId && each.on === day,
          ))
            expect(sendOn === null || sendOn >= untilOn).toBe(true)
      }),
    )
  })
})

describe('reconcileReminders', () => {
  const key = fc.record({
    kind: fc.constantFrom(...reminderKinds),
    subjectId: fc.constantFrom('a', 'b'),
    on: fc.integer({ min: 0, max: 3 }).map((n) => addDays(on('2026-12-01'), n)),
    lead: fc.constantFrom(-1, 0, 7),
  })
  const byKey = { selector: reminderKeyText }
  const wanted = fc.uniqueArray(
    fc.record({ key, sendAt: fc.integer({ min: 0, max: 100 }), isFloating: fc.boolean() }),
    { selector: ({ key: one }) => reminderKeyText(one) },
  )
  const stored = fc
    .uniqueArray(key, byKey)
    .chain((keys) =>
      fc.tuple(
        ...keys.map((one, at) =>
          fc
            .record({ sendAt: fc.integer({ min: 0, max: 100 }), isSent: fc.boolean() })
            .map((rest) => ({ ...one, ...rest, id: String(at) })),
        ),
      ),
    )
  const times = fc.record({
    now: fc.integer({ min: 0, max: 100 }),
    plannedUntil: fc.option(fc.integer({ min: 0, max: 100 })),
  })

  it('leaves what should be there, touches nothing that was sent, and a second run changes nothing', () => {
    fc.assert(
      fc.property(wanted, stored, times, (asked, there, moment) => {
        const want: TimedReminder[] = asked.map(({ key: one, ...rest }) => ({ ...one, ...rest }))
        const { added, moved, removed } = reconcileReminders(want, there, moment)
        const sent = new Set(there.filter(({ isSent }) => isSent).map(({ id }) => id))
        for (const id of [...removed, ...moved.map((one) => one.id)]) expect(sent.has(id)).toBe(false)
        const after: StoredReminder[] = [
          ...there
            .filter(({ id }) => !removed.includes(id))
            .map((one) => ({ ...one, sendAt: moved.find(({ id }) => id === one.id)?.sendAt ?? one.sendAt })),
          ...added.map((one, at) => ({ ...one, id: `new ${at}`, isSent: false })),
        ]
        const keys = after.map(reminderKeyText)
        expect(new Set(keys).size).toBe(keys.length)
        const wantedKeys = new Set(want.map(reminderKeyText))
        for (const one of after) expect(one.isSent || wantedKeys.has(reminderKeyText(one))).toBe(true)
        for (const one of want) if (one.sendAt >= moment.now) expect(keys).toContain(reminderKeyText(one))
        expect(reconcileReminders(want, after, moment)).toEqual({ added: [], moved: [], removed: [] })
      }),
    )
  })

  const one = { kind: 'renewal', subjectId: 'a', on: on('2026-12-20'), lead: 7, isFloating: false } as const

  it('does not tell late what nobody asked for in time', () => {
    expect(reconcileReminders([{ ...one, sendAt: 50 }], [], { now: 60, plannedUntil: null }).added).toEqual(
      [],
    )
    expect(reconcileReminders([{ ...one, sendAt: 50 }], [], { now: 60, plannedUntil: 80 }).added).toEqual([])
  })

  it('catches up what a standstill beyond all plans has missed', () => {
    const { added } = reconcileReminders([{ ...one, sendAt: 50 }], [], { now: 60, plannedUntil: 40 })
    expect(added).toHaveLength(1)
  })
})

describe('foldedMessages', () => {
  it('makes one message of each, one of all that is late, and one of all where a digest is asked for', () => {
    const all = [due('a', 1), due('b', 1), due('c', 3, true), due('d', 3, true)]
    const names = (digest: boolean) =>
      foldedMessages(all, digest).messages.map((each) => each.map(({ subjectId }) => subjectId))
    expect(names(false)).toEqual([['c', 'd'], ['a'], ['b']])
    expect(names(true)).toEqual([['a', 'b', 'c', 'd']])
    expect(foldedMessages([], true).messages).toEqual([])
  })

  it('says of an occasion only the latest', () => {
    const { messages, superseded } = foldedMessages(
      [due('a', 7, true), due('a', 3, true), due('a', 1)],
      false,
    )
    expect(messages).toEqual([[due('a', 1)]])
    expect(superseded).toEqual([due('a', 7, true), due('a', 3, true)])
  })
})

describe('toldOf', () => {
  const kept = { visibility: 'shared', ownerId: 'asha', managedBy: 'ravi', paidBy: 'dadi' } as const

  it('tells who pays, or who keeps it, and the next who can where they cannot', () => {
    const people = [person('asha'), person('ravi')]
    expect(toldOf('payer', kept, [...people, person('dadi')])).toBe('dadi')
    expect(toldOf('manager', kept, [...people, person('dadi')])).toBe('ravi')
    expect(toldOf('payer', kept, people)).toBe('ravi')
    expect(toldOf('payer', kept, [person('ravi', { mayPay: false }), person('asha')])).toBe('asha')
    expect(toldOf('payer', kept, [person('meera', { actsForAll: true })])).toBe('meera')
    expect(toldOf('payer', kept, [person('meera')])).toBe(null)
  })

  it('tells what is private to its owner or to nobody', () => {
    const secret = { ...kept, visibility: 'private' } as const
    const others = [person('ravi'), person('dadi'), person('meera', { actsForAll: true })]
    expect(toldOf('payer', secret, others)).toBe(null)
    expect(toldOf('payer', secret, [...others, person('asha')])).toBe('asha')
  })
})
