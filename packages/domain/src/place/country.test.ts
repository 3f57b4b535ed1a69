import { describe, expect, it } from 'vitest'
import { isCurrency } from '../money/currency.ts'
import { isTimeZone } from '../time/zone.ts'
import { countryCodes, currencyOf, zonesOf } from './country.ts'

describe('countries', () => {
  it('pay in a currency whose exponent is known', () => {
    expect(countryCodes().filter((country) => !isCurrency(currencyOf(country) ?? ''))).toEqual([])
    expect([currencyOf('IN'), currencyOf('JP'), currencyOf('DE')]).toEqual(['INR', 'JPY', 'EUR'])
    expect([currencyOf('ZZ'), currencyOf('in')]).toEqual([undefined, undefined])
  })

  it('are offered where people live', () => {
    expect(countryCodes()).toHaveLength(242)
    expect(countryCodes()).not.toContain('AQ')
    expect(currencyOf('AQ')).toBe('USD')
  })

  it('have zones that this runtime knows; India has one, under its name of today', () => {
    expect(zonesOf('IN')).toEqual(['Asia/Kolkata'])
    const zones = countryCodes().flatMap(zonesOf)
    expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([])
  })
})
