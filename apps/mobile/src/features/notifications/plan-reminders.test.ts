import AsyncStorage from '@react-native-async-storage/async-storage'
import type { NextMessages } from '@streamline/client'
import type { CalendarDate } from '@streamline/domain'
import { QueryClient } from '@tanstack/react-query'
import { answeredIn, dataOfMessage } from './answered-in.ts'
import { notices } from './notices'
import { forgetReminders, planReminders } from './plan-reminders.ts'
import { putOff } from './put-off.ts'
import { noteTold, readTold } from './told.ts'

interface Scheduled {
  identifier: string
  content: { title: string; body: string; categoryIdentifier?: string; data: Record<string, unknown> }
  trigger: { date: number; channelId: string }
}

const mockScheduled = new Map<string, Scheduled>()
const mockCategories = new Map<string, { identifier: string; options: { opensAppToForeground: boolean } }[]>()
const mockChannels = new Map<string, { name: string; importance: number }>()

/** What Android does; nothing of it is there where tests run. */
jest.mock('expo-notifications', () => ({
  AndroidImportance: { HIGH: 4, DEFAULT: 3 },
  SchedulableTriggerInputTypes: { DATE: 'date' },
  scheduleNotificationAsync: (request: Scheduled) =>
    Promise.resolve(void mockScheduled.set(request.identifier, request)),
  cancelScheduledNotificationAsync: (name: string) => Promise.resolve(void mockScheduled.delete(name)),
  getAllScheduledNotificationsAsync: () => Promise.resolve([...mockScheduled.values()]),
  setNotificationCategoryAsync: (id: string, buttons: never[]) =>
    Promise.resolve(void mockCategories.set(id, buttons)),
  setNotificationChannelAsync: (id: string, channel: never) =>
    Promise.resolve(void mockChannels.set(id, channel)),
  setNotificationHandler: () => undefined,
  getDevicePushTokenAsync: () => Promise.reject(new Error('Default FirebaseApp is not initialized')),
}))

const day = 86_400_000
const now = Date.UTC(2026, 10, 30, 6)

const messages: NextMessages['messages'] = [1, 4].map((days) => ({
  at: new Date(now + days * day).toISOString(),
  on: '2026-12-01' as CalendarDate,
  time: '09:00',
  channels: ['inbox'],
  title: 'Water',
  text: 'Pay it',
  about: [],
  push: {
    tag: 'due water 2026-12-05',
    kind: 'due',
    title: `Water: due in ${5 - days} days`,
    body: 'Pay it',
    path: '/subscriptions/water',
    about: { householdId: 'home', subscriptionId: 'water', on: '2026-12-05' as CalendarDate },
  },
}))

const seen = (some = messages) => {
  const queries = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } })
  queries.setQueryData(['households', 'home', 'reminders', 'next'], { messages: some })
  return queries
}

const names = (): string[] => [...mockScheduled.keys()]
const nobody = new Set<string>()

beforeEach(async () => {
  mockScheduled.clear()
  await AsyncStorage.clear()
})

test('what the phone saw last it says by itself, in the channel and under the tag of the message that may not come', async () => {
  await planReminders(seen(), nobody, now)
  expect([...mockScheduled.values()][0]).toMatchObject({
    identifier: 'due water 2026-12-05',
    content: { title: 'Water: due in 4 days', categoryIdentifier: 'pay' },
    trigger: { date: now + day + 20 * 60_000, channelId: 'due' },
  })
  expect(names()).toHaveLength(2)
})

test('planning again changes nothing where nothing changed, and takes back what is not to be said any more', async () => {
  await planReminders(seen(), nobody, now)
  const before = [...mockScheduled.values()]
  await planReminders(seen(), nobody, now)
  expect([...mockScheduled.values()]).toEqual(before)
  await planReminders(seen(), new Set(['water']), now)
  expect(names()).toEqual([])
})

test('a message that came is not said again by the phone, also after a restart; the next word about it is', async () => {
  const came = now + day + 1000
  await planReminders(seen(), nobody, now)
  await noteTold('due water 2026-12-05', came)
  expect([...(await readTold())]).toEqual([['due water 2026-12-05', came]])
  await planReminders(seen(), nobody, came)
  expect([...mockScheduled.values()]).toMatchObject([
    { identifier: 'due water 2026-12-05', content: { title: 'Water: due in 1 days' } },
  ])
})

test('what somebody put off while nobody could be told comes a day later, whatever is planned meanwhile', async () => {
  await planReminders(seen(), nobody, now)
  const planned = mockScheduled.get('due water 2026-12-05')
  const answered = answeredIn({
    actionIdentifier: 'snooze',
    notification: { request: { content: planned?.content } },
  })
  expect(answered).toMatchObject({ button: 'snooze', title: 'Water: due in 4 days' })
  if (answered !== null) await putOff(answered, now)
  await planReminders(seen([]), nobody, now)
  expect([...mockScheduled.values()]).toMatchObject([
    { identifier: 'later due water 2026-12-05', trigger: { date: now + day } },
  ])
  await forgetReminders()
  expect(names()).toEqual([])
})

test('a message that was sent is read from the text that came along with it', () => {
  const body = JSON.stringify({
    id: 'x',
    kind: 'due',
    tag: 't',
    path: '/subscriptions/water',
    messageId: 'm',
    about: null,
  })
  const data = { kind: 'due', tag: 't', path: '/subscriptions/water', messageId: 'm', about: null }
  expect(dataOfMessage({ notification: null, data: { dataString: body, title: 'Water' } })).toEqual(data)
  const content = { title: 'Water', body: 'Pay it', dataString: body }
  expect(
    answeredIn({
      actionIdentifier: 'expo.modules.notifications.actions.DEFAULT',
      notification: { request: { content } },
    }),
  ).toEqual({
    button: null,
    data,
    title: 'Water',
    body: 'Pay it',
  })
  expect(answeredIn({ notification: { request: { content: { data: { of: 'another app' } } } } })).toBeNull()
})

test('buttons work without opening the app, and a build without a push service has no token', async () => {
  await notices.prepare({
    channels: [{ id: 'due', name: 'A bill is to be paid', isUrgent: true }],
    buttons: { paid: 'Paid', recharged: 'Recharged', snooze: 'Tomorrow' },
  })
  expect(mockChannels.get('due')).toEqual({ name: 'A bill is to be paid', importance: 4 })
  expect([...mockCategories].map(([id, some]) => [id, some.map(({ identifier }) => identifier)])).toEqual([
    ['pay', ['paid', 'snooze']],
    ['recharge', ['recharged', 'snooze']],
    ['later', ['snooze']],
  ])
  expect([...mockCategories.values()].flat().some(({ options }) => options.opensAppToForeground)).toBe(false)
  expect(await notices.token()).toBeNull()
})
