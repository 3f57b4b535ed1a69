import type { Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { registerByApi } from './account-api.ts'
import type { Visit } from './browser.ts'
import { goTo } from './inspection.ts'
import { looksRight } from './looks.ts'
import { enter, somebody } from './person.ts'
import { setStage } from './stage.ts'

describe('amounts as people of a land type them', () => {
  const stage = setStage({ now: '2037-12-20T04:30:00Z' })
  let visit: Visit
  let page: Page

  const comesFrom = async (country: string, timeZone: string): Promise<void> => {
    const person = somebody()
    await registerByApi(stage.url, { ...person, country, timeZone })
    visit = await stage.open()
    ;({ page } = visit)
    await enter(page, person)
  }
  const price = () => page.getByRole('textbox', { name: 'Price' })
  const types = async (text: string): Promise<void> => {
    await goTo(visit, '/add?plan=own')
    await page.getByLabel('What is it called?').fill('Zeitung')
    await price().fill(text)
    await price().blur()
  }
  const charged = () => page.getByRole('region', { name: 'What will be charged' })

  afterEach(() => {
    expect(visit.complaints.splice(0)).toEqual([])
  })

  describe('in Austria', () => {
    beforeAll(() => comesFrom('AT', 'Europe/Vienna'))

    it.each([
      ['12,99', '€ 12,99'],
      ['1.299,00 €', '€ 1.299'],
      [' 1 299,50', '€ 1.299,50'],
      ['1,299.5', '€ 1.299,50'],
    ])('%j is %s', async (text, shown) => {
      await types(text)
      await charged().getByText(shown).first().waitFor()
    })

    it('asks about what can be two amounts, and saves what was answered', async () => {
      await types('1,299')
      await page.getByText('Do you mean').waitFor()
      await looksRight(visit, 'typed-question')
      await page.getByRole('button', { name: '€ 1,30' }).click()
      expect(await price().inputValue()).toBe('1,3')
      await page.getByRole('button', { name: /^Save/ }).first().click()
      await page.getByRole('heading', { level: 1, name: 'Zeitung' }).waitFor()
      await page.getByText('€ 1,30').first().waitFor()
    })

    it('starts a field as the land writes it', async () => {
      await page.getByRole('button', { name: 'Change', exact: true }).click()
      const amount = page.getByRole('dialog').getByRole('textbox', { name: 'Price' })
      await expect.poll(() => amount.inputValue()).toBe('1,30')
    })
  })

  describe('in India', () => {
    beforeAll(() => comesFrom('IN', 'Asia/Kolkata'))

    it.each([
      ['₹ 1,299/-', '₹1,299'],
      ['१२९', '₹129'],
      ['1,29,999.50', '₹1,29,999.50'],
      ['12,99', '₹12.99'],
    ])('%j is %s', async (text, shown) => {
      await types(text)
      await charged().getByText(shown).first().waitFor()
    })

    it('takes no dollars for rupees', async () => {
      await types('$12')
      await page.getByRole('button', { name: /^Save/ }).first().click()
      await page.getByText('Write an amount, like 649 or 649.50.').first().waitFor()
    })
  })
})
