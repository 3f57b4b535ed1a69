import type { LineNeed } from './needs.ts'
import type { LineAllowance } from './offered-plan.ts'

/** What is asked is there; what the catalogue does not say is not there. */
const reaches = (given: number | null, needed: number | null): boolean =>
  needed === null || (given !== null && given >= needed)

/** A plan without a cap, or of which none is known, is taken as without: only what is capped below the need fails. */
const isUncapped = (cap: number | null, needed: number | null): boolean =>
  needed === null || cap === null || cap >= needed

/** True where a plan of this provider serves a line as well as it is needed. */
export function isEnough(line: LineAllowance, providerId: string | null, need: LineNeed): boolean {
  const { validity, providerLock } = need
  return (
    line.kind === need.kind &&
    line.seats >= need.seats &&
    reaches(line.mbPerDay, need.mbPerDay === null ? null : need.mbPerDay * need.seats) &&
    (!need.needsCalls || line.hasCalls) &&
    reaches(line.mbps, need.mbps) &&
    isUncapped(line.capGb, need.capGb) &&
    (validity === null || (line.days >= validity.least && line.days <= validity.most)) &&
    (providerLock === null || providerLock === providerId)
  )
}
