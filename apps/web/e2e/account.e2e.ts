import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registerByApi, verifyByApi } from './account-api.ts'
import { patiently, sees, type Visit } from './browser.ts'
import { goTo } from './inspection.ts'
import { findLetter, followLetter } from './mailbox.ts'
import { enter, somebody, signOut, type Person } from './person.ts'
import { setStage } from './stage.ts'
import { keptBy, nothing, watchTraffic } from './traffic.ts'

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

const stage = setStage()

/** Somebody new for each test, verified and signed in. */
let person: Person
let visit: Visit
let page: Visit['page']

beforeEach(async () => {
  person = somebody()
  await registerByApi(stage.url, person)
  await verifyByApi(stage.url, person.email)
  visit = await stage.open()
  page = visit.page
  await enter(page, person)
})
afterEach(() => {
  expect(visit.complaints).toEqual([])
})

describe('a person sees and governs', () => {
  it('where they are signed in: another window, once ended, is out at its next request', async () => {
    const other = await stage.open({ userAgent: firefox })
    await enter(other.page, person)

    await goTo(visit, '/settings/sessions')
    await page.getByText('this one').waitFor()
    await sees(page.getByText('Firefox on Windows is signed out.'), () =>
      page.getByRole('button', { name: 'Sign out Firefox on Windows' }).click(),
    )

    // It waits for changes all the time: that is a request too, and may be the next one.
    const isOut = other.page.getByRole('heading', { name: 'Sign in' })
    const pressed = other.page.getByRole('link', { name: 'Subscriptions' }).click()
    await Promise.race([pressed.catch(() => isOut.waitFor()), isOut.waitFor()])
    await isOut.waitFor()
    await expect.poll(() => keptBy(other.page), patiently).toEqual(nothing)
    await page.reload()
    await page.getByText('this one').waitFor()
    expect(await page.getByText('Firefox on Windows', { exact: true }).count()).toBe(0)
    expect(other.complaints).toEqual([])
  })

  it('their address: the new one counts once its letter is opened, and the old one is told', async () => {
    const newEmail = `new-${person.email}`
    await goTo(visit, '/settings')
    const card = page.getByRole('region', { name: 'E-mail and phone' })
    await card.getByRole('button', { name: 'Change e-mail' }).click()
    await card.getByLabel('New e-mail').fill(newEmail)
    await sees(page.getByText(`A link is on its way to ${newEmail}.`), () =>
      card.getByRole('button', { name: 'Send the link' }).click(),
    )
    await card.getByText(person.email, { exact: true }).waitFor()

    await page.goto('/dev/mailbox')
    await followLetter(page, newEmail, 'Confirm your new e-mail')
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByText(`${newEmail} is verified.`).waitFor()
    await goTo(visit, '/settings')
    await card.getByText(newEmail, { exact: true }).waitFor()
    await card.getByText('verified', { exact: true }).waitFor()
    await page.goto('/dev/mailbox')
    const notice = await findLetter(page, person.email, 'Your e-mail was changed')
    expect(await notice.innerText()).toContain(newEmail)
  })

  it('keys for scripts, each shown once, doing what was ticked and nothing after it is removed', async () => {
    await goTo(visit, '/settings/api-keys')
    await page.getByLabel('Name of the key').fill('Backup')
    await page.getByText('read who you are').click()
    await page.getByRole('button', { name: 'Create the key' }).click()
    const key = await page.getByText(/^slk_\w{43}$/).innerText()
    const use = (path: string) => fetch(stage.url + path, { headers: { authorization: `Bearer ${key}` } })
    const me = await use('/v1/me')
    expect(await me.json()).toMatchObject({ email: person.email })
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
    await goTo(visit, '/settings/security')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('region', { name: 'Your data' }).getByRole('button', { name: 'Download' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('streamline-my-data.json')
    const text = await readFile(await download.path(), 'utf8')
    expect(JSON.stringify(JSON.parse(text))).toContain(`"email":"${person.email}"`)
    expect(text).toContain(person.name)
    expect(text).not.toContain('argon2')
  })

  it('the end of the account, which they may take back for 14 days', async () => {
    await goTo(visit, '/settings/security')
    const card = page.getByRole('region', { name: 'Delete the account' })
    await card.getByRole('button', { name: 'Delete my account' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete my account' }).click()
    await card.getByText(/^Your account is deleted on /).waitFor()
    await page.goto('/dev/mailbox')
    await followLetter(page, person.email, 'Your account will be deleted in 14 days')
    await goTo(visit, '/settings/security')
    await sees(page.getByText('Your account stays.'), () =>
      card.getByRole('button', { name: 'Keep my account' }).click(),
    )
    await card.getByRole('button', { name: 'Delete my account' }).waitFor()

    await goTo(visit, '/settings/activity')
    await page.getByText('Account kept').waitFor()
    await page.getByText('Deletion of the account asked for').waitFor()
  })
})

describe('what stays in the browser', () => {
  it('14.3.3: while somebody is signed in, scripts find what is on screen there and nothing else', async () => {
    await expect
      .poll(() => keptBy(page), patiently)
      .toEqual({
        ...nothing,
        // What is on screen, for opening the app where nobody answers: decision 0037.
        databases: [{ name: 'streamline', version: 1 }],
        local: {
          'streamline.session': 'signed-in',
          'streamline.household': expect.stringMatching(/^[\w-]{36}$/),
          'streamline.seen': expect.stringMatching(/^[\w-]{36} \d+ \d{4}-\d{2}-\d{2}$/),
        },
      })
  })

  it('14.3.2: no answer about the person may be kept by a cache', async () => {
    await signOut(page)
    const traffic = watchTraffic(page)
    await enter(page, person)
    const screens = [
      '/home',
      '/subscriptions',
      '/money',
      '/settings',
      '/settings/sessions',
      '/settings/activity',
    ]
    for (const path of screens) {
      await goTo(visit, path)
    }
    expect(traffic.privateAnswers).toBeGreaterThan(15)
    expect(traffic.cacheable).toEqual([])
  })

  it('14.3.1: after signing out nothing of the person is left, and back shows nothing', async () => {
    await goTo(visit, '/settings')
    await page.getByText(person.email).waitFor()
    await signOut(page)
    await expect.poll(() => keptBy(page), patiently).toEqual(nothing)
    expect(await page.context().cookies()).toEqual([])
    await page.goBack()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(await page.getByText(person.email).count()).toBe(0)
  })
})
