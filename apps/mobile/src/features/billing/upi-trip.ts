import type { Transfer } from '@streamline/client'
import { readStored, writeStored } from '../../design/stored.ts'

type Parties = Pick<Transfer, 'from' | 'to'>

/** Longer ago than this nobody comes back from a UPI app to say that it went through. */
const hour = 3_600_000

interface Trip extends Parties {
  readonly householdId: string
  readonly at: number
}

/** Remembered before the UPI app opens: the system may end this one meanwhile. */
export const beginTrip = (householdId: string, { from, to }: Parties): void =>
  writeStored('upi', JSON.stringify({ householdId, from, to, at: Date.now() } satisfies Trip))

export const endTrip = (): void => writeStored('upi', null)

/** Between whom somebody went to pay and was not asked yet whether it went through. */
export const tripUnderway = (householdId: string): Parties | null => {
  const text = readStored('upi')
  if (text === null) return null
  const trip = JSON.parse(text) as Trip
  return trip.householdId === householdId && Date.now() - trip.at < hour ? trip : null
}
