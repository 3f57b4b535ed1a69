import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { linkTo } from './account-api.ts'
import { patiently, phone, sees, type Visit } from './browser.ts'
import { goTo, inspect } from './inspection.ts'
import { asha, register } from './person.ts'
import { setStage } from './stage.ts'
import { toldInOrder } from './story.ts'

const ravi = { name: 'Ravi Deshpande', email: 'ravi@example.org', password: 'two parrots on a wire' }
const household = 'Asha Kulkarni’s household'

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })
const person = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name })

describe('sharing: from a link to a household of two and a guest, and back', () => {
  toldInOrder()
  const stage = setStage()
  let hers: Visit
  let his: Visit
  let invitation = ''
  let guestLink = ''

  beforeAll(async () => {
    hers = await stage.open()
    his = await stage.open({ viewport: phone, hasTouch: true })
  })

  /** By the link of the letter, as a person does. */
  const verify = async (page: Page, email: string): Promise<void> => {
    const { pathname, search } = await linkTo(stage.url, email, 'welcome')
    await page.goto(pathname + search)
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByText(`${email} is verified.`).waitFor()
  }

  it('Asha cannot invite before her address is verified, and is told so', async () => {
    const { page } = hers
    await register(page, asha)
    await goTo(hers, '/settings/people')
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    await dialog(page, 'Invite somebody').getByText('Verify your e-mail first').waitFor()
    await inspect(hers)
  })

  it('Asha makes a link for one person; it is shown once', async () => {
    const { page } = hers
    await verify(page, asha.email)
    await goTo(hers, '/settings/people')
    await page.getByText('No invitation is open.').waitFor()
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    const sheet = dialog(page, 'Invite somebody')
    await sheet.getByRole('button', { name: 'Make the link' }).click()
    await sheet.getByText('The invitation is ready').waitFor()
    invitation = (await sheet.getByText('/invite#token=').innerText()).trim()
    expect(invitation).toMatch(/\/invite#token=[\w-]{43}$/)
    await inspect(hers)
    await sheet.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('region', { name: 'Open invitations' }).getByText('as Member').waitFor()
  })

  it('Ravi sees what he is invited to, registers through it and is in the household', async () => {
    const { page } = his
    await goTo(his, invitation)
    await page.getByText(`Asha Kulkarni invites you to ${household}.`).waitFor()
    expect(page.url()).not.toContain('token')
    await inspect(his)
    await page.getByRole('link', { name: 'Create an account and join' }).click()
    await page.getByText(`With it you join ${household}.`).waitFor()
    await page.getByLabel('Your name').fill(ravi.name)
    await page.getByLabel('E-mail').fill(ravi.email)
    await page.getByLabel('Password', { exact: true }).fill(ravi.password)
    await page.getByRole('button', { name: 'Create account and join' }).click()
    await page.waitForURL('**/home')
    const shown = page.getByRole('combobox', { name: /^Household/ }).locator('option:checked')
    await expect.poll(() => shown.textContent(), patiently).toBe(household)
    await goTo(his, '/settings/people')
    await person(page, 'Asha Kulkarni').waitFor()
    await person(page, ravi.name).getByText('Member').waitFor()
    await page.getByText('Owners and managers invite people').waitFor()
    await inspect(his)
  })

  it('the link opens nothing a second time', async () => {
    const visit = await stage.open()
    await goTo(visit, invitation)
    await visit.page.getByText('This invitation is no longer valid').waitFor()
    await inspect(visit)
  })

  it('Asha makes Ravi a manager, and he may invite from then on', async () => {
    const { page } = hers
    await page.reload()
    await page.getByText('No invitation is open.').waitFor()
    await person(page, ravi.name).click()
    const sheet = dialog(page, ravi.name)
    await sheet.getByRole('radio', { name: /^Manager/ }).check()
    await sheet.getByRole('button', { name: 'Save' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await page.getByText('Manager', { exact: true }).waitFor()
    await his.page.reload()
    await his.page.getByRole('button', { name: 'Invite', exact: true }).waitFor()
  })

  it('Asha says where she is paid and adds a guest, who owes a share', async () => {
    const { page } = hers
    await person(page, asha.name).click()
    await dialog(page, asha.name).getByLabel('UPI ID').fill('asha@gmail.com')
    await dialog(page, asha.name).getByRole('button', { name: 'Save' }).click()
    await page.getByText('A UPI ID looks like name@bank.').waitFor()
    await dialog(page, asha.name).getByLabel('UPI ID').fill('asha@okbank')
    await dialog(page, asha.name).getByRole('button', { name: 'Save' }).click()
    await dialog(page, asha.name).waitFor({ state: 'hidden' })

    await page.getByRole('button', { name: 'Add without account' }).click()
    const adding = dialog(page, 'Add a person without an account')
    await adding.getByLabel('Name of the person').fill('Farhan')
    await adding.getByRole('radio', { name: /^A guest/ }).check()
    await adding.getByRole('button', { name: 'Add' }).click()
    await adding.waitFor({ state: 'hidden' })
    await person(page, 'Farhan').waitFor()
  })

  it('the guest opens the private link in a window without an account', async () => {
    const { page } = hers
    await person(page, 'Farhan').click()
    const sheet = dialog(page, 'Farhan')
    await sheet.getByRole('button', { name: 'Make a private link' }).click()
    guestLink = (await sheet.getByText('/guest#token=').innerText()).trim()
    await inspect(hers)
    await sheet.getByRole('button', { name: 'I have sent it' }).click()
    await sheet.getByText('A link is on.').waitFor()
    await page.keyboard.press('Escape')

    const visit = await stage.open({ viewport: phone })
    await goTo(visit, guestLink)
    await visit.page.getByText(`Farhan, your share at ${household}`).waitFor()
    await visit.page.getByText('You are even. Nothing to pay.').waitFor()
    await inspect(visit)
  })

  it('Asha removes Ravi, whose next step finds no household', async () => {
    const { page } = hers
    await person(page, ravi.name).click()
    await dialog(page, ravi.name).getByRole('button', { name: 'Remove from the household' }).click()
    const question = page.getByRole('alertdialog', { name: `Remove ${ravi.name}?` })
    await sees(page.getByText(`${ravi.name} was removed.`), () =>
      question.getByRole('button', { name: 'Remove', exact: true }).click(),
    )
    await person(page, ravi.name).waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Show people who left (1)' }).click()
    await page.getByRole('region', { name: 'People who left' }).getByText(ravi.name).waitFor()

    await goTo(his, '/home')
    await his.page.getByText('You belong to no household yet').waitFor()
    await inspect(his)
    await his.page.getByLabel('Name of the household').fill('Ravi alone')
    await his.page.getByRole('button', { name: 'Create' }).click()
    await his.page.getByText('Nothing is running yet').waitFor()
  })

  it('made no page complain', () => {
    expect([...hers.complaints, ...his.complaints]).toEqual([])
  })
})
