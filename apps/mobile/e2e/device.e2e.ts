import { mkdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { setStage, smallPhone, type Visit } from './stage.ts'

const stage = setStage()

/** With `PICTURES`, a folder, keeps how a screen looked. */
const picture = async ({ page }: Visit, name: string): Promise<void> => {
  const folder = process.env['PICTURES']
  if (folder === undefined) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png` })
}

const text =
  'Rs.649.00 debited from A/c XX1234 to VPA netflix@hdfcbank (UPI Ref No 633212345678). Avl Bal Rs.12,345.67'

test('a text that another app shared is a payment once somebody said so', async () => {
  const visit = await stage.open(smallPhone)
  const { page, complaints } = visit
  await page.goto('/')
  await page.getByRole('button', { name: /demo/ }).click()
  await page.getByText('Needs you today').waitFor()
  await page.goto(`/shared?text=${encodeURIComponent(text)}`)
  const pay = page.getByRole('button', { name: 'Mark paid: Netflix Premium' }).first()
  await pay.waitFor()
  await page.getByText('633212345678', { exact: true }).waitFor()
  await picture(visit, 'shared')
  await pay.click()
  await page.getByText('Netflix Premium: ₹649 marked paid').waitFor()
  expect(complaints).toEqual([])
})

test('what was read goes along to what is new', async () => {
  const { page } = await stage.open()
  await page.goto('/')
  await page.getByRole('button', { name: /demo/ }).click()
  await page.getByText('Needs you today').waitFor()
  await page.goto(`/shared?text=${encodeURIComponent('Paid Rs 431.00 for the club')}`)
  await page.getByText('No open charge fits it.').waitFor()
  await page.getByRole('button', { name: 'Add as a new subscription' }).click()
  await expect
    .poll(
      () => page.getByRole('textbox').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
      { timeout: 60_000 },
    )
    .toContain('431')
})

test('what belongs to a phone stands in one place', async () => {
  const visit = await stage.open()
  const { page, complaints } = visit
  await page.goto('/')
  await page.getByRole('button', { name: /demo/ }).click()
  await page.getByText('Needs you today').waitFor()
  await page.getByRole('tab', { name: 'More' }).click()
  await page.getByRole('button', { name: /This phone/ }).click()
  await page.getByText('This phone reminds you').waitFor()
  await page.getByText('Only the app on a phone can remind you.').waitFor()
  await picture(visit, 'device')
  expect(complaints).toEqual([])
})
