import { startTestApp, type TestApp } from '../../../tools/app/test-app.mjs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeWindow, desktop, launchBrowser, phone, pictureOnFailure, type Visit } from './browser.ts'
import { arrive, inspect, smallTargetsOf } from './inspection.ts'
import { openLook } from './looks.ts'

const patiently = { timeout: 15_000 }

/** Both widths, both themes, both languages. */
const looks = [
  { look: 'phone dark in Hindi', viewport: phone, theme: 'dark', language: 'hi' },
  { look: 'desktop light', viewport: desktop, theme: 'light', language: 'en' },
] as const

/** As long as a name and an address may be. */
const person = {
  name: 'Anantha Padmanabha Venkata Subrahmanya Lakshminarasimha Rajagopalachari Krishnamurthy Chandrasekharendra Mukhopadhyaya'.slice(
    0,
    120,
  ),
  email: `${'anantha'.repeat(9)}@${'long-name.'.repeat(16)}example.org`,
  password: 'mango leaves at the door',
}

const beforeSigningIn = [
  '/forgot-password',
  '/reset-password?token=cut-off',
  '/verify-email',
  '/sign-in#ticket=t&methods=totp,recoveryCode,passkey',
]

const screens = [
  '/settings',
  '/settings/sessions',
  '/settings/api-keys',
  '/settings/activity',
  '/admin/users',
  '/admin/users?q=zzzz',
  '/admin/users/:id',
  '/admin/audit',
]

let app: TestApp
let browser: Browser
let userId: string

const ask = async <Answer>(path: string, body?: object, token?: string): Promise<Answer> => {
  const response = await fetch(app.url + path, {
    method: body ? 'POST' : 'GET',
    headers: {
      'x-client': 'mobile',
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Answer
}

beforeAll(async () => {
  app = await startTestApp({ ADMIN_EMAIL: person.email })
  browser = await launchBrowser()
  const session = await ask<{ accessToken: string; user: { id: string } }>('/v1/auth/register', person)
  userId = session.user.id
  const { items } = await ask<{ items: { links: string[] }[] }>('/dev/mailbox.json')
  const link = new URL(items[0]?.links[0] ?? '')
  await ask('/v1/auth/verify-email', { token: link.searchParams.get('token') })
  const { name, email, password } = person
  await ask('/v1/me/api-keys', { name, scopes: ['profile.read', 'billing.read'] }, session.accessToken)
  for (let times = 0; times < 8; times += 1) await ask('/v1/auth/sign-in', { email, password })
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

describe.each(looks)('accounts, $look', (look) => {
  let visit: Visit
  const nameOf = (path: string) => `${look.look}${path}`.replaceAll(/\W+/g, '-')

  const open = async (path: string): Promise<void> => {
    pictureOnFailure(visit.page, nameOf(path))
    await visit.page.goto(path.replace(':id', userId))
    await inspect(visit, arrive)
    expect(await smallTargetsOf(visit.page)).toEqual([])
  }

  beforeAll(async () => {
    visit = await openLook(browser, app.url, look)
  })
  afterAll(() => closeWindow(visit))

  it.each(beforeSigningIn)('%s', open)

  it('signs in', async () => {
    const { page } = visit
    pictureOnFailure(page, nameOf('sign-in'))
    await page.goto('/sign-in')
    await page.locator('input[type=email]').fill(person.email)
    await page.locator('input[autocomplete=current-password]').fill(person.password)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/home')
  })

  it.each(screens)('%s', open)

  it('/settings/security, the way to an authenticator app, and the question before the account goes', async () => {
    const { page } = visit
    pictureOnFailure(page, nameOf('totp'))
    await page.goto('/settings/security')
    await page.getByRole('region').nth(1).getByRole('button').click()
    await page.getByRole('main').getByRole('img').waitFor()
    await inspect(visit, arrive)
    await page.getByRole('region').last().getByRole('button').click()
    await page.getByRole('alertdialog').waitFor()
    await inspect(visit, arrive)
  })

  /** The client tries for four seconds, so once is enough. */
  const testFailing = () =>
    it('what cannot be fetched', async () => {
      const { page } = visit
      pictureOnFailure(page, nameOf('failing'))
      await page.route(/\/v1\/me\//, (route) =>
        route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: '{"code":"unavailable"}',
        }),
      )
      await page.goto('/settings/sessions')
      await expect.poll(() => page.getByRole('alert').count(), patiently).toBe(2)
      visit.complaints.length = 0
      await inspect(visit, arrive)
    })

  if (look.language === 'hi') testFailing()
})
