import { describe, expect, it } from 'vitest'
import { settle } from './inspection.ts'
import { somebody } from './person.ts'
import { setStage } from './stage.ts'

describe('where somebody lives', () => {
  const stage = setStage()

  it.each([
    { locale: 'en-IN', country: 'IN', zone: 'Asia/Kolkata', place: 'In India, paying in INR.' },
    { locale: 'de-AT', country: 'AT', zone: 'Europe/Vienna', place: 'In Austria, paying in EUR.' },
  ])(
    'is asked once, with the zone of $country from a browser that stands nowhere',
    async ({ locale, country, zone, place }) => {
      const visit = await stage.open({ timezoneId: 'UTC', locale })
      const { page } = visit
      const person = somebody()
      await page.goto('/register')
      expect(await page.getByLabel('Country').inputValue()).toBe(country)
      expect(await page.getByLabel('Time zone').inputValue()).toBe(zone)
      await page.getByLabel('Your name').fill(person.name)
      await page.getByLabel('E-mail').fill(person.email)
      await page.getByLabel('Password', { exact: true }).fill(person.password)
      await page.getByRole('button', { name: 'Create account' }).click()
      await page.waitForURL('**/welcome')
      await settle(visit)
      // What was said is told, and asked about only where somebody wants it otherwise.
      await page.getByText(place).waitFor()
      expect(await page.getByRole('combobox').filter({ visible: true }).count()).toBe(0)
      expect(visit.complaints).toEqual([])
    },
  )
})
