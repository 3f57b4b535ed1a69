import { beforeAll, describe, expect, it } from 'vitest'
import { registerByApi, signInByApi, verifyByApi } from './account-api.ts'
import { desktop, patiently, phone, type Visit } from './browser.ts'
import { inspect, smallTargetsOf } from './inspection.ts'
import { openIn, show } from './looks.ts'
import { setStage } from './stage.ts'

/** Both widths, both themes, both languages. */
const looks = [
  { name: 'phone, dark, in Hindi', viewport: phone, theme: 'dark', language: 'hi' },
  { name: 'desktop, light', viewport: desktop, theme: 'light', language: 'en' },
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

const stage = setStage({ variables: { ADMIN_EMAIL: person.email } })
let userId: string

beforeAll(async () => {
  const { userId: id, call } = await registerByApi(stage.url, person)
  userId = id
  await verifyByApi(stage.url, person.email)
  await call('POST', '/v1/me/api-keys', { name: person.name, scopes: ['profile.read', 'billing.read'] })
  for (let times = 0; times < 8; times += 1) await signInByApi(stage.url, person)
})

const inspectAt = async (window: Visit, path: string): Promise<void> => {
  await window.page.goto(path.replace(':id', userId))
  await inspect(window)
  expect(await smallTargetsOf(window.page)).toEqual([])
}

describe.each(looks)('accounts, $name', (look) => {
  let stranger: Visit
  let visit: Visit

  beforeAll(async () => {
    stranger = await openIn(stage, look.language)
    visit = await openIn(stage, look.language)
    for (const window of [stranger, visit]) {
      await window.page.goto('/sign-in')
      await show(window, look)
    }
    await visit.page.locator('input[type=email]').fill(person.email)
    await visit.page.locator('input[autocomplete=current-password]').fill(person.password)
    await visit.page.keyboard.press('Enter')
    await visit.page.waitForURL('**/home')
  })

  it.each(beforeSigningIn)('%s', (path) => inspectAt(stranger, path))

  it.each(screens)('%s', (path) => inspectAt(visit, path))

  it('/settings/security, the way to an authenticator app, and the question before the account goes', async () => {
    const { page } = visit
    await page.goto('/settings/security')
    await page.getByRole('region').nth(1).getByRole('button').click()
    await page.getByRole('main').getByRole('img').waitFor()
    await inspect(visit)
    await page.getByRole('region').last().getByRole('button').click()
    await page.getByRole('alertdialog').waitFor()
    await inspect(visit)
  })

  /** The client tries for four seconds, so once is enough. */
  const testFailing = () =>
    it('what cannot be fetched', async () => {
      const { page } = visit
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
      await inspect(visit)
    })

  if (look.language === 'hi') testFailing()
})
