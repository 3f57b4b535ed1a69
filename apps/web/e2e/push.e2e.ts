import type { CDPSession, Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { registerByApi } from './account-api.ts'
import { sees, type Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo, smallTargetsOf } from './inspection.ts'
import { looksRight } from './looks.ts'
import { enter, somebody } from './person.ts'
import { setStage } from './stage.ts'

/** A browser subscribes at a push service of its maker, which no test reaches; it stands in for that service, and nothing of ours. */
const pushService = () => {
  Object.defineProperty(Notification, 'permission', {
    get: () => localStorage.getItem('push-service') ?? 'default',
  })
  const keys = {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  }
  const subscription = {
    options: { applicationServerKey: null },
    toJSON: () => ({ endpoint: 'https://push.example.org/send/one', keys }),
    unsubscribe: async () => {
      sessionStorage.removeItem('push-subscribed')
      return true
    },
  }
  Object.assign(PushManager.prototype, {
    getSubscription: async () => (sessionStorage.getItem('push-subscribed') === null ? null : subscription),
    subscribe: async () => {
      localStorage.setItem('push-service', 'granted')
      sessionStorage.setItem('push-subscribed', 'yes')
      return subscription
    },
  })
}

const workerOf = async (session: CDPSession): Promise<string> => {
  const known = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first !== undefined) resolve(first.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  return known
}

const shown = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    return (await registration.getNotifications()).map(({ title, body }) => `${title}: ${body}`)
  })

describe('notifications on a device', () => {
  const stage = setStage({ now: '2037-11-23T06:00:00Z' })
  let visit: Visit
  let subscription = ''

  beforeAll(async () => {
    const person = somebody()
    const { call } = await registerByApi(stage.url, person)
    const { addSubscription } = await householdOf(call)
    const { id } = await addSubscription({
      name: 'Netflix',
      kind: 'ott',
      startsOn: '2037-11-03',
      interval: { count: 1, unit: 'month' },
      price: { amount: 64_900, currency: 'INR' },
      taxIncluded: true,
      renewal: 'automatic',
      pastPeriods: 'assumePaid',
    })
    subscription = `/subscriptions/${id}`
    visit = await stage.open({ hasTouch: true, serviceWorkers: 'allow' })
    await visit.page.context().grantPermissions(['notifications'])
    await visit.page.addInitScript(pushService)
    await enter(visit.page, person)
    await visit.page.evaluate(() => navigator.serviceWorker.ready)
  })
  afterEach(() => {
    expect(visit.complaints.splice(0)).toEqual([])
  })

  it('are asked for once, where a subscription is kept, with the reason', async () => {
    const { page } = visit
    await goTo(visit, subscription)
    await page.getByRole('heading', { name: 'Shall this device tell you in time?' }).waitFor()
    await looksRight(visit, 'push-question')
    expect(await smallTargetsOf(page)).toEqual([])
    await sees(page.getByText('This device gets notifications now.'), () =>
      page.getByRole('button', { name: 'Yes, tell me here' }).click(),
    )
    await goTo(visit, subscription)
    await page
      .getByRole('heading', { name: 'Shall this device tell you in time?' })
      .waitFor({ state: 'hidden' })
  })

  it('are switched off and on where the devices are', async () => {
    const { page } = visit
    await goTo(visit, '/settings/sessions')
    const card = page.getByRole('region', { name: 'Devices that get notifications' })
    await card.getByText('On', { exact: true }).waitFor()
    await looksRight(visit, 'devices')
    expect(await smallTargetsOf(page)).toEqual([])
    await card.getByRole('button', { name: 'Switch off' }).click()
    await card.getByText('Off', { exact: true }).waitFor()
    await card.getByText('None yet. Each is switched on on the device itself.').waitFor()
    await card.getByRole('button', { name: 'Switch on' }).click()
    await card.getByText('On', { exact: true }).waitFor()
  })

  it('stand once for one thing: the next word takes the place of the one before', async () => {
    const { page } = visit
    const session = await page.context().newCDPSession(page)
    const registrationId = await workerOf(session)
    const say = (id: string, body: string, tag = 'renewal') =>
      session.send('ServiceWorker.deliverPushMessage', {
        origin: stage.url,
        registrationId,
        data: JSON.stringify({ id, title: 'Netflix', body, path: subscription, tag }),
      })
    await say('one', 'in 3 days')
    await say('one', 'in 3 days')
    await expect.poll(() => shown(page)).toEqual(['Netflix: in 3 days'])
    await say('two', 'tomorrow')
    await say('three', 'another', 'other')
    await expect
      .poll(async () => (await shown(page)).toSorted())
      .toEqual(['Netflix: another', 'Netflix: tomorrow'])
  })
})
