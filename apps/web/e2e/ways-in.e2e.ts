import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registerByApi, switchOnAuthenticator } from './account-api.ts'
import { addFingerprintReader, nextCode } from './authenticator.ts'
import { patiently, type Visit } from './browser.ts'
import { goTo } from './inspection.ts'
import { followLetter } from './mailbox.ts'
import { enter, register, signIn, signOut, somebody, type Person } from './person.ts'
import { setStage } from './stage.ts'
import { watchTraffic, type Traffic } from './traffic.ts'

const stage = setStage()

/** Each way has a window and a person of its own, whatever became of the others. */
let visit: Visit
let page: Visit['page']
let person: Person
/** Of every window so far. */
const traffic: Traffic[] = []
const cookies = () => traffic.flatMap((window) => window.cookies)

beforeEach(async () => {
  visit = await stage.open()
  page = visit.page
  traffic.push(watchTraffic(page))
  person = somebody()
})
afterEach(() => {
  expect(visit.complaints).toEqual([])
})

const isHome = () => page.waitForURL('**/home')

/** From the sign-in screen to the question for the second step. */
const toSecondStep = async (): Promise<void> => {
  await goTo(visit, '/sign-in')
  await signIn(page, person)
  await page.getByRole('heading', { name: 'One more step' }).waitFor()
}

const giveCode = async (code: string): Promise<void> => {
  await page.getByLabel('Six-digit code').fill(code)
  await page.getByRole('button', { name: 'Confirm' }).click()
}

const withAuthenticator = async () => {
  const { call } = await registerByApi(stage.url, person)
  return switchOnAuthenticator(stage.url, call)
}

describe('by mail', () => {
  it('a new person is asked to verify the address, and the link of the letter does it', async () => {
    await register(page, person)
    await goTo(visit, '/home')
    await page.getByRole('complementary', { name: 'E-mail' }).getByText(person.email).waitFor()
    await page.getByRole('link', { name: 'Open the mailbox' }).click()
    await followLetter(page, person.email, 'Welcome to Streamline')
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByText(`${person.email} is verified.`).waitFor()
    await page.getByRole('link', { name: 'Go on' }).click()
    await isHome()
    await page.getByText('Nothing is running yet').waitFor()
    expect(await page.getByText('Verify your e-mail').count()).toBe(0)
  })

  it('a forgotten password gives way to a new one, and the old one no longer signs in', async () => {
    await registerByApi(stage.url, person)
    const renewed = { ...person, password: 'four mangoes on the roof' }
    await goTo(visit, '/sign-in')
    await page.getByRole('link', { name: 'Forgot password?' }).click()
    // The page before it has a field of the same name.
    await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor()
    await page.getByLabel('E-mail').fill(person.email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.getByRole('link', { name: 'Open the mailbox' }).click()
    await followLetter(page, person.email, 'Set a new password')
    await page.getByLabel('New password').fill(renewed.password)
    await page.getByRole('button', { name: 'Save the password' }).click()
    await page.getByRole('heading', { name: 'Your password is changed' }).waitFor()
    await page.getByRole('link', { name: 'Sign in' }).click()
    await signIn(page, person)
    await page.getByText('E-mail or password is wrong.').waitFor()
    await signIn(page, renewed)
    await isHome()
  })
})

describe('with a second step', () => {
  it('an authenticator app is switched on with the key on screen, and gives codes for when it is lost', async () => {
    await registerByApi(stage.url, person)
    await enter(page, person)
    await goTo(visit, '/settings/security')
    const card = page.getByRole('region', { name: 'Authenticator app' })
    await card.getByRole('button', { name: 'Set up' }).click()
    await card.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor()
    const key = await card.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/).innerText()
    expect(await card.locator(':focus').count(), 'the focus stays where the button was').toBe(1)
    const code = await nextCode(stage.url, key.replaceAll(' ', ''))
    await card.getByLabel('Code that the app shows now').fill(code)
    // The screen knows that it is on before all its cards do, and only then the codes come, which are shown once.
    const isKnown = page.waitForResponse('**/v1/me/security')
    await page.route('**/v1/me/passkeys', async (route) => {
      await isKnown
      await route.continue()
    })
    await Promise.all([isKnown, card.getByRole('button', { name: 'Switch on' }).click()])
    await card.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
    await page.unrouteAll()
    const recoveryCodes = await card.getByRole('listitem').allInnerTexts()
    expect(recoveryCodes.length).toBeGreaterThan(5)
    await card.getByRole('button', { name: 'I have kept them' }).click()
    await card.getByText(`${recoveryCodes.length} recovery codes left`).waitFor()
  })

  it('the password is then not enough, and a code of the app is', async () => {
    const { secret } = await withAuthenticator()
    await toSecondStep()
    await goTo(visit, '/home')
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await toSecondStep()
    await giveCode(await nextCode(stage.url, secret))
    await isHome()
  })

  it('a recovery code opens the account once', async () => {
    const { recoveryCodes } = await withAuthenticator()
    const recover = async () => {
      await toSecondStep()
      await page.getByText('Recovery code', { exact: true }).click()
      await page.getByRole('textbox', { name: 'Recovery code' }).fill(recoveryCodes[0] ?? '')
      await page.getByRole('button', { name: 'Confirm' }).click()
    }
    await recover()
    await isHome()
    await goTo(visit, '/settings/security')
    await page.getByText(`${recoveryCodes.length - 1} recovery codes left`).waitFor()
    await signOut(page)
    await recover()
    await page.getByText('That was not accepted.').waitFor()
  })
})

describe('with a passkey', () => {
  it('that was added in the settings, alone and without a second step', async () => {
    const { secret } = await withAuthenticator()
    await addFingerprintReader(page)
    await toSecondStep()
    await giveCode(await nextCode(stage.url, secret))
    await isHome()
    await goTo(visit, '/settings/security')
    const card = page.getByRole('region', { name: 'Passkeys' })
    await card.getByLabel('Name of the passkey').fill('Thumb')
    await card.getByRole('button', { name: 'Add a passkey' }).click()
    await card.getByText('Thumb').waitFor()
    await signOut(page)
    await goTo(visit, '/sign-in')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await isHome()
    await goTo(visit, '/settings/security')
    await card.getByText(/^last used/).waitFor()
  })
})

describe('on all these ways', () => {
  it('3.3.1–3.3.4: every cookie is for this host, encrypted ways, this site and no script', async () => {
    await registerByApi(stage.url, person)
    await enter(page, person)
    await signOut(page)
    await expect.poll(() => cookies().length, patiently).toBeGreaterThan(2)
    for (const cookie of cookies()) {
      const [pair = '', ...attributes] = cookie.split(/;\s*/)
      expect(pair).toMatch(/^__Host-streamline-(refresh|oidc)=/)
      expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure']))
      expect(attributes).toContain(pair.includes('-oidc=') ? 'SameSite=Lax' : 'SameSite=Strict')
      expect(cookie).not.toMatch(/domain=/i)
    }
    expect(await page.evaluate(() => document.cookie)).toBe('')
  })
})
