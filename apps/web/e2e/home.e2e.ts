import { beforeEach, describe, expect, it } from 'vitest'
import { registerByApi, verifyByApi, type Call } from './account-api.ts'
import { phone, sees, type Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo, settle, smallTargetsOf } from './inspection.ts'
import { looksRight } from './looks.ts'
import { enter, somebody } from './person.ts'
import { setStage } from './stage.ts'

const monthly = (name: string, startsOn: string, amount: number, more: object = {}) => ({
  name,
  kind: 'ott',
  startsOn,
  interval: { count: 1, unit: 'month' },
  price: { amount, currency: 'INR' },
  ...more,
})

const pack = (name: string, startsOn: string) => ({
  ...monthly(name, startsOn, 29_900),
  kind: 'mobile',
  interval: { count: 28, unit: 'day' },
  renewal: 'manual',
  pastPeriods: 'assumePaid',
})

describe('what Home asks', () => {
  const stage = setStage({ now: '2036-11-25T05:00:00Z' })
  let visit: Visit
  let call: Call
  let home: string
  let household: Awaited<ReturnType<typeof householdOf>>

  beforeEach(async () => {
    const person = somebody()
    ;({ call } = await registerByApi(stage.url, person))
    await verifyByApi(stage.url, person.email)
    household = await householdOf(call)
    const me = await call<{ households: { id: string }[] }>('GET', '/v1/me')
    home = `/v1/households/${me.households[0]?.id}`
    visit = await stage.open({ viewport: phone, hasTouch: true })
    await enter(visit.page, person)
  })

  const needs = () => visit.page.getByRole('region', { name: 'Needs you today' })

  it('five things on the first screen of a phone, each with its action beside the amount', async () => {
    const { page } = visit
    const ravi = await household.addMember('Ravi')
    const old = monthly('Netflix', '2036-08-05', 64_900)
    await household.addSubscription(old)
    await household.addSubscription(pack('Vi', '2036-10-20'))
    await household.addSubscription(monthly('Spotify', '2036-11-24', 11_900))
    await household.addSubscription(monthly('Crunchyroll Mega Fan of the whole family', '2036-11-25', 7_900))
    await household.addSubscription(pack('Jio', '2036-10-31'))
    const hotstar = await household.addSubscription(
      monthly('Hotstar', '2036-11-25', 60_000, {
        split: { kind: 'equal', memberIds: [household.you, ravi] },
      }),
    )
    await household.addSubscription(monthly('Far away', '2036-11-30', 9_900))
    await goTo(visit, '/home')
    await needs().getByText('4 unpaid since 5 Aug').waitFor()
    expect(await needs().getByText('Far away').count()).toBe(0)
    const rows = needs().getByRole('listitem')
    const bottoms = await Promise.all(
      [0, 1, 2, 3, 4].map(async (at) => {
        const box = await rows.nth(at).boundingBox()
        return (box?.y ?? 0) + (box?.height ?? 0)
      }),
    )
    const bar = await page.getByRole('navigation', { name: 'Main' }).boundingBox()
    expect(Math.max(...bottoms)).toBeLessThanOrEqual(bar?.y ?? 0)
    expect(await smallTargetsOf(page)).toEqual([])
    await looksRight(visit, 'home-needs')
    await page.setViewportSize(phone)

    // Each of several by itself, with a way back.
    await needs().getByRole('button', { name: 'Show each: Netflix' }).click()
    await sees(page.getByText('Netflix: ₹649 marked paid'), () =>
      needs().getByRole('button', { name: 'Mark paid: Netflix, ₹649' }).first().click(),
    )
    await needs().getByText('3 unpaid since 5 Sep').waitFor()

    // What a person without an account got, whoever looks after the household is asked about.
    const { items } = await call<{ items: { id: string }[] }>(
      'GET',
      `${home}/charges?subscriptionId=${hotstar['id']}`,
    )
    await call('POST', `${home}/charges/${items[0]?.id}/payments`, { paidBy: ravi })
    await call('POST', `${home}/settlements`, {
      from: household.you,
      to: ravi,
      amount: { amount: 30_000, currency: 'INR' },
      settledOn: '2036-11-25',
    })
    await needs()
      .getByText(/gave Ravi ₹300/)
      .waitFor()
    await settle(visit)
    await looksRight(visit, 'home-arrival')
    await sees(page.getByText(/₹300 from .* has arrived/), () =>
      needs()
        .getByRole('button', { name: /^It arrived/ })
        .click(),
    )
    await needs()
      .getByText(/gave Ravi ₹300/)
      .waitFor({ state: 'hidden' })
  })

  it('what a month came to, where its bar is pressed', async () => {
    const { page } = visit
    await household.addSubscription(monthly('Netflix', '2036-08-05', 64_900))
    await goTo(visit, '/home')
    const chart = page.getByRole('figure', { name: 'Charges due per month' })
    await chart.getByRole('button', { name: /^October: ₹649/ }).click()
    await chart.locator('figcaption').getByText('₹649', { exact: true }).waitFor()
    expect(await smallTargetsOf(page)).toEqual([])
    await looksRight(visit, 'home-chart')
  })

  it('a stopped pack is recharged or dropped at once', async () => {
    const { page } = visit
    await household.addSubscription(pack('Vi', '2036-10-20'))
    await goTo(visit, '/home')
    await needs().getByRole('button', { name: 'Recharge: Vi' }).waitFor()
    await sees(page.getByText('Vi is dropped. It asks for nothing any more.'), () =>
      needs().getByRole('button', { name: 'I dropped it: Vi' }).click(),
    )
    await needs().getByText('Nothing needs you today.').waitFor()
  })
})
