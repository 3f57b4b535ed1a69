import { startTestApp, type TestApp } from '../../../tools/app/test-app.mjs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addFingerprintReader, nextCode } from './authenticator.ts'
import { closeWindow, launchBrowser, openWindow, pictureOnFailure, type Visit } from './browser.ts'
import { followLetter } from './mailbox.ts'
import { asha, register, signIn, signOut } from './person.ts'
import { watchTraffic, type Traffic } from './traffic.ts'

const renewed = { ...asha, password: 'four mangoes on the roof' }

let app: TestApp
let browser: Browser
let visit: Visit
let page: Page
let traffic: Traffic
let secret: string
let recoveryCodes: string[]

beforeAll(async () => {
  app = await startTestApp()
  browser = await launchBrowser()
  visit = await openWindow(browser, app.url)
  page = visit.page
  traffic = watchTraffic(page)
})
afterAll(async () => {
  if (visit) await closeWindow(visit)
  await browser?.close()
  await app?.stop()
})

const isHome = () => page.waitForURL('**/home')

/** From the sign-in screen to the question for the second step. */
const toSecondStep = async (): Promise<void> => {
  await page.goto('/sign-in')
  await signIn(page, renewed)
  await page.getByRole('heading', { name: 'One more step' }).waitFor()
}

describe('by mail', () => {
  it('a new person is asked to verify the address, and the link of the letter does it', async () => {
    pictureOnFailure(page, 'ways-in-verify')
    await register(page, asha)
    await page.goto('/home')
    await page.getByRole('complementary', { name: 'E-mail' }).getByText(asha.email).waitFor()
    await page.getByRole('link', { name: 'Open the mailbox' }).click()
    await followLetter(page, asha.email, 'Welcome to Streamline')
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByText(`${asha.email} is verified.`).waitFor()
    await page.getByRole('link', { name: 'Go on' }).click()
    await isHome()
    await page.getByText('Nothing is running yet').waitFor()
    expect(await page.getByText('Verify your e-mail').count()).toBe(0)
  })

  it('a forgotten password gives way to a new one, and the old one no longer signs in', async () => {
    pictureOnFailure(page, 'ways-in-reset')
    await signOut(page)
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Forgot password?' }).click()
    await page.getByLabel('E-mail').fill(asha.email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.getByRole('link', { name: 'Open the mailbox' }).click()
    await followLetter(page, asha.email, 'Set a new password')
    await page.getByLabel('New password').fill(renewed.password)
    await page.getByRole('button', { name: 'Save the password' }).click()
    await page.getByRole('heading', { name: 'Your password is changed' }).waitFor()
    await page.getByRole('link', { name: 'Sign in' }).click()
    await signIn(page, asha)
    await page.getByText('E-mail or password is wrong.').waitFor()
    await signIn(page, renewed)
    await isHome()
  })
})

describe('with a second step', () => {
  it('an authenticator app is switched on with the key on screen, and gives codes for when it is lost', async () => {
    pictureOnFailure(page, 'ways-in-totp-on')
    await page.goto('/settings/security')
    const card = page.getByRole('region', { name: 'Authenticator app' })
    await card.getByRole('button', { name: 'Set up' }).click()
    await card.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor()
    const key = await card.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/).innerText()
    secret = key.replaceAll(' ', '')
    expect(await card.locator(':focus').count(), 'the focus stays where the button was').toBe(1)
    await card.getByLabel('Code that the app shows now').fill(await nextCode(app.url, secret))
    // Other cards are slow to hear of it; the codes are shown once and must not get lost meanwhile.
    await page.route('**/v1/me/passkeys', async (route) => {
      await page.waitForTimeout(500)
      await route.continue()
    })
    await card.getByRole('button', { name: 'Switch on' }).click()
    await card.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
    await page.unrouteAll()
    recoveryCodes = await card.getByRole('listitem').allInnerTexts()
    await card.getByRole('button', { name: 'I have kept them' }).click()
    await card.getByText(`${recoveryCodes.length} recovery codes left`).waitFor()
  })

  it('the password is then not enough, and a code of the app is', async () => {
    pictureOnFailure(page, 'ways-in-totp')
    await signOut(page)
    await toSecondStep()
    await page.goto('/home')
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await toSecondStep()
    await page.getByLabel('Six-digit code').fill(await nextCode(app.url, secret))
    await page.getByRole('button', { name: 'Confirm' }).click()
    await isHome()
  })

  it('a recovery code opens the account once', async () => {
    pictureOnFailure(page, 'ways-in-recovery')
    const giveCode = async () => {
      await signOut(page)
      await toSecondStep()
      await page.getByText('Recovery code', { exact: true }).click()
      await page.getByRole('textbox', { name: 'Recovery code' }).fill(recoveryCodes[0] ?? '')
      await page.getByRole('button', { name: 'Confirm' }).click()
    }
    await giveCode()
    await isHome()
    await page.goto('/settings/security')
    await page.getByText(`${recoveryCodes.length - 1} recovery codes left`).waitFor()
    await giveCode()
    await page.getByText('That was not accepted.').waitFor()
  })
})

describe('with a passkey', () => {
  it('that was added in the settings, alone and without a second step', async () => {
    pictureOnFailure(page, 'ways-in-passkey')
    await addFingerprintReader(page)
    await toSecondStep()
    await page.getByLabel('Six-digit code').fill(await nextCode(app.url, secret))
    await page.getByRole('button', { name: 'Confirm' }).click()
    await isHome()
    await page.goto('/settings/security')
    const card = page.getByRole('region', { name: 'Passkeys' })
    await card.getByLabel('Name of the passkey').fill('Thumb')
    await card.getByRole('button', { name: 'Add a passkey' }).click()
    await card.getByText('Thumb').waitFor()
    await signOut(page)
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await isHome()
    await page.goto('/settings/security')
    await card.getByText(/^last used/).waitFor()
  })
})

describe('on all these ways', () => {
  it('3.3.1–3.3.4: every cookie is for this host, encrypted ways, this site and no script', async () => {
    expect(traffic.cookies.length).toBeGreaterThan(5)
    for (const cookie of traffic.cookies) {
      const [pair = '', ...attributes] = cookie.split(/;\s*/)
      expect(pair).toMatch(/^__Host-streamline-(refresh|oidc)=/)
      expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure']))
      expect(attributes).toContain(pair.includes('-oidc=') ? 'SameSite=Lax' : 'SameSite=Strict')
      expect(cookie).not.toMatch(/domain=/i)
    }
    expect(await page.evaluate(() => document.cookie)).toBe('')
  })

  it('no page complained', () => {
    expect(visit.complaints).toEqual([])
  })
})
