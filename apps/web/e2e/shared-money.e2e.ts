import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { registerByApi, signInByApi } from './account-api.ts'
import { openTab, sees, type Visit } from './browser.ts'
import { moveClock } from './clock.ts'
import { householdOf } from './household-api.ts'
import { goTo, settle, violationsOf } from './inspection.ts'
import { asha, enter } from './person.ts'
import { setStage } from './stage.ts'
import { toldInOrder } from './story.ts'

const tenthOfApril = '2030-04-10T04:30:00Z'
const fifthOfMay = '2030-05-05T04:30:00Z'

const monthly = (name: string, startsOn: string, amount: number) => ({
  name,
  kind: 'ott',
  startsOn,
  interval: { count: 1, unit: 'month' },
  price: { amount, currency: 'INR' },
  taxIncluded: true,
})

/** Text of an element as a person reads it: one line, plain spaces. */
const read = async (page: Page, role: 'region' | 'dialog' | 'main', name?: string): Promise<string> =>
  (await page.getByRole(role, name === undefined ? {} : { name }).innerText()).replaceAll(/\s+/g, ' ')

describe('money that a household shares', () => {
  toldInOrder()
  const stage = setStage({ now: tenthOfApril })
  let visit: Visit

  const furnish = async (): Promise<void> => {
    const { call } = await registerByApi(stage.url, asha)
    const { you, addMember, addSubscription } = await householdOf(call)
    const ravi = await addMember('Ravi')
    await addMember('Meera')
    const half = { kind: 'equal', memberIds: [you, ravi] }
    await addSubscription(monthly('Netflix', '2030-04-01', 64_900))
    await addSubscription({ ...monthly('Spotify', '2030-04-05', 11_900), split: half })
    await addSubscription(monthly('Hotstar', '2030-04-06', 29_900))
    await addSubscription({ ...monthly('Fibre', '2030-04-08', 99_900), paidBy: ravi, split: half })
  }

  beforeAll(async () => {
    await furnish()
    visit = await stage.open({ acceptDownloads: true })
    await enter(visit.page, asha)
  })
  afterEach(() => {
    expect(visit.complaints.splice(0)).toEqual([])
  })

  const pay = async (name: string) => {
    await goTo(visit, '/money')
    await visit.page
      .getByRole('button', { name: new RegExp(`^Mark paid: ${name}`) })
      .first()
      .click({ button: 'right' })
    return visit.page.getByRole('dialog', { name: `Payment for ${name}` })
  }

  const open = async (name: string): Promise<void> => {
    await goTo(visit, '/subscriptions')
    await visit.page.locator('main').getByRole('link', { name }).click()
    await visit.page.getByRole('heading', { level: 1, name }).waitFor()
    await settle(visit)
  }

  it('splits by percent, and shows the share of each by the day before anything is saved', async () => {
    const { page } = visit
    await open('Netflix')
    await page.getByRole('button', { name: 'Split Netflix' }).click()
    const sheet = page.getByRole('dialog', { name: 'Split Netflix' })
    await sheet.getByText('By percent', { exact: true }).click()
    await sheet.getByRole('button', { name: 'Meera' }).click()
    await sheet.getByLabel('Asha Kulkarni (you)').fill('60')
    await sheet.getByText('40% left to assign').waitFor()
    await sheet.getByRole('button', { name: 'Rest to Ravi' }).click()
    await sheet.getByText('All assigned').waitFor()
    await sheet.getByRole('row', { name: /Asha Kulkarni ₹389.40 ₹389.40/ }).waitFor()
    await sheet.getByRole('row', { name: /Ravi ₹259.60 ₹259.60/ }).waitFor()

    await sheet.getByText('Another day').click()
    await sheet.getByLabel('From this day on').fill('2030-04-16')
    await sheet.getByRole('row', { name: /Ravi ₹129.80 15 of 30 days ₹259.60/ }).waitFor()
    await settle(visit)
    expect(await violationsOf(page)).toEqual([])

    await sheet.getByText('This period, 1 Apr').click()
    await sheet.getByRole('button', { name: 'Save split' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await page
      .getByText('By percent: Asha 60, Ravi 40')
      .or(page.getByText(/Asha 60%, Ravi 40%/))
      .waitFor()
    expect(await read(page, 'region', 'Periods and payments')).toContain('Asha ₹389.40 · Ravi ₹259.60')
  })

  it('keeps a split that is being typed when somebody else changed the subscription meanwhile', async () => {
    const { page } = visit
    await open('Hotstar')
    await page.getByRole('button', { name: 'Split Hotstar' }).click()
    const sheet = page.getByRole('dialog', { name: 'Split Hotstar' })
    await sheet.getByText('Exact amounts', { exact: true }).click()
    await sheet.getByLabel('Asha Kulkarni (you)').fill('200')
    await sheet.getByRole('button', { name: 'Rest to Ravi' }).click()

    const { page: other } = await openTab(visit)
    await other.goto(page.url())
    await other.getByRole('button', { name: 'Change', exact: true }).click()
    await other.getByLabel('Notes').fill('Cricket')
    await other.getByRole('button', { name: 'Save' }).click()
    await other.getByRole('dialog').waitFor({ state: 'hidden' })
    await other.close()

    await sheet.getByRole('button', { name: 'Save split' }).click()
    await sheet.getByText('Somebody changed this meanwhile.').waitFor()
    expect(await sheet.getByLabel('Asha Kulkarni (you)').inputValue()).toBe('200')
    await sheet.getByRole('button', { name: 'Save split' }).click()
    await sheet.waitFor({ state: 'hidden' })
  })

  it('carries exact amounts along to a new price, where they can be changed at once', async () => {
    const { page } = visit
    await open('Hotstar')
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    const sheet = page.getByRole('dialog', { name: 'Change Hotstar' })
    await sheet.getByLabel('Price', { exact: true }).fill('598')
    const amounts = sheet.getByRole('group', { name: /^How ₹598 is split/ })
    expect(await amounts.getByLabel('Asha Kulkarni (you)').inputValue()).toBe('400')
    expect(await amounts.getByLabel('Ravi').inputValue()).toBe('198')
    await amounts.getByLabel('Ravi').fill('200')
    await sheet.getByRole('button', { name: 'Save' }).click()
    await sheet.getByText('The amounts must sum to what a period costs.').waitFor()
    await amounts.getByLabel('Asha Kulkarni (you)').fill('398')
    await settle(visit)
    expect(await violationsOf(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Save' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await page.getByText('Asha ₹398 · Ravi ₹200').waitFor()
  })

  it('lets two people pay one due, to the paisa', async () => {
    const { page } = visit
    const sheet = await pay('Netflix')
    await sheet.getByRole('button', { name: 'Several people paid' }).click()
    await sheet.getByLabel('Asha Kulkarni (you)').fill('400')
    await sheet.getByRole('button', { name: 'Mark paid' }).click()
    await sheet.getByText('The parts must sum to what was paid.').waitFor()
    await sheet.getByText('₹249 left to assign').waitFor()
    await sheet.getByLabel('Ravi').fill('249')
    await sheet.getByText('All assigned').waitFor()
    await sheet.getByText('Reference and note').click()
    await sheet.getByLabel('Note').fill('=HYPERLINK("https://evil.example")')
    await sees(page.getByText('Netflix: ₹649 marked paid'), () =>
      sheet.getByRole('button', { name: 'Mark paid' }).click(),
    )
    await sheet.waitFor({ state: 'hidden' })

    await open('Netflix')
    await page.getByText('Paid together on 10 Apr: Asha Kulkarni ₹400 and Ravi ₹249').waitFor()
  })

  it('asks before it takes more than is due, and the credit pays the next charge', async () => {
    const { page } = visit
    const sheet = await pay('Spotify')
    await sheet.getByLabel('Amount').fill('149')
    await sheet.getByRole('button', { name: 'Mark paid' }).click()
    await sheet.getByText('Tick this, or lower the amount.').waitFor()
    await sheet.getByRole('checkbox', { name: '₹30 more than is due becomes credit with Spotify' }).check()
    await sheet.getByRole('button', { name: 'Mark paid' }).click()
    await sheet.waitFor({ state: 'hidden' })
    // The next charge stands already, and takes the credit at once.
    await goTo(visit, '/money')
    await page.getByRole('button', { name: 'Mark paid: Spotify, ₹89' }).waitFor()

    await moveClock(stage.url, fifthOfMay)
    await goTo(visit, '/money')
    await page.getByRole('button', { name: 'Mark paid: Spotify, ₹89' }).waitFor()
    await open('Spotify')
    await page.getByText('Credit paid ₹30 on 10 Apr').waitFor()
  })

  it('records two dues at once, each by whoever usually pays', async () => {
    const { page } = visit
    await goTo(visit, '/money')
    await page.getByRole('button', { name: 'Select several' }).click()
    await page.getByRole('checkbox', { name: /^Hotstar, 6 Apr/ }).check()
    await page.getByRole('checkbox', { name: /^Fibre, 8 Apr/ }).check()
    await page.getByText('2 selected').waitFor()
    await page.getByRole('button', { name: 'Mark 2 paid' }).click()
    const sheet = page.getByRole('dialog', { name: '2 payments at once' })
    expect(await read(page, 'dialog', '2 payments at once')).toContain('Together ₹1,298')
    expect(await violationsOf(page)).toEqual([])
    await sees(page.getByText('2 marked paid'), () =>
      sheet.getByRole('button', { name: 'Mark 2 paid' }).click(),
    )
    await sheet.waitFor({ state: 'hidden' })
    await page.getByRole('region', { name: 'Overdue' }).getByText('Hotstar').waitFor({ state: 'hidden' })
  })

  it('settles up with a UPI link and its code, and takes that back', async () => {
    const { page } = visit
    // A member's UPI id belongs to their own account; here the answer is given one.
    await page.route('**/balances', async (route) => {
      const response = await route.fetch()
      const balances = (await response.json()) as { transfers: object[] }
      const upi = 'upi://pay?pa=ravi@okaxis&pn=Ravi&am=1.00&cu=INR&tn=Streamline'
      const transfers = balances.transfers.map((transfer) => ({ ...transfer, upi }))
      await route.fulfill({ response, json: { ...balances, transfers } })
    })
    await goTo(visit, '/money?tab=between')
    await page.getByRole('button', { name: 'Settle up: Asha Kulkarni to Ravi' }).click()
    const sheet = page.getByRole('dialog', { name: 'Asha Kulkarni to Ravi' })
    const amount = await sheet.getByLabel('Amount').inputValue()
    await sheet.getByRole('img', { name: /^UPI code: ₹/ }).waitFor()
    const link = sheet.getByRole('link', { name: 'Open UPI app' })
    expect(await link.getAttribute('href')).toBe(
      `upi://pay?pa=ravi@okaxis&pn=Ravi&am=${Number(amount).toFixed(2)}&cu=INR&tn=Streamline`,
    )
    await sheet.getByLabel('Amount').fill('100')
    expect(await link.getAttribute('href')).toContain('am=100.00')
    await sheet.getByLabel('Amount').fill('99999')
    await sheet.getByRole('button', { name: 'I paid, record it' }).click()
    await sheet.getByText(/Between nothing and ₹/).waitFor()
    await sheet.getByLabel('Amount').fill(amount)
    expect(await violationsOf(page)).toEqual([])
    await sheet.getByRole('button', { name: 'I paid, record it' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await page.getByText('Everybody is even').waitFor()
    const given = page.getByRole('region', { name: 'Given between us' })
    await given.getByText('You gave Ravi').waitFor()
    await given.getByText('Not confirmed yet').waitFor()

    await given.getByRole('button', { name: /^Undo ₹/ }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Undo it' }).click()
    await given.getByText('Undone').waitFor()
    await page.getByRole('button', { name: 'Settle up: Asha Kulkarni to Ravi' }).waitFor()
    await page.unroute('**/balances')
  })

  it('corrects what the provider billed, with a reason that stays', async () => {
    const { page } = visit
    await goTo(visit, '/money')
    await page.getByRole('button', { name: /^Details of Netflix, 1\D+31 May/ }).click()
    await page.getByRole('button', { name: 'Correct the amount' }).click()
    const sheet = page.getByRole('dialog', { name: 'Correct Netflix' })
    await sheet.getByLabel('What the provider really billed').fill('700')
    await sheet.getByRole('button', { name: 'Correct', exact: true }).click()
    await sheet.getByText('Say why it differs; it stands in the history.').waitFor()
    await sheet.getByLabel('Why').fill('Late fee')
    await sheet.getByRole('button', { name: 'Correct', exact: true }).click()
    const charge = page.getByRole('dialog', { name: 'Netflix' })
    await charge.getByText('Asha Kulkarni corrected it from ₹649 to ₹700').waitFor()
    await charge.getByText('Late fee').waitFor()
    await settle(visit)
    expect(await violationsOf(page)).toEqual([])
  })

  it('finds entries of the history, and gives them as a table without formulas', async () => {
    const { page } = visit
    await goTo(visit, '/money?tab=paid')
    await page.getByLabel(/^Subscription/).selectOption({ label: 'Netflix' })
    await page.getByText('Amount corrected from ₹649 to ₹700').waitFor()
    await page.getByLabel(/^What happened/).selectOption({ label: 'Payments' })
    await page.getByText('Amount corrected from ₹649 to ₹700').waitFor({ state: 'hidden' })
    await page.getByText('Paid together: Asha Kulkarni ₹400 and Ravi ₹249').waitFor()
    await page.getByText('You get ₹10.60 more').waitFor()
    expect(new URL(page.url()).searchParams.get('kind')).toBe('payment')
    await page.getByLabel('From').fill('2030-04-11')
    await page.getByText('Nothing matches').waitFor()
    await page.getByLabel('From').fill('2030-04-01')
    await page.getByText('Paid together').waitFor()
    expect(await violationsOf(page)).toEqual([])

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ])
    const table = await readFile(await download.path(), 'utf8')
    const [header, row, ...others] = table
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n')
    expect(download.suggestedFilename()).toBe('streamline-2030-05-05.csv')
    expect(header).toMatch(
      /^date,kind,subscription,periodFrom,periodUntil,amount,currency,people,method,reference,note,takenBack,/,
    )
    expect(row).toContain('2030-04-10,payment,Netflix,2030-04-01,2030-05-01,649,INR,')
    expect(row).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
    expect(row).toMatch(/,-?10.6,-?10.6$/)
    expect(others).toEqual([])
  })

  it('pays and settles dollars with rupees, by both sums or by a rate', async () => {
    const { page } = visit
    const { you, someMember, addSubscription } = await householdOf(await signInByApi(stage.url, asha))
    const ravi = await someMember('Ravi')
    const split = { kind: 'equal', memberIds: [you, ravi] }
    const price = { amount: 1500, currency: 'USD' }
    await addSubscription({ ...monthly('ChatGPT', '2030-05-01', 0), price, paidBy: ravi, split })
    const sheet = await pay('ChatGPT')
    await sheet.getByLabel('Currency').selectOption('INR')
    await sheet.getByLabel('Amount').fill('1267.50')
    await sheet.getByText('There is no rate from INR').waitFor()
    await sheet.getByRole('button', { name: 'I know both sums' }).click()
    await sheet.getByLabel('What that is in USD').fill('15')
    await sheet.getByText('₹1,267.50 = $15').waitFor()
    await sheet.getByRole('button', { name: 'Mark paid' }).click()
    await sheet.waitFor({ state: 'hidden' })

    await goTo(visit, '/money?tab=between')
    const debt = page.getByRole('listitem').filter({ hasText: '$7.50' })
    await debt.getByRole('button', { name: 'Settle up: Asha Kulkarni to Ravi' }).click()
    const settling = page.getByRole('dialog', { name: 'Asha Kulkarni to Ravi' })
    await settling.getByLabel('Currency').selectOption('INR')
    await settling.getByLabel('Amount').fill('633.75')
    await settling.getByLabel('1 USD is').fill('84.5')
    await settling.getByLabel('Source').fill('RBI')
    await settling.getByText('₹633.75 = $7.50').waitFor()
    await settle(visit)
    expect(await violationsOf(page)).toEqual([])
    await settling.getByRole('button', { name: 'I paid, record it' }).click()
    await settling.waitFor({ state: 'hidden' })
    const given = page.getByRole('region', { name: 'Given between us' })
    await given.getByText('₹633.75').waitFor()
    await page
      .getByRole('button', { name: 'Settle up: Asha Kulkarni to Ravi' })
      .nth(1)
      .waitFor({ state: 'hidden' })
  })
})
