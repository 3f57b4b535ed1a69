import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { registerByApi } from './account-api.ts'
import { phone, sees, type Visit } from './browser.ts'
import { moveClock } from './clock.ts'
import { householdOf } from './household-api.ts'
import { goTo, settle, smallTargetsOf } from './inspection.ts'
import { looksRight } from './looks.ts'
import { enter, somebody } from './person.ts'
import { setStage } from './stage.ts'

describe('what somebody is told', () => {
  const stage = setStage({ now: '2037-11-23T06:00:00Z' })
  let visit: Visit

  beforeAll(async () => {
    const person = somebody()
    const { call } = await registerByApi(stage.url, person)
    const { addSubscription } = await householdOf(call)
    await addSubscription({
      name: 'Netflix',
      kind: 'ott',
      startsOn: '2037-11-03',
      interval: { count: 1, unit: 'month' },
      price: { amount: 64_900, currency: 'INR' },
      taxIncluded: true,
      renewal: 'automatic',
      pastPeriods: 'assumePaid',
    })
    visit = await stage.open({ viewport: phone, hasTouch: true })
    await enter(visit.page, person)
  })
  afterEach(() => {
    expect(visit.complaints.splice(0)).toEqual([])
  })

  it('is theirs to say, and what comes next follows at once', async () => {
    const { page } = visit
    await goTo(visit, '/settings/notifications')
    const next = page.getByRole('region', { name: 'What comes next' })
    await next.getByText('Netflix: ₹649 in 7 days').waitFor()
    await next.getByText('Letters reach you once your e-mail is verified.').waitFor()
    const row = page.getByRole('row', { name: /^A debit is coming/ })
    await row.getByRole('button', { name: '7 days before' }).click()
    await page.getByLabel('Time of day').fill('08:30')
    await settle(visit)
    await looksRight(visit, 'notifications')
    expect(await smallTargetsOf(page)).toEqual([])
    await sees(page.getByText('Saved.'), () =>
      page.getByRole('button', { name: 'Save', exact: true }).click(),
    )
    await next.getByText('Netflix: ₹649 in 7 days').waitFor({ state: 'hidden' })
    await next.getByText(/30 Nov.*, 08:30/).waitFor()
    await sees(page.getByText('You hear nothing of Netflix any more.'), () =>
      next.getByRole('button', { name: 'Mute Netflix' }).first().click(),
    )
    await next.getByText('Nothing to tell').waitFor()
    await sees(page.getByText('You hear of Netflix again.'), () =>
      page.getByRole('button', { name: 'Unmute Netflix' }).click(),
    )
    await next.getByText(/30 Nov.*, 08:30/).waitFor()
  })

  it('is said of one subscription on its own page: on other days, or nothing', async () => {
    const { page } = visit
    await goTo(visit, '/subscriptions')
    await page
      .getByRole('link', { name: /Netflix/ })
      .first()
      .click()
    const card = page.getByRole('region', { name: 'What you are told of it' })
    await card.getByRole('checkbox', { name: 'On days of its own' }).check()
    await card.getByRole('button', { name: '3 days before', pressed: true }).waitFor()
    await card.getByRole('button', { name: '14 days before' }).click()
    await card.getByRole('button', { name: '14 days before', pressed: true }).waitFor()
    await settle(visit)
    await looksRight(visit, 'reminders-of-one')
    expect(await smallTargetsOf(page)).toEqual([])
    await card.getByRole('checkbox', { name: 'Tell me nothing of it' }).check()
    await card.getByRole('checkbox', { name: 'On days of its own' }).waitFor({ state: 'hidden' })
    await goTo(visit, '/settings/notifications')
    const next = page.getByRole('region', { name: 'What comes next' })
    await sees(page.getByText('You hear of Netflix again.'), () =>
      page.getByRole('button', { name: 'Unmute Netflix' }).click(),
    )
    await next.getByText('Netflix: ₹649 in 3 days').waitFor()
    await goTo(visit, '/subscriptions')
    await page
      .getByRole('link', { name: /Netflix/ })
      .first()
      .click()
    await card.getByRole('checkbox', { name: 'On days of its own' }).uncheck()
    await card.getByRole('button', { name: '14 days before' }).waitFor({ state: 'hidden' })
  })

  it('waits in the inbox, counts at the bell, is opened, put off and read', async () => {
    const { page } = visit
    await moveClock(stage.url, '2037-11-30T03:00:00Z')
    await goTo(visit, '/home')
    await page.getByRole('link', { name: 'Inbox 1 new message' }).click()
    await page.getByRole('heading', { name: 'Netflix: ₹649 in 3 days' }).waitFor()
    await settle(visit)
    await looksRight(visit, 'inbox')
    expect(await smallTargetsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Snooze' }).click()
    await sees(page.getByRole('status').getByText(/^It comes again on .*3 Dec.* if it still holds\.$/), () =>
      page.getByRole('menuitem', { name: '3 days' }).click(),
    )
    await page.getByText('Unread', { exact: true }).waitFor({ state: 'hidden' })
    await moveClock(stage.url, '2037-12-03T03:00:00Z')
    await goTo(visit, '/inbox')
    await page.getByRole('button', { name: 'Mark all as read' }).click()
    await page.getByRole('link', { name: 'Inbox', exact: true }).waitFor()
    await page.getByRole('link', { name: 'Open: Netflix: ₹649 today' }).first().click()
    await page.getByRole('heading', { name: 'Netflix', level: 1 }).waitFor()
  })
})
