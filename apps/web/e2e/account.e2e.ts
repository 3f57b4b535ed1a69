import { readFile } from 'node:fs/promises'
import { startTestApp, type TestApp } from '../../../tools/app/test-app.mjs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeWindow, launchBrowser, openWindow, pictureOnFailure, type Visit } from './browser.ts'
import { findLetter, followLetter } from './mailbox.ts'
import { asha, register, signIn, signOut } from './person.ts'
import { keptBy, nothing, watchTraffic, type Traffic } from './traffic.ts'

const newEmail = 'asha.kulkarni@example.net'
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

let app: TestApp
let browser: Browser
let visit: Visit
let page: Page
let traffic: Traffic

beforeAll(async () => {
  app = await startTestApp()
  browser = await launchBrowser()
  visit = await openWindow(browser, app.url)
  page = visit.page
  traffic = watchTraffic(page)
  await register(page, asha)
})
afterAll(async () => {
  if (visit) await closeWindow(visit)
  await browser?.close()
  await app?.stop()
})

describe('a person sees and governs', () => {
  it('where they are signed in: another window, once ended, is out at its next request', async () => {
    pictureOnFailure(page, 'account-sessions')
    const other = await openWindow(browser, app.url, { userAgent: firefox })
    await other.page.goto('/sign-in')
    await signIn(other.page, asha)
    await other.page.waitForURL('**/home')

    await page.goto('/settings/sessions')
    await page.getByText('this one').waitFor()
    await page.getByRole('button', { name: 'Sign out Firefox on Windows' }).click()
    await page.getByText('Firefox on Windows is signed out.').waitFor()

    await other.page.getByRole('link', { name: 'Subscriptions' }).click()
    await other.page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(await keptBy(other.page)).toEqual(nothing)
    expect(other.complaints).toEqual([])
    await closeWindow(other)
    await page.reload()
    await page.getByText('this one').waitFor()
    expect(await page.getByText('Firefox on Windows', { exact: true }).count()).toBe(0)
  })

  it('their address: the new one counts once its letter is opened, and the old one is told', async () => {
    pictureOnFailure(page, 'account-email')
    await page.goto('/settings')
    const card = page.getByRole('region', { name: 'E-mail and phone' })
    await card.getByRole('button', { name: 'Change e-mail' }).click()
    await card.getByLabel('New e-mail').fill(newEmail)
    await card.getByRole('button', { name: 'Send the link' }).click()
    await page.getByText(`A link is on its way to ${newEmail}.`).waitFor()
    await card.getByText(asha.email).waitFor()

    await page.goto('/dev/mailbox')
    await followLetter(page, newEmail, 'Confirm your new e-mail')
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByText(`${newEmail} is verified.`).waitFor()
    await page.goto('/settings')
    await card.getByText(newEmail).waitFor()
    await card.getByText('verified', { exact: true }).waitFor()
    await page.goto('/dev/mailbox')
    const notice = await findLetter(page, asha.email, 'Your e-mail was changed')
    expect(await notice.innerText()).toContain(newEmail)
  })

  it('keys for scripts, each shown once, doing what was ticked and nothing after it is removed', async () => {
    pictureOnFailure(page, 'account-keys')
    await page.goto('/settings/api-keys')
    await page.getByLabel('Name of the key').fill('Backup')
    await page.getByText('read who you are').click()
    await page.getByRole('button', { name: 'Create the key' }).click()
    const key = await page.getByText(/^slk_\w{43}$/).innerText()
    const use = (path: string) => fetch(app.url + path, { headers: { authorization: `Bearer ${key}` } })
    const me = await use('/v1/me')
    expect(await me.json()).toMatchObject({ email: newEmail })
    expect((await use('/v1/me/sessions')).status).toBe(403)

    await page.getByRole('button', { name: 'I have kept it' }).click()
    await page.reload()
    await page.getByText(`${key.slice(0, 8)}…`).waitFor()
    expect(await page.content()).not.toContain(key)
    await page.getByRole('button', { name: 'Remove Backup' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('No key yet.').waitFor()
    expect((await use('/v1/me')).status).toBe(401)
  })

  it('their data: a file with everything that is kept about them', async () => {
    pictureOnFailure(page, 'account-export')
    await page.goto('/settings/security')
    const coming = page.waitForEvent('download')
    await page.getByRole('region', { name: 'Your data' }).getByRole('button', { name: 'Download' }).click()
    const download = await coming
    expect(download.suggestedFilename()).toBe('streamline-my-data.json')
    const text = await readFile(await download.path(), 'utf8')
    expect(JSON.stringify(JSON.parse(text))).toContain(`"email":"${newEmail}"`)
    expect(text).toContain(asha.name)
    expect(text).not.toContain('argon2')
  })

  it('the end of the account, which they may take back for 14 days', async () => {
    pictureOnFailure(page, 'account-deletion')
    await page.goto('/settings/security')
    const card = page.getByRole('region', { name: 'Delete the account' })
    await card.getByRole('button', { name: 'Delete my account' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete my account' }).click()
    await card.getByText(/^Your account is deleted on /).waitFor()
    await page.goto('/dev/mailbox')
    await followLetter(page, newEmail, 'Your account will be deleted in 14 days')
    await page.goto('/settings/security')
    await card.getByRole('button', { name: 'Keep my account' }).click()
    await page.getByText('Your account stays.').waitFor()
    await card.getByRole('button', { name: 'Delete my account' }).waitFor()

    await page.goto('/settings/activity')
    await page.getByText('Account kept').waitFor()
    await page.getByText('Deletion of the account asked for').waitFor()
  })
})

describe('what stays in the browser', () => {
  it('14.3.3: while somebody is signed in, scripts find nothing of the person there', async () => {
    expect(await keptBy(page)).toEqual({
      ...nothing,
      local: {
        'streamline.session': 'signed-in',
        'streamline.household': expect.stringMatching(/^[\w-]{36}$/),
      },
    })
  })

  it('14.3.2: no answer about the person may be kept by a cache', () => {
    expect(traffic.privateAnswers).toBeGreaterThan(50)
    expect(traffic.cacheable).toEqual([])
  })

  it('14.3.1: after signing out nothing of the person is left, and back shows nothing', async () => {
    pictureOnFailure(page, 'account-left')
    await page.goto('/settings')
    await page.getByText(newEmail).waitFor()
    await signOut(page)
    expect(await keptBy(page)).toEqual(nothing)
    expect(await page.context().cookies()).toEqual([])
    await page.goBack()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(await page.getByText(newEmail).count()).toBe(0)
  })

  it('no page complained', () => {
    expect(visit.complaints).toEqual([])
  })
})
