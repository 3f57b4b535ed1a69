import { beforeAll, describe, expect, it } from 'vitest'
import { sees, type Visit } from './browser.ts'
import { goTo } from './inspection.ts'
import { followLetter } from './mailbox.ts'
import { asha, register, signIn, type Person } from './person.ts'
import { setStage } from './stage.ts'
import { toldInOrder } from './story.ts'

const ravi: Person = { name: 'Ravi Rao', email: 'ravi@example.org', password: 'coffee at the corner shop' }

const stage = setStage({ variables: { ADMIN_EMAIL: asha.email } })
let admin: Visit
let other: Visit

beforeAll(async () => {
  admin = await stage.open()
  other = await stage.open()
  await register(other.page, ravi)
  await goTo(other, '/home')
})

/** From the list of accounts to Ravi's. */
const openRavi = async (): Promise<void> => {
  const { page } = admin
  await goTo(admin, '/admin/users')
  await page.getByRole('searchbox', { name: 'Search by name or e-mail' }).fill('ravi')
  await page.locator('main').getByRole('link', { name: /Asha/ }).waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: /Ravi Rao/ }).click()
  await page.getByRole('heading', { level: 1, name: ravi.name }).waitFor()
}

describe('an administrator', () => {
  toldInOrder()

  it('is who the installation names, once the address is verified', async () => {
    const { page } = admin
    await register(page, asha)
    await goTo(admin, '/admin/users')
    await page.getByText('Your account does not have this permission.').waitFor()
    await page.goto('/dev/mailbox')
    await followLetter(page, asha.email, 'Welcome to Streamline')
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByText(`${asha.email} is verified.`).waitFor()
    await goTo(admin, '/settings')
    await page.getByRole('link', { name: 'Accounts' }).click()
    await page.getByRole('link', { name: /Ravi Rao/ }).waitFor()
  })

  it('grants a role, which holds at the next request', async () => {
    await openRavi()
    await admin.page.getByText('Sees accounts, can block them.').click()
    await sees(admin.page.getByText('The roles hold from now on.'), () =>
      admin.page.getByRole('button', { name: 'Save the roles' }).click(),
    )

    await goTo(other, '/settings')
    await other.page.getByRole('link', { name: 'Accounts' }).click()
    await other.page.getByRole('link', { name: /Asha Kulkarni/ }).waitFor()
    expect(await other.page.getByRole('link', { name: 'Audit log' }).count()).toBe(0)
  })

  it('blocks an account, whose sessions die at once and which cannot sign in', async () => {
    await openRavi()
    await admin.page.getByLabel('Reason').fill('Sends spam')
    await sees(admin.page.getByText('Ravi Rao is blocked.'), () =>
      admin.page.getByRole('button', { name: 'Block the account' }).click(),
    )

    // The page may have found out by itself meanwhile.
    await other.page.goto('/subscriptions')
    await signIn(other.page, ravi)
    await other.page.getByText('E-mail or password is wrong.').waitFor()
  })

  it('reads in the audit log what was done, by kind and by account', async () => {
    const { page } = admin
    await goTo(admin, '/admin/audit')
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
    await openRavi()
    await sees(admin.page.getByText('Ravi Rao can sign in again.'), () =>
      admin.page.getByRole('button', { name: 'Unblock' }).click(),
    )
    await signIn(other.page, ravi)
    await other.page.getByRole('heading', { name: 'Subscriptions' }).waitFor()
  })

  it('made no page complain', () => {
    expect([...admin.complaints, ...other.complaints]).toEqual([])
  })
})
