import type { HouseholdActor } from '../../platform/http/actor.ts'

/** Somebody's place in a household. */
export interface Membership {
  householdId: string
  memberId: string
  hasLeft: boolean
}

/** The person whom a private link shows their share. */
export interface LinkedPerson {
  householdId: string
  householdName: string
  country: string
  timeZone: string
  memberId: string
  name: string
}

/** A household as what follows its changes sees it. */
export interface FollowedHousehold {
  id: string
  name: string
  country: string
  currency: string
  timeZone: string
  /** Of its content, when it was read. */
  revision: number
  /** What is to be sent by then is planned already. */
  plannedUntil: string | null
}

/** Somebody who has an account there, as if they asked themselves. */
export interface HouseholdPerson extends HouseholdActor {
  readonly userId: string
}
