import { expect, test } from 'vitest'
import { allZones, devicePlace, namedCountries, zoneIn, zonesOf } from './places.ts'

test('India has one zone, under the name that the tz database uses today', () => {
  expect(zonesOf('IN')).toEqual(['Asia/Kolkata'])
  expect(allZones()).toContain('Asia/Kolkata')
  expect(allZones()).not.toContain('Asia/Calcutta')
})

test('another country moves the zone only where there is no choice', () => {
  expect(zoneIn('IN', 'Europe/Berlin')).toBe('Asia/Kolkata')
  expect(zoneIn('US', 'America/Chicago')).toBe('America/Chicago')
  expect(zoneIn('BR', 'Asia/Kolkata')).toBe('Asia/Kolkata')
})

test('a browser that hides where it is still offers the zone of the country', () => {
  expect(devicePlace('en-IN', 'UTC')).toEqual({ country: 'IN', timeZone: 'Asia/Kolkata' })
  expect(devicePlace('en-US', 'Etc/GMT')).toEqual({ country: 'US', timeZone: 'America/New_York' })
  expect(zoneIn('DE', 'UTC', 'UTC')).toBe('Europe/Berlin')
  expect(zoneIn('AU', 'UTC', 'UTC')).toBe('Australia/Sydney')
  expect(zoneIn('US', 'UTC', 'America/Denver')).toBe('America/Denver')
})

test('countries stand in the order of the language on screen', () => {
  const english = namedCountries('en').map(({ name }) => name)
  expect(english.slice(0, 2)).toEqual(['Afghanistan', 'Åland Islands'])
  expect(namedCountries('hi').find(({ code }) => code === 'IN')?.name).toBe('भारत')
})

test('a device stands in the country of its zone, whatever it speaks', () => {
  const { timeZone, country } = devicePlace('hi-IN')
  expect(zonesOf(country).includes(timeZone) || country === 'IN').toBe(true)
})
