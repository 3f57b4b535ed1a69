import { currencyOf, zonesOf } from '@streamline/domain/country'
import { isTimeZone } from '@streamline/domain/zone'
import { invalidInput } from '../../platform/http/problem.ts'

export interface PlaceInput {
  country?: string | undefined
  currency?: string | undefined
  timeZone?: string | undefined
}

export interface Place {
  country: string
  currency: string
  timeZone: string
}

/** Where a household is, completed: India where nothing is said, the country's currency, its zone where it has one. */
export function placeOf({ country = 'IN', currency, timeZone }: PlaceInput): Place {
  checkPlace({ country, timeZone })
  return {
    country,
    currency: currency ?? currencyOf(country) ?? 'USD',
    timeZone: timeZone ?? onlyTimeZoneOf(country) ?? 'UTC',
  }
}

export function checkPlace({ country, timeZone }: PlaceInput): void {
  if (country !== undefined && currencyOf(country) === undefined)
    throw invalidInput('/country', 'is not a country')
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw invalidInput('/timeZone', 'is not an IANA time zone')
}

function onlyTimeZoneOf(country: string): string | undefined {
  const zones = zonesOf(country)
  return zones.length === 1 ? zones[0] : undefined
}
