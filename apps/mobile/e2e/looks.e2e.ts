import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { makeFamily } from './family.ts'
import { phone, setStage, smallPhone } from './stage.ts'
import { overflowOf, picture, signIn } from './walk.ts'

const stage = setStage()

const words = {
  en: {
    more: 'More',
    acts: ['Put it right', 'Change plan or price', 'Add a fee or booster', 'Pause', 'Change', 'Cancel'],
    close: 'Close',
  },
  hi: {
    more: 'और',
    acts: ['ठीक करें', 'प्लान या क़ीमत बदलें'],
    close: 'बंद करें',
  },
} as const

/** What is on screen, and that nothing of it is beyond the edge. */
const look = async (visit: { page: Page; complaints: string[] }, name: string): Promise<void> => {
  expect(await overflowOf(visit.page), name).toBe(0)
  await picture(visit, name)
}

test.each([
  { name: 'large, light, English', viewport: phone, theme: 'light' as const, language: 'en' as const },
  { name: 'small, dark, Hindi', viewport: smallPhone, theme: 'dark' as const, language: 'hi' as const },
])('the rooms and sheets of a family: $name', async ({ name, viewport, theme, language }) => {
  const visit = await stage.open(viewport, theme)
  const { page, complaints } = visit
  await signIn(page, await makeFamily(stage.api))
  await page.evaluate((chosen) => localStorage.setItem('streamline.language', chosen), language)
  for (const room of ['people', 'household', 'notifications', 'general', 'security']) {
    await page.goto(`/settings/${room}`)
    await page.getByRole('button').nth(1).waitFor()
    await page.waitForLoadState('networkidle')
    await look(visit, `${room}-${name}`)
  }
  for (const tab of ['due', 'paid', 'between']) {
    await page.goto(`/money?tab=${tab}`)
    await page.waitForLoadState('networkidle')
    await look(visit, `money-${tab}-${name}`)
  }
  await page.goto('/subscriptions')
  await page.getByText('Netflix', { exact: true }).click()
  await page.waitForLoadState('networkidle')
  const { more, acts, close } = words[language]
  for (const act of acts) {
    await page.getByRole('button', { name: more, exact: true }).click()
    await look(visit, `menu-${name}`)
    await page.getByRole('button', { name: act, exact: true }).last().click()
    await page.waitForLoadState('networkidle')
    await look(visit, `${act}-${name}`)
    await page.getByRole('dialog').last().getByRole('button', { name: close }).last().click()
  }
  expect(complaints).toEqual([])
})
