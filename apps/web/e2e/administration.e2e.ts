import { startTestApp, type TestApp } from '../../../tools/app/test-app.mjs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeWindow, launchBrowser, openWindow, pictureOnFailure, type Visit } from './browser.ts'
import { followLetter } from './mailbox.ts'
import { asha, register, signIn, type Person } from './person.ts'

const ravi: Person = { name: 'Ravi Rao', email: 'ravi@example.org', password: 'coffee at the corner shop' }

let app: TestApp
let browser: Browser
let admin: Visit
let other: Visit

beforeAll(async () => {
  app = await startTestApp({ ADMIN_EMAIL: asha.email })
  browser = await launchBrowser()
  admin = await openWindow(browser, app.url)
  other = await openWindow(browser, app.url)
  await register(other.page, ravi)
  await other.page.goto('/home')
})
afterAll(async () => {
  for (const visit of [admin, other]) if (visit) await closeWindow(visit)
  await browser?.close()
  await app?.stop()
})

/** From the list of accounts to Ravi's. */
const openRavi = async (page: Page): Promise<void> => {
  await page.goto('/admin/users')
  await page.getByRole('searchbox', { name: 'Search by name or e-mail' }).fill('ravi')
  await page.locator('main').getByRole('link', { name: /Asha/ }).waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: /Ravi Rao/ }).click()
  await page.getByRole('heading', { level: 1, name: ravi.name }).waitFor()
}

describe('an administrator', () => {
  it('is who the installation names, once the address is verified', async () => {
    const { page } = admin
    pictureOnFailure(page, 'administration-first')
    await register(page, asha)
    await page.goto('/admin/users')
    await page.getByText('Your account does not have this permission.').waitFor()
    await page.goto('/dev/mailbox')
    await followLetter(page, asha.email, 'Welcome to Streamline')
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByText(`${asha.email} is verified.`).waitFor()
    await page.goto('/settings')
    await page.getByRole('link', { name: 'Accounts' }).click()
    await page.getByRole('link', { name: /Ravi Rao/ }).waitFor()
  })

  it('grants a role, which holds at the next request', async () => {
    pictureOnFailure(admin.page, 'administration-role')
    await openRavi(admin.page)
    await admin.page.getByText('Sees accounts, can block them.').click()
    await admin.page.getByRole('button', { name: 'Save the roles' }).click()
    await admin.page.getByText('The roles hold from now on.').waitFor()

    await other.page.goto('/settings')
    await other.page.getByRole('link', { name: 'Accounts' }).click()
    await other.page.getByRole('link', { name: /Asha Kulkarni/ }).waitFor()
    expect(await other.page.getByRole('link', { name: 'Audit log' }).count()).toBe(0)
  })

  it('blocks an account, whose sessions die at once and which cannot sign in', async () => {
    pictureOnFailure(admin.page, 'administration-block')
    pictureOnFailure(other.page, 'administration-blocked')
    await openRavi(admin.page)
    await admin.page.getByLabel('Reason').fill('Sends spam')
    await admin.page.getByRole('button', { name: 'Block the account' }).click()
    await admin.page.getByText('Ravi Rao is blocked.').waitFor()

    await other.page.getByRole('link', { name: 'Subscriptions' }).click()
    await signIn(other.page, ravi)
    await other.page.getByText('E-mail or password is wrong.').waitFor()
  })

  it('reads in the audit log what was done, by kind and by account', async () => {
    const { page } = admin
    pictureOnFailure(page, 'administration-audit')
    await page.goto('/admin/audit')
    await page.getByLabel('Event').selectOption({ label: 'Account blocked' })
    const row = page.getByRole('listitem').filter({ hasText: 'Reason: Sends spam' })
    await row.getByRole('link', { name: /^Account/ }).click()
    await page.getByRole('heading', { level: 1, name: ravi.name }).waitFor()
    await page.getByRole('link', { name: 'Audit log of this account' }).click()
    await page.getByText('Role: Support').waitFor()
    const rows = page.getByRole('main').getByRole('listitem')
    expect((await rows.allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
      'Sign-in failed',
      'Account blocked',
      'Role granted',
      'Account created',
    ])
  })

  it('lets a blocked account in again', async () => {
    pictureOnFailure(admin.page, 'administration-unblock')
    await openRavi(admin.page)
    await admin.page.getByRole('button', { name: 'Unblock' }).click()
    await admin.page.getByText('Ravi Rao can sign in again.').waitFor()
    await signIn(other.page, ravi)
    await other.page.getByRole('heading', { name: 'Subscriptions' }).waitFor()
  })

  it('made no page complain', () => {
    expect([...admin.complaints, ...other.complaints]).toEqual([])
  })
})
