import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { registerByApi, type Call } from './account-api.ts'
import { phone, sees, type Visit } from './browser.ts'
import { householdOf } from './household-api.ts'
import { goTo, settle, smallTargetsOf } from './inspection.ts'
import { inspectIn, looks } from './looks.ts'
import { enter, somebody } from './person.ts'
import { setStage } from './stage.ts'

const now = '2037-11-29T04:30:00Z'

const monthly = (name: string, kind: string, startsOn: string, amount: number) => ({
  name,
  kind,
  startsOn,
  interval: { count: 1, unit: 'month' },
  price: { amount, currency: 'INR' },
  taxIncluded: true,
})

describe('what is used of a subscription', () => {
  const stage = setStage({ now })
  let visit: Visit
  let call: Call
  let home: string
  let add: (subscription: object) => Promise<{ id?: string }>

  beforeAll(async () => {
    const person = somebody()
    ;({ call } = await registerByApi(stage.url, person))
    const household = await householdOf(call)
    add = household.addSubscription
    const me = await call<{ households: { id: string }[] }>('GET', '/v1/me')
    home = `/v1/households/${me.households[0]?.id}`
    visit = await stage.open({ viewport: phone, hasTouch: true })
    await enter(visit.page, person)
  })
  afterEach(() => {
    expect(visit.complaints.splice(0)).toEqual([])
  })

  const usage = () => visit.page.getByRole('region', { name: 'Usage' })

  it('is noted against the typed limit, warned of ahead of time, put right and taken back', async () => {
    const { page } = visit
    const { id = '' } = await add(monthly('Home fibre', 'broadband', '2037-11-01', 99_900))
    await goTo(visit, `/subscriptions/${id}`)
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    const edit = page.getByRole('dialog', { name: 'Change Home fibre' })
    await edit.getByLabel('Data limit in GB').fill('100')
    await sees(page.getByText('Home fibre is changed'), () =>
      edit.getByRole('button', { name: 'Save', exact: true }).click(),
    )
    await usage().getByText('100 GB left until 30 Nov').waitFor()

    await usage().getByRole('button', { name: 'Note usage' }).click()
    const sheet = page.getByRole('dialog', { name: 'Note the usage of Home fibre' })
    await sheet.getByRole('button', { name: 'Note it' }).click()
    await sheet.getByText('Write a number, like 2 or 1.5.').waitFor()
    await sheet.getByLabel('Gigabytes').fill('98')
    await sheet.getByLabel('The meter read at the end of').fill('2037-11-28')
    await settle(visit)
    await inspectIn(visit, looks.en)
    await sees(page.getByText('Data 98 GB noted.'), () =>
      sheet.getByRole('button', { name: 'Note it' }).click(),
    )
    await usage().getByText('98 GB of 100 GB').waitFor()
    await usage().getByText('At this rate 5 GB over by 30 Nov.').waitFor()
    await usage().getByText('Known until 28 Nov.').waitFor()
    await usage().getByText('a GB').waitFor()
    await settle(visit)
    await inspectIn(visit, looks.en)

    expect(await smallTargetsOf(page)).toEqual([])
    await usage()
      .getByRole('button', { name: /^Change: Data 98 GB/ })
      .click()
    const change = page.getByRole('dialog', { name: 'Change what was noted' })
    await change.getByLabel('Gigabytes').fill('101.5')
    await sees(page.getByText('Changed to Data 101.5 GB.'), () =>
      change.getByRole('button', { name: 'Save', exact: true }).click(),
    )
    await usage().getByText('1.5 GB over').waitFor()
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    await usage().getByText('98 GB of 100 GB').waitFor()

    await usage()
      .getByRole('button', { name: /^Remove: Data 98 GB/ })
      .click()
    await usage().getByText('100 GB left until 30 Nov').waitFor()
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    await usage().getByText('98 GB of 100 GB').waitFor()
  })

  it('is answered for the month with one tap, and tells what a day of use costs', async () => {
    const { page } = visit
    const { id = '' } = await add(monthly('Netflix', 'ott', '2037-09-01', 60_000))
    await goTo(visit, `/subscriptions/${id}`)
    await usage().getByText('Used this month?').waitFor()
    await sees(page.getByText('Netflix: noted as not used this month.'), () =>
      usage().getByRole('button', { name: 'Not this month' }).click(),
    )
    await usage().getByText('Not used this month').first().waitFor()
    await usage().getByRole('button', { name: 'I used it' }).click()
    await usage().getByText('Used this month', { exact: true }).waitFor()
    await usage().getByText('each day of use').waitFor()
    await usage().getByText('₹580', { exact: true }).first().waitFor()
    await settle(visit)
    await inspectIn(visit, looks.en)
  })

  it('that has ended is asked about on Home, quietly, until somebody answers', async () => {
    const { page } = visit
    const aYear = { ...monthly('Zee', 'ott', '2037-06-01', 9900) }
    const note = { kind: 'hours', on: '2037-09-15', amount: 60 }
    for (const name of ['Zee', 'Sony']) {
      const { id = '' } = await add({ ...aYear, name })
      await call('POST', `${home}/subscriptions/${id}/usage`, note)
    }
    await goTo(visit, '/home')
    const lines = page.getByRole('list', { name: 'Not used' })
    await lines.getByText('Not used for 75 days: Zee, ₹99 a month').waitFor()
    await inspectIn(visit, looks.en)
    expect(await smallTargetsOf(page)).toEqual([])
    await sees(page.getByText('Zee: noted as used.'), () =>
      lines.getByRole('button', { name: 'I used it: Zee' }).click(),
    )
    await lines.getByText(/Zee/).waitFor({ state: 'detached' })
    await lines.getByRole('link', { name: 'Cancel it: Sony' }).click()
    const sheet = page.getByRole('dialog', { name: 'Cancel Sony' })
    await sees(page.getByText(/Sony will not renew|Sony is cancelled/).first(), () =>
      sheet.getByRole('button', { name: 'Cancel subscription' }).click(),
    )
    await goTo(visit, '/home')
    expect(await page.getByRole('list', { name: 'Not used' }).count()).toBe(0)
  })
})
